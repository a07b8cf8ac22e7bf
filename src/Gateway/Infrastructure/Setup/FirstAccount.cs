using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MemoCoach.Gateway.Infrastructure.Setup;

/// <summary>
/// Sees to it at every start that a first account exists or can be made: from settings, or by a token printed to the
/// console.
/// </summary>
internal sealed class FirstAccount(
    SetupSettings setup,
    GatewaySettings gateway,
    IServer server,
    CreateAdmin createAdmin,
    OfferSetup offerSetup,
    ILogger<FirstAccount> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (setup.AdminEmail is null)
        {
            return;
        }

        // The settings were checked when they were read.
        var command = new CreateAdminCommand(
            EmailAddress.Parse(setup.AdminEmail).Value!,
            NewPassword.Parse(setup.AdminPassword, setup.AdminEmail).Value!,
            DisplayName.Parse(setup.AdminDisplayName).Value!,
            OnlyAsFirst: true);
        if (await createAdmin.HandleAsync(command, cancellationToken) == CreateAdminOutcome.Created)
        {
            logger.LogInformation("The first account was made from the settings Setup__AdminEmail and Setup__AdminPassword.");
        }
    }

    /// <summary>The server listens now, so the address is known.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await offerSetup.HandleAsync(cancellationToken) is { } token)
        {
            // To the console and not to the log: log files are kept, shipped and read by others.
            await Console.Out.WriteLineAsync(SetupBanner.Render(PublicAddress(), token));
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string PublicAddress() =>
        gateway.PublicUrl?.ToString()
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? "http://localhost:8080";
}
