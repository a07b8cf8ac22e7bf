using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace MemoCoach.Standalone.Commands;

/// <summary><c>memocoach healthcheck</c>: for containers, service managers and scripts.</summary>
internal static class HealthcheckCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var url = new Option<Uri?>("--url") { Description = "The management address; by default the setting Management:Url, or http://127.0.0.1:8081." };
        var command = new Command("healthcheck", "Ask a running server whether it is ready. Exit code 0: ready. 1: not ready, or not there.") { url };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url), cancellationToken));
        return command;
    }

    /// <summary>An address to listen on may mean every interface; asked is the one that is always there.</summary>
    private static Uri Reachable(string listening)
    {
        var binding = BindingAddress.Parse(listening);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;
        return new UriBuilder(binding.Scheme, host, binding.Port).Uri;
    }

    private static async Task<int> RunAsync(Uri? url, CancellationToken cancellationToken)
    {
        var address = url ?? Reachable(CommandSettings.Read()["Management:Url"] is { Length: > 0 } setting ? setting : "http://127.0.0.1:8081");
        using var client = new HttpClient { BaseAddress = address, Timeout = Limit };
        try
        {
            using var response = await client.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.StatusCode == HttpStatusCode.OK ? ExitCodes.Success : ExitCodes.Failure;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {address}: {exception.Message}");
            return ExitCodes.Failure;
        }
    }
}
