using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// Structure: can a reader find the way by headings and paragraphs? (Federal Plain Language Guidelines, "Use lots of useful
/// headings", "Write short paragraphs"; Minto, "The Pyramid Principle": the structure must show on the page.) Only form
/// counts here, never which section is present, so that a missing section is counted once, where it belongs.
/// </summary>
internal sealed class StructureReader : ICriterionReader, ICommentator
{
    // A page of a memo is 250 to 300 words: the eye wants a signpost on each; two pages without one are a wall.
    private const int EasyStretch = 110;
    private const int WallStretch = 450;

    // The guidelines ask for paragraphs of 150 words at most, and mostly far shorter.
    private const int EasyParagraph = 55;
    private const int WallParagraph = 180;

    // Fewer words in full sentences than this have no structure to speak of.
    private const int EnoughWords = 40;

    public string CriterionId => CriterionIds.Structure;

    public int MostFindings => 2;

    public CriterionReading Read(Reading reading)
    {
        var shape = Shape.Of(reading.Document);
        foreach (var (words, block) in shape.LongParagraphs.Where(paragraph => paragraph.Words > 120))
        {
            var first = reading.Document.Sentences[block.FirstSentence];
            reading.Remarks.Add(new Remark(this, first, first.FirstWord, first.EndWord, 0.3 + (words / 1000.0)));
        }

        var wall = Ramp(shape.LongestStretch, EasyStretch, WallStretch);
        double crowded = 0, share = 0.6;
        foreach (var (words, _) in shape.LongParagraphs.Take(6))
        {
            crowded += share * Ramp(words, EasyParagraph, WallParagraph);
            share *= 0.5;
        }

        var gate = Math.Min(1.0, (double)shape.FullWords / EnoughWords);
        var result = gate * (1 - (0.45 * wall) - (0.45 * Math.Min(1, crowded)));
        return new CriterionReading(result, Justify(reading, shape), EvidenceFor(reading, shape), Praise(reading, shape, result), Advise(reading, shape, wall, crowded, gate));
    }

    public Finding Comment(Document document, Remark remark)
    {
        var words = Shape.WordsIn(document, remark.Sentence.Block);
        return new Finding(
            document.SpanOf(remark.Sentence),
            CriterionIds.Structure,
            words > 180 ? Severity.Medium : Severity.Low,
            Say.In(document.Language,
                $"The paragraph that begins here runs to {words} words, longer than most readers take in at once.",
                $"El párrafo que empieza aquí tiene {words} palabras, más de lo que se asimila de una vez."),
            [Say.In(document.Language,
                "Which one sentence would you keep if the reader read no other in this paragraph?",
                "¿Con qué frase se quedaría si el lector no leyera otra de este párrafo?")],
            [Say.In(document.Language,
                "Move that sentence to the front, and start a new paragraph where the subject changes.",
                "Ponga esa frase al principio y empiece un párrafo nuevo donde cambie el asunto.")]);
    }

    private static double Ramp(int value, int none, int full) => Math.Clamp((double)(value - none) / (full - none), 0, 1);

    private static string Justify(Reading reading, Shape shape)
    {
        if (shape.FullWords < EnoughWords)
        {
            return reading.Say(
                "There is too little text here to have a structure.",
                "Hay demasiado poco texto para que tenga una estructura.");
        }

        var headings = shape.Headings switch
        {
            0 => reading.Say("no headings", "sin títulos"),
            _ => reading.Say(Say.Count(shape.Headings, "heading", "headings"), Say.Count(shape.Headings, "título", "títulos")),
        };
        var longest = shape.LongParagraphs.Count == 0 ? 0 : shape.LongParagraphs[0].Words;
        return reading.Say(
            $"The memo has {headings} over {Say.Count(shape.Words, "word", "words")}. Its longest stretch without a heading is {Say.Count(shape.LongestStretch, "word", "words")}"
            + (longest > 0 ? $", its longest paragraph {Say.Count(longest, "word", "words")}." : "."),
            (shape.Headings == 0 ? "El memo no tiene títulos" : $"El memo tiene {headings}") + $" en {Say.Count(shape.Words, "palabra", "palabras")}. El tramo más largo sin título tiene {Say.Count(shape.LongestStretch, "palabra", "palabras")}"
            + (longest > 0 ? $" y el párrafo más largo, {Say.Count(longest, "palabra", "palabras")}." : "."));
    }

    private static List<TextSpan> EvidenceFor(Reading reading, Shape shape)
    {
        if (shape.LongParagraphs.Count > 0 && shape.LongParagraphs[0].Words > 120)
        {
            return [reading.Document.SpanOf(reading.Document.Sentences[shape.LongParagraphs[0].Block.FirstSentence])];
        }

        var headings = shape.HeadingBlocks.Take(3).Select(reading.Document.SpanOf).ToList();
        return headings.Count > 0 ? headings : reading.Quote([], reading.Opening);
    }

    private static string? Praise(Reading reading, Shape shape, double share) =>
        share < 0.75 ? null
        : shape.Headings >= 2
            ? reading.Say(
                "Headings and short paragraphs let a busy reader find any part of the memo at a glance.",
                "Los títulos y los párrafos cortos permiten encontrar cualquier parte del memo de un vistazo.")
            : shape.LongParagraphs is [{ Words: > 60 }, ..] or [] ? null
            : reading.Say("The paragraphs are short enough to be read on a screen.", "Los párrafos son lo bastante cortos para leerse en una pantalla.");

    private static List<Advice> Advise(Reading reading, Shape shape, double wall, double crowded, double gate)
    {
        var advice = new List<Advice>();
        if (gate < 1)
        {
            advice.Add(new Advice(1 - gate,
                reading.Say("A reader cannot decide on so little text.", "Con tan poco texto nadie puede decidir."),
                reading.Say("Write one short paragraph each for the request, the reasons, the figures, the risks and the next steps.", "Escriba un párrafo corto para la petición, las razones, las cifras, los riesgos y los próximos pasos.")));
        }

        if (wall > 0.15)
        {
            advice.Add(new Advice(0.45 * wall,
                reading.Say($"A stretch of {shape.LongestStretch} words has no heading, so the reader cannot skim it.", $"Un tramo de {shape.LongestStretch} palabras no tiene ningún título y no se puede leer por encima."),
                reading.Say("Give each part a heading that states its message, for example “The pilot paid for itself” rather than “Background”.", "Ponga a cada parte un título que diga su mensaje, por ejemplo «El piloto se pagó solo» en lugar de «Antecedentes».")));
        }

        if (crowded > 0.2)
        {
            advice.Add(new Advice(0.45 * Math.Min(1, crowded),
                reading.Say($"The longest paragraph has {shape.LongParagraphs[0].Words} words and carries more than one idea.", $"El párrafo más largo tiene {shape.LongParagraphs[0].Words} palabras y lleva más de una idea."),
                reading.Say("Cut it where the subject changes, and open each new paragraph with its point.", "Divídalo donde cambia el asunto y abra cada párrafo nuevo con su idea principal.")));
        }

        return advice;
    }
}
