namespace MemoCoach.EndToEnd.Tests.Site;

public static class Memos
{
    /// <summary>The introduction of a real United States federal memorandum, M-16-21 (public domain).</summary>
    public static string Federal { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "omb-m-16-21-introduction.md"));

    /// <summary>A memo that attacks whoever shows it carelessly.</summary>
    public const string Hostile = """
        <script>window.hacked = 1</script> We recommend approving $250,000 for the new scanner by 15 March.

        <img src=x onerror="window.hacked = 2"> It is important to note that the current scanner was broken in the month of May.

        </textarea><svg onload="window.hacked = 3"></svg> "Quotes" & 'apostrophes' &amp; entities &lt;b&gt; 😀 stay as they are.
        """;
}
