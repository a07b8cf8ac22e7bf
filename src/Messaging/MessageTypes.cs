using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MemoCoach.Contracts;

namespace MemoCoach.Messaging;

/// <summary>Names and JSON of messages, as they stand in outboxes and queues.</summary>
internal static class MessageTypes
{
    private static readonly ConcurrentDictionary<string, Type> Known = new(
        typeof(ServiceNames).Assembly.GetExportedTypes().Select(type => KeyValuePair.Create(type.FullName!, type)),
        StringComparer.Ordinal);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Makes a message type known that is not part of the contracts.</summary>
    public static void Register(Type type) => Known.TryAdd(NameOf(type), type);

    public static string NameOf(Type type) => type.FullName!;

    public static object Deserialize(string typeName, string json)
    {
        if (!Known.TryGetValue(typeName, out var type))
        {
            throw new JsonException($"This program does not know the message type '{typeName}'.");
        }

        return JsonSerializer.Deserialize(json, type, Json)
            ?? throw new JsonException($"A message of type '{typeName}' is null.");
    }

    /// <summary><c>MemoSubmitted</c> becomes <c>memo-submitted</c>.</summary>
    public static string KebabCase(Type type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.Name)
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
