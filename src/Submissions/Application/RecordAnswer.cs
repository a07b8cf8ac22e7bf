using System.Text.Json;
using MemoCoach.Contracts;
using MemoCoach.Submissions.Domain;

namespace MemoCoach.Submissions.Application;

/// <summary>Takes over how an evaluation ended. A message that arrives again, or for an erased submission, changes nothing.</summary>
internal sealed class RecordAnswer(SubmissionChanges changes)
{
    public async Task HandleAsync(ISubmissionsSession session, MemoEvaluated message, CancellationToken cancellationToken)
    {
        var summary = await session.FindSummaryAsync(message.SubmissionId, cancellationToken);
        if (summary is null)
        {
            return;
        }

        var answer = new SubmissionAnswer(SubmissionStatus.Completed, message.EvaluatedAt, message.Language, message.OverallScore);
        if (await session.AnswerAsync(message.SubmissionId, answer, cancellationToken))
        {
            session.Add(new ScoreRecord
            {
                SubmissionId = message.SubmissionId,
                WriterId = summary.WriterId,
                MemoId = summary.MemoId,
                Draft = summary.Draft,
                EvaluatedAt = message.EvaluatedAt,
                OverallScore = message.OverallScore,
                ScaleMin = message.ScaleMin,
                ScaleMax = message.ScaleMax,
                RubricRevision = message.RubricRevision,
                Criteria = JsonSerializer.Serialize(message.Criteria, JsonSerializerOptions.Web),
            });
            session.AfterCommit(() => changes.Announce(message.SubmissionId));
        }
    }

    public async Task HandleAsync(ISubmissionsSession session, EvaluationFailed message, CancellationToken cancellationToken)
    {
        var answer = new SubmissionAnswer(
            SubmissionStatus.Failed, message.FailedAt, FailureCode: message.Code, FailureReason: message.Reason);
        if (await session.AnswerAsync(message.SubmissionId, answer, cancellationToken))
        {
            session.AfterCommit(() => changes.Announce(message.SubmissionId));
        }
    }

    public async Task HandleAsync(ISubmissionsSession session, EvaluationRestarted message, CancellationToken cancellationToken)
    {
        if (await session.ReopenAsync(message.SubmissionId, message.RestartedAt, cancellationToken))
        {
            session.AfterCommit(() => changes.Announce(message.SubmissionId));
        }
    }
}
