using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MemoCoach.Contracts;

namespace MemoCoach.Messaging.Tests;

/// <summary>
/// The names and the JSON of the messages are a contract between services that are deployed apart, and with what waits in
/// outboxes and queues. <c>contracts.json</c> pins them; whoever changes it decides that old and new may meet.
/// </summary>
public sealed class ContractTests
{
    private static readonly Guid Id = Guid.Parse("01990000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMicroseconds(678_901);

    private static readonly object[] Samples =
    [
        new MemoSubmitted(Id, Id, Id, 2, "Title", "Text «ñ» 🧭\n", "en", At),
        new SubmissionDeleted(Id, Id, At),
        new MemoEvaluated(Id, Id, "builtin", "es", 3.25, 1, 5, [new CriterionScored("ask", "The ask", 12.5, 4)], "r7", At),
        new CriterionScored("ask", "The ask", 12.5, 4),
        new EvaluationFailed(Id, Id, "rubric-missing", "No rubric.", At),
        new EvaluationRestarted(Id, Id, At),
        new EvaluationProgressed(Id, EvaluationStages.Queued, 3, At),
        new ConfigRevisionPublished("rubric", "r7", "a: 1\n", At),
        new GetConfiguration(["rubric"]),
        new ConfigurationDocuments([new ConfigRevisionPublished("rubric", "r7", "a: 1\n", At)]),
        new HeartbeatSent("evaluation", Id, "1.2.3", "Degraded", ["llm"], At, At),
    ];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_message_has_a_sample_that_fills_every_property()
    {
        var messages = typeof(ServiceNames).Assembly.GetExportedTypes()
            .Where(type => type.IsClass && !type.IsAbstract && !type.IsAssignableTo(typeof(Attribute)))
            .Select(type => type.Name);

        Samples.Select(sample => sample.GetType().Name).ShouldBe(messages, ignoreOrder: true);
        foreach (var sample in Samples)
        {
            sample.GetType().GetProperties().ShouldAllBe(property => property.GetValue(sample) != null);
        }
    }

    [Fact]
    public void Names_traits_and_json_are_as_pinned()
    {
        var actual = new JsonObject(Samples.OrderBy(sample => sample.GetType().Name, StringComparer.Ordinal).Select(Describe)).ToJsonString(Readable);
        var received = Path.Combine(AppContext.BaseDirectory, "contracts.received.json");
        File.WriteAllText(received, actual + "\n");

        (actual + "\n").ShouldBe(File.ReadAllText(Pinned), $"If the change is meant, replace tests/Messaging.Tests/contracts.json by {received}.");
    }

    [Fact]
    public void What_was_written_before_can_be_read_now()
    {
        var pinned = JsonNode.Parse(File.ReadAllText(Pinned))!.AsObject();
        pinned.Count.ShouldBe(Samples.Length);
        foreach (var (name, message) in pinned)
        {
            var json = message!["json"]!.ToJsonString();

            var read = MessageTypes.Deserialize(name, json);

            JsonNode.DeepEquals(JsonSerializer.SerializeToNode(read, read.GetType(), MessageTypes.Json), message["json"]).ShouldBeTrue(name);
        }
    }

    private static string Pinned => Path.Combine(AppContext.BaseDirectory, "contracts.json");

    private static KeyValuePair<string, JsonNode?> Describe(object sample)
    {
        var type = sample.GetType();
        var traits = type.GetCustomAttributes(inherit: false).Select(trait => trait.GetType().Name)
            .Where(name => name is nameof(RequiresConsumerAttribute) or nameof(EphemeralAttribute))
            .Concat(type.GetInterfaces().Where(implemented => implemented == typeof(ISubmissionMessage)).Select(implemented => implemented.Name))
            .Order(StringComparer.Ordinal);
        return KeyValuePair.Create(MessageTypes.NameOf(type), (JsonNode?)new JsonObject
        {
            ["traits"] = new JsonArray([.. traits.Select(trait => (JsonNode)trait)]),
            ["json"] = JsonSerializer.SerializeToNode(sample, type, MessageTypes.Json),
        });
    }
}
