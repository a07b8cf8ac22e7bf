using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Domain;
using MemoCoach.Gateway.Infrastructure;
using MemoCoach.Storage;

namespace MemoCoach.Gateway;

/// <param name="Message">What was done, or which rule kept it from being done.</param>
public sealed record CreateAdminResult(bool Created, string Message);

/// <summary>What the command line does with accounts. Works beside a running server.</summary>
public static class GatewayCommands
{
    /// <summary>Makes an account with all four roles.</summary>
    public static async Task<CreateAdminResult> CreateAdminAsync(
        IConfiguration configuration, string? email, string? password, string? displayName, CancellationToken cancellationToken)
    {
        var parsedEmail = EmailAddress.Parse(email);
        var parsedPassword = NewPassword.Parse(password, email);
        var parsedName = DisplayName.Parse(displayName);
        if ((parsedEmail.Rule ?? parsedPassword.Rule ?? parsedName.Rule) is { } broken)
        {
            return new CreateAdminResult(false, broken);
        }

        using var host = BuildHost(configuration);
        await host.Services.GetRequiredService<Database<GatewayDbContext>>().MigrateAsync(cancellationToken);
        var command = new CreateAdminCommand(parsedEmail.Value!, parsedPassword.Value!, parsedName.Value!, OnlyAsFirst: false);
        return await host.Services.GetRequiredService<CreateAdmin>().HandleAsync(command, cancellationToken) == CreateAdminOutcome.Created
            ? new CreateAdminResult(true, $"The account {parsedEmail.Value} was made. It holds all four roles.")
            : new CreateAdminResult(false, "An account with this e-mail address exists already; it was not changed.");
    }

    /// <summary>Storage and use cases without a server: the host is never started.</summary>
    private static IHost BuildHost(IConfiguration configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddConfiguration(configuration);
        builder.AddAccounts();
        return builder.Build();
    }
}
