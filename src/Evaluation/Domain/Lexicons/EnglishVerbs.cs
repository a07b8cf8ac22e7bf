namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>The forms of English verbs: regular by rule, irregular by list. A phrasal verb bends its first word.</summary>
internal static class EnglishVerbs
{
    // Base, past, participle.
    private static readonly Dictionary<string, (string Past, string Participle)> Irregular = new(StringComparer.Ordinal)
    {
        ["be"] = ("was", "been"), ["begin"] = ("began", "begun"), ["bring"] = ("brought", "brought"), ["build"] = ("built", "built"),
        ["buy"] = ("bought", "bought"), ["choose"] = ("chose", "chosen"), ["come"] = ("came", "come"), ["cut"] = ("cut", "cut"),
        ["do"] = ("did", "done"), ["fall"] = ("fell", "fallen"), ["find"] = ("found", "found"), ["get"] = ("got", "got"),
        ["give"] = ("gave", "given"), ["go"] = ("went", "gone"), ["have"] = ("had", "had"), ["hire"] = ("hired", "hired"),
        ["hold"] = ("held", "held"), ["keep"] = ("kept", "kept"), ["lead"] = ("led", "led"), ["let"] = ("let", "let"),
        ["lose"] = ("lost", "lost"), ["make"] = ("made", "made"), ["meet"] = ("met", "met"), ["pay"] = ("paid", "paid"),
        ["put"] = ("put", "put"), ["run"] = ("ran", "run"), ["see"] = ("saw", "seen"), ["seek"] = ("sought", "sought"),
        ["sell"] = ("sold", "sold"), ["send"] = ("sent", "sent"), ["set"] = ("set", "set"), ["show"] = ("showed", "shown"),
        ["speed"] = ("sped", "sped"), ["spend"] = ("spent", "spent"), ["take"] = ("took", "taken"), ["tell"] = ("told", "told"),
        ["think"] = ("thought", "thought"), ["write"] = ("wrote", "written"), ["decide"] = ("decided", "decided"),
        ["slip"] = ("slipped", "slipped"), ["plan"] = ("planned", "planned"), ["stop"] = ("stopped", "stopped"),
        ["drop"] = ("dropped", "dropped"), ["ship"] = ("shipped", "shipped"), ["cap"] = ("capped", "capped"),
        ["commit"] = ("committed", "committed"), ["refer"] = ("referred", "referred"), ["defer"] = ("deferred", "deferred"),
        ["submit"] = ("submitted", "submitted"), ["permit"] = ("permitted", "permitted"), ["hedge"] = ("hedged", "hedged"),
        ["quit"] = ("quit", "quit"), ["transfer"] = ("transferred", "transferred"), ["swap"] = ("swapped", "swapped"),
        ["break"] = ("broke", "broken"), ["undertake"] = ("undertook", "undertaken"), ["shut"] = ("shut", "shut"),
        ["map"] = ("mapped", "mapped"), ["outweigh"] = ("outweighed", "outweighed"), ["draw"] = ("drew", "drawn"),
    };

    public static IEnumerable<string> Forms(string verb) =>
        new[] { verb, ThirdPerson(verb), Past(verb), Participle(verb), Gerund(verb) }.Distinct(StringComparer.Ordinal);

    public static string ThirdPerson(string verb) => Bend(verb, first => first switch
    {
        "be" => "is",
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        _ when EndsInSibilant(first) => first + "es",
        _ when EndsInConsonantY(first) => first[..^1] + "ies",
        _ => first + "s",
    });

    public static string Past(string verb) => Bend(verb, first => Irregular.TryGetValue(first, out var forms) ? forms.Past : Regular(first));

    public static string Participle(string verb) =>
        Bend(verb, first => Irregular.TryGetValue(first, out var forms) ? forms.Participle : Regular(first));

    public static string Gerund(string verb) => Bend(verb, first => first switch
    {
        "be" => "being",
        "see" or "agree" or "free" => first + "ing",
        _ when Doubles(first) => first + first[^1] + "ing",
        _ when first.EndsWith("ie", StringComparison.Ordinal) => first[..^2] + "ying",
        _ when first.EndsWith('e') => first[..^1] + "ing",
        _ => first + "ing",
    });

    private static string Bend(string verb, Func<string, string> bend)
    {
        var space = verb.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? bend(verb) : bend(verb[..space]) + verb[space..];
    }

    private static string Regular(string verb) =>
        verb.EndsWith('e') ? verb + "d"
        : EndsInConsonantY(verb) ? verb[..^1] + "ied"
        : verb + "ed";

    private static bool Doubles(string verb) =>
        Irregular.TryGetValue(verb, out var forms)
            ? forms.Past.StartsWith(verb + verb[^1], StringComparison.Ordinal) || verb is "put" or "cut" or "set" or "run" or "let" or "get" or "begin" or "quit" or "shut"
            : false;

    private static bool EndsInSibilant(string verb) =>
        verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith('z') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal);

    private static bool EndsInConsonantY(string verb) => verb.Length > 2 && verb[^1] == 'y' && verb[^2] is not ('a' or 'e' or 'o' or 'u');
}
