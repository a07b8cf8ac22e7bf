using System.Net.Sockets;

namespace MemoCoach.TestKit;

/// <summary>Whether the tests' servers can run in containers. Where not, the machine's own binaries are used.</summary>
internal static class DockerEngine
{
    private static readonly Lazy<Task<bool>> Answer = new(AskAsync);

    public static Task<bool> AnswersAsync() => Answer.Value;

    private static async Task<bool> AskAsync()
    {
        switch (Environment.GetEnvironmentVariable("MEMOCOACH_TEST_SERVERS"))
        {
            case "local": return false;
            case "docker": return true;
            case null or "": break;
            case var other: throw new InvalidOperationException($"MEMOCOACH_TEST_SERVERS is '{other}'; it can be 'local' or 'docker'.");
        }

        var address = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock");
        using var handler = new SocketsHttpHandler();
        if (address.Scheme == "unix")
        {
            handler.ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            var ping = address.Scheme == "unix" ? new Uri("http://docker/_ping") : new Uri($"http://{address.Authority}/_ping");
            using var response = await client.GetAsync(ping);
            return response.IsSuccessStatusCode;
        }
        catch (Exception noEngine) when (noEngine is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
