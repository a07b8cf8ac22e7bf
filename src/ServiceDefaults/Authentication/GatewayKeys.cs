using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace MemoCoach.ServiceDefaults.Authentication;

/// <summary>No key of the gateway is known yet, so no token can be judged.</summary>
public sealed class GatewayKeysUnavailableException() : Exception("The gateway's keys could not be fetched.");

/// <summary>
/// The keys that the gateway publishes, kept and refreshed. An unknown key id makes it ask again, but not more often
/// than <see cref="Pause"/> allows, so that made-up ids cannot be used against the gateway. Keys once known stay known
/// while the gateway is away.
/// </summary>
internal sealed class GatewayKeys(HttpClient client, AuthenticationSettings settings, TimeProvider time, ILogger<GatewayKeys> logger) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyDictionary<string, SecurityKey>? _keys;
    private long? _fetchedAt;
    private long? _triedAt;

    public IEnumerable<SecurityKey> Find(string? id) =>
        id is not null && _keys?.TryGetValue(id, out var key) == true ? [key] : [];

    /// <summary>Fetches the keys where this id is unknown or what is known is old.</summary>
    /// <exception cref="GatewayKeysUnavailableException">None could be fetched, ever.</exception>
    public async Task PrepareAsync(string? id, CancellationToken cancellationToken)
    {
        if (!IsWanted(id))
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsWanted(id) && (_triedAt is not { } tried || time.GetElapsedTime(tried) >= Pause))
            {
                _triedAt = time.GetTimestamp();
                await FetchAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }

        if (_keys is null)
        {
            throw new GatewayKeysUnavailableException();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsWanted(string? id) =>
        _keys is not { } keys || _fetchedAt is not { } fetched || time.GetElapsedTime(fetched) >= MaxAge || (id is not null && !keys.ContainsKey(id));

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var document = await client.GetStringAsync(new Uri(settings.KeysUrl), cancellationToken);
            _keys = new JsonWebKeySet(document).GetSigningKeys()
                .Where(key => !string.IsNullOrEmpty(key.KeyId))
                .ToDictionary(key => key.KeyId, StringComparer.Ordinal);
            _fetchedAt = time.GetTimestamp();
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning(failure, "The gateway's keys could not be fetched from {KeysUrl}", settings.KeysUrl);
        }
    }
}
