using System.Globalization;
using System.Text;

namespace MemoCoach.Gateway.Infrastructure.Keys;

/// <summary>
/// The gateway's signing keys: one signs, all of them are published and accepted. A key is a file
/// <c>signing-&lt;seconds since 1970&gt;-&lt;random&gt;.pem</c>; a new one is made when the youngest grows old, and a
/// replaced one goes once every token that it signed has long expired.
/// </summary>
internal sealed class SigningKeyRing(KeyDirectory directory, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>How long a replaced key is still published; far longer than any token lives.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>How long a key is published before it signs, unless it is the only one.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(15);

    /// <summary>How often the folder is looked at again, for a key that another replica has made.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const string Prefix = "signing-";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SigningKey> _files = new(StringComparer.Ordinal);
    private IReadOnlyList<SigningKey> _keys = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>
    /// The youngest key that has been published for a while: services keep a copy of the published keys, and a key must
    /// not sign before they can know it.
    /// </summary>
    public SigningKey Current
    {
        get
        {
            var keys = All;
            var now = clock.GetUtcNow();
            return keys.FirstOrDefault(key => now - key.CreatedAt >= Notice) ?? keys[^1];
        }
    }

    /// <summary>Every key in use, the youngest first.</summary>
    public IReadOnlyList<SigningKey> All
    {
        get
        {
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                if (now - _readAt >= Freshness)
                {
                    Refresh(now);
                    _readAt = now;
                }

                return _keys;
            }
        }
    }

    private void Refresh(DateTimeOffset now)
    {
        Read();
        if (_files.Count == 0 || now - _files.Values.Max(key => key.CreatedAt) >= Lifetime)
        {
            Add(now);
        }

        Retire(now);
        _keys = [.. _files.Values.OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    private void Read()
    {
        var names = Directory.EnumerateFiles(directory.Path, $"{Prefix}*.pem").Select(file => Path.GetFileName(file)!).ToHashSet();
        foreach (var gone in _files.Keys.Except(names).ToList())
        {
            _files.Remove(gone);
        }

        foreach (var name in names.Except(_files.Keys).ToList())
        {
            _files[name] = SigningKey.Read(File.ReadAllText(directory.Combine(name)), CreatedAt(name));
        }
    }

    private void Add(DateTimeOffset now)
    {
        var (key, pem) = SigningKey.Create(DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.ToUnixTimeSeconds()}-{Guid.NewGuid():N}.pem");
        DurableFile.Write(directory.Combine(name), Encoding.ASCII.GetBytes(pem));
        _files[name] = key;
    }

    /// <summary>Deletes the keys whose successor is older than the overlap.</summary>
    private void Retire(DateTimeOffset now)
    {
        var byAge = _files.OrderByDescending(entry => entry.Value.CreatedAt).ToList();
        foreach (var ((name, _), (_, successor)) in byAge.Skip(1).Zip(byAge))
        {
            if (now - successor.CreatedAt >= Overlap)
            {
                File.Delete(directory.Combine(name));
                _files.Remove(name);
            }
        }
    }

    private static DateTimeOffset CreatedAt(string fileName)
    {
        var digits = fileName.AsSpan(Prefix.Length);
        var end = digits.IndexOf('-');
        return end > 0 && long.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new InvalidDataException(
                $"{fileName} is no signing key of MemoCoach: its name is {Prefix}<seconds since 1970>-<anything>.pem.");
    }
}
