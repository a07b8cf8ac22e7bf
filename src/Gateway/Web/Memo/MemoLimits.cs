namespace MemoCoach.Gateway.Web.Memo;

/// <summary>
/// How long a memo may be, so that the page can say so before the memo is sent. Submissions decides; a gateway whose
/// limits differ from its own only tells the writer later.
/// </summary>
/// <param name="MinCharacters">UTF-16 code units, after normalisation.</param>
/// <param name="MaxCharacters">UTF-16 code units, after normalisation.</param>
public sealed record MemoLimits(int MinCharacters, int MaxCharacters, int MaxTitleCharacters)
{
    public static MemoLimits Read(IConfiguration configuration)
    {
        var submissions = configuration.GetSection("Submissions");
        return new MemoLimits(
            submissions.GetValue(nameof(MinCharacters), 10),
            submissions.GetValue(nameof(MaxCharacters), 50_000),
            submissions.GetValue(nameof(MaxTitleCharacters), 200));
    }
}
