using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MemoCoach.Storage.Tests.Sample;

/// <summary>A process with nothing but the sample's storage, composed as a service composes it.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private readonly IHost _host;

    private SampleHost(IHost host) => _host = host;

    public Database<SampleDbContext> Database => _host.Services.GetRequiredService<Database<SampleDbContext>>();

    public IServiceProvider Services => _host.Services;

    public static async Task<SampleHost> StartAsync(
        StorageProvider provider, string connectionString, params (string Setting, string Value)[] settings)
    {
        var host = Build(provider, connectionString, settings);
        try
        {
            await host._host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public static SampleHost Build(
        StorageProvider provider, string connectionString, params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider.ToString(),
            ["ConnectionStrings:sample"] = connectionString,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value)));
        builder.AddStorage<SampleDbContext, SqliteSampleDbContext, PostgresSampleDbContext>("sample");
        return new SampleHost(builder.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
