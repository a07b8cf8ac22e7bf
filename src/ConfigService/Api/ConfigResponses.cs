using System.Globalization;
using MemoCoach.ConfigService.Domain;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Api;

internal sealed record DocumentListResponse(IReadOnlyList<DocumentResponse> Items);

/// <param name="State">
/// <c>active</c>; <c>invalid</c>: the working copy holds an invalid document and the last good revision is in force;
/// <c>missing</c>: nothing is in force.
/// </param>
internal sealed record DocumentResponse(
    string Name, string State, string? Revision, DateTimeOffset? PublishedAt, string? Source, Guid? AuthorId, string? Message, IReadOnlyList<DocumentProblem> Errors)
{
    public static DocumentResponse Of(string name, DocumentRevision? active, IReadOnlyList<DocumentProblem> problems)
    {
        var state = (active, problems.Count) switch
        {
            (null, _) => "missing",
            (_, 0) => "active",
            _ => "invalid",
        };
        return new DocumentResponse(
            name, state, active?.Revision, active?.PublishedAt, active?.Source, active?.AuthorId, active?.Message, problems);
    }
}

/// <param name="Source"><c>seed</c>, <c>file</c>, <c>interface</c> or <c>rollback</c>.</param>
internal sealed record RevisionResponse(
    Guid Id, string Name, string Revision, string Source, Guid? AuthorId, string Message, DateTimeOffset PublishedAt, bool Active)
{
    public static RevisionResponse Of(DocumentRevision revision, bool isActive) => new(
        revision.Id, revision.Name, revision.Revision, revision.Source, revision.AuthorId, revision.Message, revision.PublishedAt, isActive);
}

internal sealed record HistoryResponse(IReadOnlyList<RevisionResponse> Items, string? NextCursor)
{
    public const int LongestPage = 200;

    /// <param name="entries">One more than the page holds, where there is more.</param>
    public static HistoryResponse Of(IReadOnlyList<DocumentRevision> entries, int limit, Guid? activeId) => new(
        [.. entries.Take(limit).Select(entry => RevisionResponse.Of(entry, entry.Id == activeId))],
        entries.Count > limit ? HistoryCursor.Of(entries[limit - 1]) : null);
}

/// <summary>A place in a history: the time of its last entry, which is unique there.</summary>
internal static class HistoryCursor
{
    public static string Of(DocumentRevision last) =>
        ((last.PublishedAt.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string? cursor, out DateTimeOffset? before)
    {
        before = null;
        if (cursor is null)
        {
            return true;
        }

        var latest = (DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) || microseconds > latest)
        {
            return false;
        }

        before = DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        return true;
    }
}

internal sealed record ValidationResponse(bool Valid, string Revision);

internal sealed record RollBackRequest(string Revision, string Message);
