using MemoCoach.ConfigService.Application;
using MemoCoach.ConfigService.Application.Validation;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>Synchronises every document before the service answers anybody.</summary>
internal sealed class WorkingCopyStartup(
    DocumentLock documentLock,
    SynchroniseWorkingCopy synchronise,
    DocumentValidator validator,
    IWorkingCopy copy,
    ILogger<WorkingCopyStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!copy.IsWritable)
        {
            logger.LogWarning("The working copy of the configuration is read-only: documents can only be changed at their source.");
        }

        foreach (var name in validator.Names.Order(StringComparer.Ordinal))
        {
            await documentLock.HoldAsync(() => synchronise.RunAsync(name, cancellationToken), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
