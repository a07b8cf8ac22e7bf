using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Domain.Rules;

/// <summary>Rules of <c>auth.yaml</c>: passwords, lockout, sessions, tokens.</summary>
public sealed class AuthRules : IDocumentRules
{
    // NIST SP 800-63B 3.1.1: no shorter than 8, and at least 64 must be possible.
    private const int ShortestPassword = 8;
    private const int LongestMinimum = 64;

    public string Name => "auth";

    public void Check(DocumentCursor document)
    {
        if (!document.HasKeys("passwords", "lockout", "sessions", "tokens"))
        {
            return;
        }

        if (document.Require("passwords") is { } passwords && passwords.HasKeys("minimumLength"))
        {
            passwords.Require("minimumLength")?.WholeNumber(ShortestPassword, LongestMinimum);
        }

        if (document.Require("lockout") is { } lockout && lockout.HasKeys("attempts", "duration"))
        {
            lockout.Require("attempts")?.WholeNumber(3, 100);
            lockout.Require("duration")?.Duration(TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        }

        if (document.Require("sessions") is { } sessions && sessions.HasKeys("idle", "absolute"))
        {
            CheckSessions(sessions);
        }

        if (document.Require("tokens") is { } tokens && tokens.HasKeys("maximumAge", "perAccount"))
        {
            tokens.Require("maximumAge")?.Duration(TimeSpan.FromDays(1), TimeSpan.FromDays(3_650));
            tokens.Require("perAccount")?.WholeNumber(1, 1_000);
        }
    }

    private static void CheckSessions(DocumentCursor sessions)
    {
        var idle = sessions.Require("idle")?.Duration(TimeSpan.FromMinutes(5), TimeSpan.FromDays(30));
        var absolute = sessions.Require("absolute");
        if (absolute?.Duration(TimeSpan.FromMinutes(5), TimeSpan.FromDays(90)) < idle)
        {
            absolute.Refuse("A session cannot end before it is idle for long enough.", "Make 'absolute' at least as long as 'idle'.");
        }
    }
}
