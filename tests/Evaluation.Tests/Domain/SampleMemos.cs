using System.Text;
using System.Text.Json;
using MemoCoach.Evaluation.Domain;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;
using MemoCoach.Evaluation.Infrastructure;

namespace MemoCoach.Evaluation.Tests.Domain;

/// <summary>
/// Memos whose parts are marked, so that tests can take a part out: <c>[[risks]]...[[/risks]]</c> goes whole;
/// <c>{{figure~~vague words}}</c> shows the figure, or the vague words instead.
/// </summary>
internal static class SampleMemos
{
    public static readonly string[] Good = ["invoicing.en.txt", "depot.en.txt", "training.en.txt", "almacen.es.txt", "clinica.es.txt"];

    public static readonly string[] Marked = [.. Good, "portal.en.txt", "bakery.en.txt", "solar.es.txt"];

    public static readonly string[] Federal = ["omb-m-16-21-introduction.md", "omb-m-16-21-solutions-analysis.md"];

    public static readonly Rubric Rubric = RubricYaml.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "config", "rubric.yaml")), "test");

    public static readonly BuiltInEvaluator Evaluator = new();

    public static Memo Load(string file) => new("", Without(Raw(file), part: null, vague: false), LanguageOf(file));

    public static Memo LoadWithout(string file, string part) => new("", Without(Raw(file), part, vague: false), LanguageOf(file));

    /// <summary>The sentences of a part, in the text of the whole memo.</summary>
    public static IReadOnlyList<(int Start, int End)> SentencesOf(string file, string part)
    {
        var whole = Load(file);
        var without = LoadWithout(file, part).Text;
        var document = DocumentReader.Read(whole, LexiconFor.Language(whole.Language));
        return [.. document.Sentences
            .Select(sentence => (sentence.Start, sentence.End))
            .Where(span => !without.Contains(whole.Text[span.Start..span.End], StringComparison.Ordinal))];
    }

    public static Memo LoadVague(string file) => new("", Without(Raw(file), part: null, vague: true), LanguageOf(file));

    public static MemoReview Review(Memo memo) => Evaluator.Review(memo, Rubric);

    public static MemoReview Review(string text, Language language = Language.English) => Review(new Memo("", text, language));

    public static double ScoreOf(this MemoReview review, string criterion) => review.Criteria.Single(result => result.Id == criterion).Score.Value;

    public static IEnumerable<Memo> All() => Marked.Select(Load).Concat(Federal.Select(Load)).Append(Load("rambling.en.txt"));

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(DataPath(file))).RootElement;

    private static string Raw(string file) => File.ReadAllText(DataPath(Path.Combine("memos", file)));

    private static string DataPath(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static Language LanguageOf(string file) => file.Contains(".es.", StringComparison.Ordinal) ? Language.Spanish : Language.English;

    private static string Without(string raw, string? part, bool vague)
    {
        var text = new StringBuilder();
        var skipping = false;
        for (var at = 0; at < raw.Length;)
        {
            if (Tag(raw, at, "[[", "]]") is { } mark)
            {
                var opens = mark[0] != '/';
                skipping = part == mark.TrimStart('/') ? opens : skipping;
                at += mark.Length + 4;
            }
            else if (Tag(raw, at, "{{", "}}") is { } choice)
            {
                var halves = choice.Split("~~");
                text.Append(skipping ? "" : vague ? halves[1] : halves[0]);
                at += choice.Length + 4;
            }
            else
            {
                text.Append(skipping ? "" : raw[at].ToString());
                at++;
            }
        }

        return text.ToString();
    }

    private static string? Tag(string raw, int at, string opening, string closing) =>
        string.CompareOrdinal(raw, at, opening, 0, 2) == 0 ? raw[(at + 2)..raw.IndexOf(closing, at, StringComparison.Ordinal)] : null;
}
