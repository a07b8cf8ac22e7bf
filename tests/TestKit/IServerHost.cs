namespace MemoCoach.TestKit;

/// <summary>Where a server runs: a container or a process. Address and data survive a stop.</summary>
internal interface IServerHost : IAsyncDisposable
{
    /// <summary>What the server said before it ended by itself; null while it runs.</summary>
    string? LastWords { get; }

    Task StartAsync();

    Task StopAsync();

    /// <summary>Ends the server as a power cut would.</summary>
    Task KillAsync();
}
