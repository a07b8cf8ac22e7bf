using System.Text.Json.Nodes;

namespace MemoCoach.Gateway.Api.Proxy;

/// <summary>Puts one OpenAPI document into another.</summary>
internal static class OpenApiMerge
{
    private const string SchemaReference = "#/components/schemas/";

    /// <summary>
    /// Adds the paths, schemas and tags of <paramref name="part"/>. Where two services mean different things by one
    /// schema name, the newcomer's is named after its service.
    /// </summary>
    public static void Add(JsonObject whole, JsonObject part, string service)
    {
        var schemas = Child(Child(whole, "components"), "schemas");
        var newcomers = part["components"]?["schemas"] as JsonObject ?? [];
        var renamed = newcomers
            .Where(schema => schemas[schema.Key] is { } present && !JsonNode.DeepEquals(present, schema.Value))
            .ToDictionary(schema => schema.Key, schema => $"{char.ToUpperInvariant(service[0])}{service[1..]}{schema.Key}");
        Redirect(part, renamed);
        foreach (var (name, schema) in newcomers)
        {
            schemas.TryAdd(renamed.GetValueOrDefault(name, name), schema?.DeepClone());
        }

        var paths = Child(whole, "paths");
        foreach (var (path, item) in part["paths"] as JsonObject ?? [])
        {
            paths.TryAdd(path, item?.DeepClone());
        }

        AddTags(whole, part);
    }

    private static void AddTags(JsonObject whole, JsonObject part)
    {
        if (whole["tags"] is not JsonArray tags)
        {
            whole["tags"] = tags = [];
        }

        var known = tags.Select(tag => (string?)tag?["name"]).ToHashSet(StringComparer.Ordinal);
        foreach (var tag in part["tags"] as JsonArray ?? [])
        {
            if (known.Add((string?)tag?["name"]))
            {
                tags.Add(tag?.DeepClone());
            }
        }
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static void Redirect(JsonNode? node, Dictionary<string, string> renamed)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Redirect(item, renamed);
            }
        }
        else if (node is JsonObject members)
        {
            if (members["$ref"] is JsonValue value
                && value.TryGetValue<string>(out var reference)
                && reference.StartsWith(SchemaReference, StringComparison.Ordinal)
                && renamed.TryGetValue(reference[SchemaReference.Length..], out var target))
            {
                members["$ref"] = SchemaReference + target;
            }

            foreach (var (_, member) in members)
            {
                Redirect(member, renamed);
            }
        }
    }
}
