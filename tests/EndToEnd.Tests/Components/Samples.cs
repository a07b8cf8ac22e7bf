using MemoCoach.Gateway.Web.Api;

namespace MemoCoach.EndToEnd.Tests.Components;

internal static class Samples
{
    public static readonly Guid Id = new("0197a000-0000-7000-8000-000000000001");

    public const string Text = "Approve <b>$40,000</b> now & here.";

    public static Submission Waiting { get; } = new(
        Id, Id, 1, "Night bus", null, "en", SubmissionState.Queued, DateTimeOffset.UnixEpoch, null, null, null);

    public static string Path => $"/api/v1/submissions/{Id}";

    public static string Events => $"GET {Path}/events";

    public static string News(string status, string stage, string more = "") =>
        $$"""{"id":"{{Id}}","status":"{{status}}","stage":"{{stage}}","queuePosition":null,"overallScore":null,"at":"2026-01-01T00:00:00Z"{{more}}}""";

    public static string Queued(int position) =>
        $$"""{"id":"{{Id}}","status":"queued","stage":"queued","queuePosition":{{position}},"overallScore":null,"at":"2026-01-01T00:00:00Z"}""";

    public static string Submission { get; } =
        $$"""
        {"id":"{{Id}}","memoId":"{{Id}}","draft":1,"title":"Night bus","text":"Approve <b>$40,000</b> now & here.","language":"en",
         "status":"completed","submittedAt":"2026-01-01T00:00:00Z","completedAt":"2026-01-01T00:00:01Z","overallScore":3.4}
        """;

    /// <summary>Two findings that overlap, and a severity that this version does not know.</summary>
    public static string Review { get; } =
        $$$"""
        {"submissionId":"{{{Id}}}","evaluator":"builtin","language":"en","notice":"Style and structure only; the reasoning was not judged.",
         "overall":{"score":3.4,"min":1,"max":5},
         "criteria":[{"id":"ask","name":"The ask","weight":20,"score":4,"justification":"The amount is there.","evidence":[{"start":8,"end":22,"quote":"<b>$40,000</b>"}]}],
         "strengths":[{"text":"The ask comes first.","criterionId":"ask"}],
         "opportunities":[{"rank":2,"text":"Second","action":"Do two","criterionId":"ask"},{"rank":1,"text":"First","action":"Do one","criterionId":"ask"}],
         "findings":[
           {"start":11,"end":26,"quote":"$40,000</b> now","criterionId":"ask","severity":"strange","comment":"Comment two","questions":["Why?"],"suggestions":[]},
           {"start":0,"end":22,"quote":"Approve <b>$40,000</b>","criterionId":"ask","severity":"high","comment":"Comment one","questions":[],"suggestions":["Say who."]}],
         "provenance":{"model":"builtin","rubricRevision":"r1","promptRevision":null,"parameters":{},"inputTokens":0,"outputTokens":0,"cost":0,
           "durationMs":12,"attemptId":"0197a000-0000-7000-8000-000000000002","droppedQuotes":0,"evaluatedAt":"2026-01-01T00:00:01Z"}}
        """;

    public static Review ReadReview() => System.Text.Json.JsonSerializer.Deserialize<Review>(Review, System.Text.Json.JsonSerializerOptions.Web)!;
}
