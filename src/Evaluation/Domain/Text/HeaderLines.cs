namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>The envelope of a memo: who writes to whom, when, about what (Army Regulation 25-50 and office habit).</summary>
internal static class HeaderLines
{
    private static readonly string[] Names =
    [
        "to", "from", "date", "subject", "re", "cc", "through", "thru", "via", "attn", "attention", "memorandum for", "memorandum",
        "memo", "prepared by", "author", "classification", "reference", "ref",
        "para", "de", "fecha", "asunto", "a", "ref.", "copia", "referencia", "memorando", "memorándum", "autor", "autora", "elaborado por",
    ];

    public static bool IsHeaderLine(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*_> ");
        var colon = line.IndexOf(':');
        if (colon is < 1 or > 24)
        {
            return false;
        }

        var name = line[..colon].TrimEnd("*_ ");
        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
