using Cronos;
using MemoCoach.ConfigService.Domain.Rules;

namespace MemoCoach.ConfigService.Application.Validation;

/// <summary>Five-field cron expressions, as the scheduler reads them.</summary>
public sealed class CronosSyntax : ICronSyntax
{
    public bool IsValid(string expression) =>
        CronExpression.TryParse(expression, CronFormat.Standard, out var cron) &&
        // 30 February parses, and never comes.
        cron.GetNextOccurrence(DateTime.UnixEpoch) is not null;
}
