using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>Clarity and figures: two thirds for prose that reads at first sight, one third for figures with their units.</summary>
internal sealed class ClarityReader : ICriterionReader
{
    private const double EaseShare = 0.66;

    private static readonly double[] FigureSteps = [0.3, 0.22, 0.16, 0.12, 0.1, 0.1];

    public string CriterionId => CriterionIds.Clarity;

    public CriterionReading Read(Reading reading)
    {
        var sentences = reading.Evidence.With(Role.Figure);
        var credits = 0;
        foreach (var sentence in sentences)
        {
            credits += Math.Min(2, Figures.Count(reading.Document, sentence));
        }

        var figures = Diminishing.Sum(FigureSteps, credits);
        var share = (EaseShare * reading.Ease.Share) + ((1 - EaseShare) * figures);
        return new CriterionReading(share, Justify(reading, sentences), EvidenceFor(reading, sentences), Praise(reading, sentences), Advise(reading, figures));
    }

    private static string Justify(Reading reading, List<Sentence> figures)
    {
        var ease = reading.Ease.Share switch
        {
            0 => reading.Say("There is no full sentence to read.", "No hay ninguna frase completa que leer."),
            >= 0.75 => reading.Say("The sentences read easily, even the hardest of them.", "Las frases se leen con facilidad, incluso las más difíciles."),
            >= 0.5 => reading.Say("Most sentences can be followed; the hardest ones make the reader slow down.", "La mayoría de las frases se siguen bien; las más difíciles obligan a frenar."),
            _ => reading.Say("Several sentences have to be read twice.", "Varias frases hay que leerlas dos veces."),
        };
        var length = reading.Ease.LongestSentence > 0
            ? reading.Say($" The longest has {Say.Count(reading.Ease.LongestSentence, "word", "words")}.", $" La más larga tiene {Say.Count(reading.Ease.LongestSentence, "palabra", "palabras")}.")
            : "";
        var counted = figures.Count == 0
            ? reading.Say(" Apart from the request, the risks and the plan, no statement gives a figure with its unit.", " Aparte de la petición, los riesgos y el plan, ninguna afirmación da una cifra con su unidad.")
            : reading.Say(
                $" {Say.Count(figures.Count, "statement is", "statements are")} backed by figures with units.",
                $" {Say.Count(figures.Count, "afirmación se apoya", "afirmaciones se apoyan")} en cifras con su unidad.");
        return ease + length + counted;
    }

    private static List<TextSpan> EvidenceFor(Reading reading, List<Sentence> figures)
    {
        var quoted = figures.Take(2).ToList();
        if (reading.Ease.Share < 0.75 && reading.Ease.Hardest is { } hardest && !quoted.Contains(hardest))
        {
            quoted.Add(hardest);
        }

        return reading.Quote(quoted, reading.Opening);
    }

    private static string? Praise(Reading reading, List<Sentence> figures) =>
        reading.Ease.Share >= 0.7 && figures.Count >= 2
            ? reading.Say("Short, direct sentences and figures with units: the reader can check what you say.", "Frases cortas y directas, y cifras con su unidad: el lector puede comprobar lo que usted dice.")
            : figures.Count >= 4
                ? reading.Say("The figures carry their units, so the reader can check them.", "Las cifras llevan su unidad y el lector puede comprobarlas.")
                : reading.Ease.Share >= 0.78 && reading.Document.Sentences.Count >= 5
                    ? reading.Say("The sentences are short and direct.", "Las frases son cortas y directas.")
                    : null;

    private static List<Advice> Advise(Reading reading, double figures)
    {
        var advice = new List<Advice>();
        var lost = EaseShare * (1 - reading.Ease.Share);
        if (reading.Ease.Hardest is { } hardest && lost > 0.14)
        {
            var words = Say.Quoted(reading.Document.SpanOf(hardest).Quote);
            advice.Add(new Advice(lost,
                reading.Say("A few heavy sentences decide how hard the memo is to read.", "Unas pocas frases pesadas deciden lo difícil que resulta leer el memo."),
                hardest.WordCount > 25
                    ? reading.Say($"Begin with {words}: split it in two and give each verb a person who acts.", $"Empiece por {words}: divídala en dos y dé a cada verbo una persona que actúe.")
                    : reading.Say($"Begin with {words}: rewrite it with a person as its subject and a plain verb.", $"Empiece por {words}: reescríbala con una persona como sujeto y un verbo sencillo.")));
        }

        if (figures < 0.65)
        {
            advice.Add(new Advice((1 - EaseShare) * (1 - figures),
                figures == 0
                    ? reading.Say("The case is made without figures, so the reader cannot tell how large it is.", "El caso se plantea sin cifras y el lector no puede saber su tamaño.")
                    : reading.Say("Few statements carry a figure.", "Pocas afirmaciones llevan una cifra."),
                reading.Say("For each claim of size or change, give the number, its unit, the period and what it is compared with.", "En cada afirmación de tamaño o de cambio, dé el número, su unidad, el periodo y con qué se compara.")));
        }

        return advice;
    }
}
