using System.Text;
using System.Text.Json;

namespace MemoCoach.Benchmarks;

/// <summary>Memos of a wanted length, every one of them a little different, in the prose of a real request.</summary>
internal static class SampleMemo
{
    private static readonly string[] Paragraphs =
    [
        "We ask the board to approve $420,000 by 15 March to replace the order system of the northern region. Maria Lopez owns the project and reports monthly.",
        "Orders have grown 38% in two years, while the system still posts them by hand at night. In March, 1,140 orders were late, and each late order costs us $62 in credits.",
        "We compared three options. Keeping the system costs $95,000 a year in overtime. A rented service costs $310,000 over three years, but it cannot price by contract. Replacement costs $420,000 once and $40,000 a year.",
        "There are risks. The data may be worse than we think; therefore we clean one region first and stop if more than 2% of the records fail. The supplier could be late, so the contract holds back 20% until acceptance.",
        "The change supports the goal of the year: to deliver 95% of orders within two days. It is hoped that the utilization of the new system will facilitate the realization of savings in the amount of $150,000 per annum.",
        "Next steps: legal signs the contract by 1 April; operations trains twelve clerks in May; the first region goes live on 1 June, and the others follow by 30 September.",
    ];

    /// <summary>Bodies of requests, ready to be sent.</summary>
    public static byte[][] Bodies(int count, int words) =>
        [.. Enumerable.Range(0, count).Select(i => JsonSerializer.SerializeToUtf8Bytes(new { text = OfWords(words, i) }))];

    public static string OfWords(int words, int number)
    {
        var text = new StringBuilder($"# Order system of the northern region, version {number}\n\n");
        for (var count = 8; count < words;)
        {
            var paragraph = Paragraphs[count / 20 % Paragraphs.Length];
            text.Append(paragraph.Replace("northern", $"northern ({count})", StringComparison.Ordinal)).Append("\n\n");
            count += paragraph.Count(character => character == ' ') + 1;
        }

        return text.ToString();
    }
}
