using System.Globalization;
using System.Text;

namespace MemoCoach.Gateway.Domain;

/// <summary>Which characters a line of text may hold.</summary>
internal static class Characters
{
    /// <summary>
    /// Whether every character shows as itself: no control characters, no line breaks, no half surrogate pairs, and none
    /// of the invisible ones that make one name look like another (Unicode categories Cc, Cf, Cs, Co, Cn, Zl, Zp).
    /// </summary>
    public static bool AreVisible(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune) || IsInvisible(rune))
            {
                return false;
            }

            index += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
