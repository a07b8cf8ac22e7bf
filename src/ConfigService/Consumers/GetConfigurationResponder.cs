using MemoCoach.ConfigService.Application;
using MemoCoach.Contracts;
using MemoCoach.Messaging;

namespace MemoCoach.ConfigService.Consumers;

/// <summary>Tells the other services which revisions are in force.</summary>
internal sealed class GetConfigurationResponder(IRevisionStorage storage) : IResponder<GetConfiguration, ConfigurationDocuments>
{
    public async Task<ConfigurationDocuments> RespondAsync(GetConfiguration request, CancellationToken cancellationToken)
    {
        var active = await storage.ReadActiveAsync(cancellationToken);
        return new ConfigurationDocuments(
        [
            .. active
                .Where(revision => request.Names.Count == 0 || request.Names.Contains(revision.Name))
                .Select(revision => new ConfigRevisionPublished(revision.Name, revision.Revision, revision.Content, revision.PublishedAt)),
        ]);
    }
}
