using System.Security.Cryptography;
using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Domain;
using Microsoft.Extensions.Options;

namespace MemoCoach.Submissions.Application;

/// <summary>A writer's request, as it arrived.</summary>
internal sealed record SubmitMemoCommand(
    Guid WriterId, string? Title, string? Text, Guid? MemoId, string? Language, string? IdempotencyKey);

internal abstract record SubmitMemoOutcome
{
    private SubmitMemoOutcome()
    {
    }

    internal sealed record Accepted(Submission Submission) : SubmitMemoOutcome;

    /// <param name="BrokenRules">What to mend, by field.</param>
    internal sealed record Invalid(IReadOnlyDictionary<string, string[]> BrokenRules) : SubmitMemoOutcome;

    /// <summary>The Idempotency-Key was used with another body.</summary>
    internal sealed record KeyReused : SubmitMemoOutcome;

    /// <summary>The Idempotency-Key belongs to a submission that its writer has deleted since.</summary>
    internal sealed record KeyOfDeleted : SubmitMemoOutcome;
}

/// <summary>Takes a memo in: the memo, its idempotency key and the message that announces it are one transaction.</summary>
internal sealed class SubmitMemo(ISubmissionsStorage storage, IOptions<SubmissionsOptions> options, TimeProvider clock)
{
    private const int MaxKeyLength = 200;
    private static readonly string[] Languages = ["en", "es"];

    public async Task<SubmitMemoOutcome> HandleAsync(SubmitMemoCommand command, CancellationToken cancellationToken)
    {
        var broken = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Read(command, broken) is not { } memo)
        {
            return new SubmitMemoOutcome.Invalid(broken);
        }

        return await storage.WriteAsync((session, token) => StoreAsync(session, command, memo, token), cancellationToken);
    }

    private ReadableMemo? Read(SubmitMemoCommand command, Dictionary<string, string[]> broken)
    {
        var limits = options.Value.TextLimits;
        var text = MemoText.TryRead(command.Text, limits, out var brokenText);
        Note(broken, "text", brokenText);

        string? title = null;
        if (text is not null)
        {
            title = MemoTitle.TryRead(command.Title, text, limits, out var brokenTitle);
            Note(broken, "title", brokenTitle);
        }

        var language = string.IsNullOrEmpty(command.Language) ? null : command.Language.ToLowerInvariant();
        if (language is not null && !Languages.Contains(language))
        {
            Note(broken, "language", $"The language is one of {string.Join(", ", Languages)}; leave it out to have it detected.");
        }

        if (command.IdempotencyKey is { } key
            && (key.Length is 0 or > MaxKeyLength || key.Any(character => character is < '!' or > '~')))
        {
            Note(broken, "Idempotency-Key", $"An idempotency key has 1 to {MaxKeyLength} visible ASCII characters.");
        }

        return broken.Count == 0 ? new ReadableMemo(title!, text!.Value, language) : null;
    }

    private async Task<SubmitMemoOutcome> StoreAsync(
        ISubmissionsSession session, SubmitMemoCommand command, ReadableMemo readable, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcMicroseconds();
        var hash = Hash(command, readable);
        if (command.IdempotencyKey is not null)
        {
            await session.RemoveKeysAsync(now - options.Value.IdempotencyKeyLifetime, cancellationToken);
        }

        if (command.IdempotencyKey is { } key
            && await session.FindKeyAsync(command.WriterId, key, cancellationToken) is { } served)
        {
            return served.RequestHash != hash
                ? new SubmitMemoOutcome.KeyReused()
                : await session.FindSubmissionAsync(served.SubmissionId, cancellationToken) is { } first
                    ? new SubmitMemoOutcome.Accepted(first)
                    : new SubmitMemoOutcome.KeyOfDeleted();
        }

        if (await FindOrAddMemoAsync(session, command, cancellationToken) is not { } memo)
        {
            return new SubmitMemoOutcome.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["memoId"] = ["You have no memo with this id; leave it out to begin a new memo."],
            });
        }

        var submission = new Submission
        {
            Id = Guid.CreateVersion7(now),
            WriterId = command.WriterId,
            MemoId = memo.Id,
            Draft = ++memo.LastDraft,
            Title = readable.Title,
            Text = readable.Text,
            Language = readable.Language,
            SubmittedAt = now,
            AnnouncedAt = now,
        };
        session.Add(submission);
        if (command.IdempotencyKey is not null)
        {
            session.Add(new IdempotencyKey
            {
                WriterId = command.WriterId,
                Key = command.IdempotencyKey,
                RequestHash = hash,
                SubmissionId = submission.Id,
                CreatedAt = now,
            });
        }

        session.Publish(Announcement.Of(submission));
        return new SubmitMemoOutcome.Accepted(submission);
    }

    private static async Task<Memo?> FindOrAddMemoAsync(
        ISubmissionsSession session, SubmitMemoCommand command, CancellationToken cancellationToken)
    {
        if (command.MemoId is { } id)
        {
            var found = await session.FindMemoAsync(id, cancellationToken);
            return found?.WriterId == command.WriterId ? found : null;
        }

        var memo = new Memo { Id = Guid.CreateVersion7(), WriterId = command.WriterId };
        session.Add(memo);
        return memo;
    }

    private static void Note(Dictionary<string, string[]> broken, string field, string? rule)
    {
        if (rule is not null)
        {
            broken[field] = [rule];
        }
    }

    private static string Hash(SubmitMemoCommand command, ReadableMemo memo) => Convert.ToHexString(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { memo.Title, memo.Text, memo.Language, command.MemoId })));

    private sealed record ReadableMemo(string Title, string Text, string? Language);
}

/// <summary>The message that tells Evaluation of a submission.</summary>
internal static class Announcement
{
    public static MemoSubmitted Of(Submission submission) => new(
        submission.Id,
        submission.MemoId,
        submission.WriterId,
        submission.Draft,
        submission.Title,
        submission.Text,
        submission.Language,
        submission.SubmittedAt);
}
