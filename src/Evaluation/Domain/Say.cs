namespace MemoCoach.Evaluation.Domain;

/// <summary>Feedback is written in the language of the memo; both wordings stand side by side so that they stay in step.</summary>
internal static class Say
{
    public static string In(Language language, string english, string spanish) =>
        language == Language.Spanish ? spanish : english;

    /// <summary>A count with its noun: "1 risk", "3 risks".</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>A few words of the memo inside a comment, short enough to read in passing.</summary>
    public static string Quoted(string words) => $"“{Shortened(words)}”";

    private static string Shortened(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= 70)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', 66);
        cut = cut < 30 ? 66 : cut;
        cut -= char.IsHighSurrogate(line[cut - 1]) ? 1 : 0;
        return line[..cut].TrimEnd(',', ';', ':') + " …";
    }
}
