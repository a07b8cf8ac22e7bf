using DotNet.Testcontainers.Containers;

namespace MemoCoach.TestKit;

/// <summary>A server in a container. Its host port must be bound to a fixed number, so that a restart keeps it.</summary>
internal sealed class ContainerHost(IContainer container) : IServerHost
{
    // Testcontainers' own start fails, with the container's log, where the server does.
    public string? LastWords => null;

    public Task StartAsync() => container.StartAsync();

    public Task StopAsync() => container.StopAsync();

    public async Task KillAsync()
    {
        await container.ExecAsync(["sh", "-c", "kill -9 1 || kill -9 -1"]);
        await container.StopAsync();
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
