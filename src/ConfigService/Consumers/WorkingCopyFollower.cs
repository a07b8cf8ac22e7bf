using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Application.Validation;
using MemoCoach.Contracts;
using MemoCoach.Messaging;

namespace MemoCoach.ConfigService.Consumers;

/// <summary>Brings this replica's working copy up to date with what another replica published.</summary>
internal sealed class WorkingCopyFollower(DocumentLock documentLock, SynchroniseWorkingCopy synchronise, DocumentValidator validator)
    : IListener<ConfigRevisionPublished>
{
    public Task HearAsync(ConfigRevisionPublished message, CancellationToken cancellationToken) =>
        validator.Knows(message.Name)
            ? documentLock.HoldAsync(() => synchronise.RunAsync(message.Name, cancellationToken), cancellationToken)
            : Task.CompletedTask;
}
