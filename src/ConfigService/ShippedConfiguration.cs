using System.Text;
using MemoCoach.ConfigService.Infrastructure;

namespace MemoCoach.ConfigService;

/// <summary>The documents that ship with the program.</summary>
public static class ShippedConfiguration
{
    /// <exception cref="ArgumentException">No document of this name ships.</exception>
    public static string Read(string name) =>
        new EmbeddedSeed().Find(name) is { } content
            ? Encoding.UTF8.GetString(content)
            : throw new ArgumentException($"No document '{name}' ships with the program.", nameof(name));
}
