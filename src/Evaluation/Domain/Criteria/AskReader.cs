using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// The opportunity and the ask: a request in a full sentence, with its amount, its owner and its date, in the opening
/// ("bottom line up front": Army Regulation 25-50, 1-36; Minto: the answer first), and what is to be gained.
/// </summary>
internal sealed class AskReader : ICriterionReader, ICommentator
{
    // The opening: what is read before the reader decides whether to go on.
    private const int OpeningWords = 90;

    private static readonly double[] OpportunitySteps = [0.08, 0.05];

    public string CriterionId => CriterionIds.Ask;

    public int MostFindings => 1;

    public CriterionReading Read(Reading reading)
    {
        var document = reading.Document;
        var asks = reading.Evidence.With(Role.Ask);
        var opportunities = reading.Evidence.With(Role.Opportunity);
        var opportunity = Diminishing.Sum(OpportunitySteps, opportunities.Count);
        if (asks.Count == 0)
        {
            if (reading.Opening is { } opening)
            {
                reading.Remarks.Add(new Remark(this, opening, opening.FirstWord, opening.EndWord, 1));
            }

            return new CriterionReading(opportunity, JustifyMissing(reading), reading.Quote([], reading.Opening), null, [Missing(reading)]);
        }

        var details = AskDetails.Of(document, asks);
        var early = IsEarly(document, asks[0]);

        // Two of the three make a request complete: not every decision costs money, and the owner is often the reader.
        var share = 0.4 + (0.125 * Math.Min(2, details.Count)) + (early ? 0.17 : 0) + (asks.Count > 1 ? 0.05 : 0) + opportunity;
        if (!early || details.Count < 2)
        {
            reading.Remarks.Add(new Remark(this, asks[0], asks[0].FirstWord, asks[0].EndWord, 0.6));
        }

        return new CriterionReading(
            share,
            Justify(reading, details, early, opportunities.Count),
            reading.Quote(asks, reading.Opening),
            early && details.Count >= 2
                ? reading.Say("The reader learns in the opening what is asked of them.", "El lector sabe desde el comienzo qué se le pide.")
                : details.Count == 3 ? reading.Say("The request names its amount, its owner and its date.", "La petición dice el importe, el responsable y la fecha.") : null,
            Advise(reading, details, early, opportunities.Count));
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        if (!remark.Sentence.Has(Marker.Request) && !remark.Sentence.Has(Marker.Decision) && !remark.Sentence.Has(Marker.RequestVerb) || remark.Weight >= 1)
        {
            return new Finding(
                document.SpanOf(remark.Sentence),
                CriterionIds.Ask,
                Severity.High,
                Say.In(language,
                    "The memo opens here, and neither here nor later does it ask the reader for anything.",
                    "El memo empieza aquí, y ni aquí ni más adelante pide nada al lector."),
                [Say.In(language, "What should the reader do once they have read this, and by when?", "¿Qué debe hacer el lector cuando haya leído esto, y para cuándo?"),
                 Say.In(language, "What happens if they do nothing?", "¿Qué pasa si no hace nada?")],
                [Say.In(language,
                    "Open with one sentence of the form “I ask [who] to approve [what] for [amount] by [date].”",
                    "Empiece con una frase del tipo «Pido a [quién] que apruebe [qué] por [importe] antes del [fecha]»."),
                 Say.In(language,
                    "If the memo gives an instruction rather than asking for a decision, open with “From [date], [who] must [do what]”.",
                    "Si el memo da una instrucción en lugar de pedir una decisión, empiece con «Desde el [fecha], [quién] debe [hacer qué]».")]);
        }

        var details = AskDetails.Of(document, [remark.Sentence]);
        var early = IsEarly(document, remark.Sentence);
        return new Finding(
            document.SpanOf(remark.Sentence),
            CriterionIds.Ask,
            Severity.Medium,
            early
                ? Say.In(language, $"This is the request, but it does not say {details.Lacking(language)}.", $"Esta es la petición, pero no dice {details.Lacking(language)}.")
                : Say.In(language, "This is the request, and the reader reaches it late.", "Esta es la petición, y el lector llega tarde a ella."),
            [early
                ? Say.In(language, "Could the reader say yes to this sentence alone?", "¿Podría el lector decir que sí solo con esta frase?")
                : Say.In(language, "Would a reader who stops after the first paragraph know what you want?", "¿Sabría lo que usted quiere un lector que no pase del primer párrafo?")],
            [early
                ? Say.In(language, $"Add {details.Lacking(language)} to this sentence.", $"Añada a esta frase {details.Lacking(language)}.")
                : Say.In(language, "Move this sentence to the first paragraph and let the rest support it.", "Lleve esta frase al primer párrafo y haga que el resto la apoye.")]);
    }

    private static bool IsEarly(Document document, Sentence ask) =>
        ask.FirstWord <= OpeningWords || ask.Index < 3 || ask.Block == FirstProse(document);

    private static Block? FirstProse(Document document) => document.Sentences.Count == 0 ? null : document.Sentences[0].Block;

    private static string JustifyMissing(Reading reading)
    {
        var duties = reading.Document.Sentences.FindAll(sentence => sentence.Has(Marker.Modal) && HasDuty(reading.Document, sentence)).Count;
        return duties >= 3
            ? reading.Say(
                "The memo lays down duties but asks the reader for no decision: no sentence requests an approval, an amount or an answer by a date. The quoted opening is where the request belongs.",
                "El memo fija obligaciones pero no pide al lector ninguna decisión: ninguna frase solicita una aprobación, un importe o una respuesta para una fecha. En el comienzo citado es donde debe ir la petición.")
            : reading.Say(
                "No sentence asks the reader for a decision. The quoted opening is where the request belongs.",
                "Ninguna frase pide al lector una decisión. En el comienzo citado es donde debe ir la petición.");
    }

    private static bool HasDuty(Document document, Sentence sentence)
    {
        foreach (var word in document.WordsOf(sentence))
        {
            if (document.TextOf(word) is "must" or "shall" or "debe" or "deben" or "deberá" or "deberán")
            {
                return true;
            }
        }

        return false;
    }

    private static Advice Missing(Reading reading) => new(
        0.85,
        reading.Say("The memo does not say what it wants from its reader.", "El memo no dice qué quiere de su lector."),
        reading.Say("Put the request in the first sentence: who should decide what, for how much, by when.", "Ponga la petición en la primera frase: quién debe decidir qué, por cuánto y para cuándo."));

    private static string Justify(Reading reading, AskDetails details, bool early, int opportunities)
    {
        var where = early
            ? reading.Say("The request stands in the opening", "La petición está en el comienzo")
            : reading.Say("There is a request, but not in the opening", "Hay una petición, pero no en el comienzo");
        var what = details.Count == 3
            ? reading.Say(" and names its amount, its owner and its date.", " y dice el importe, el responsable y la fecha.")
            : details.Count == 0
                ? reading.Say("; it names no amount, owner or date.", "; no dice importe, responsable ni fecha.")
                : reading.Say($" and names {details.Present(Language.English)}; it does not say {details.Lacking(Language.English)}.", $" y dice {details.Present(Language.Spanish)}; no dice {details.Lacking(Language.Spanish)}.");
        var gain = opportunities == 0
            ? ""
            : reading.Say($" {Say.Count(opportunities, "further sentence says", "further sentences say")} what is to be gained.", $" {Say.Count(opportunities, "frase más dice", "frases más dicen")} qué se gana.");
        return where + what + gain;
    }

    private static List<Advice> Advise(Reading reading, AskDetails details, bool early, int opportunities)
    {
        var advice = new List<Advice>();
        if (!early)
        {
            advice.Add(new Advice(0.17,
                reading.Say("The request comes late; many readers will not get that far.", "La petición llega tarde; muchos lectores no llegarán hasta ella."),
                reading.Say("Move it to the first paragraph.", "Llévela al primer párrafo.")));
        }

        if (details.Count < 2)
        {
            advice.Add(new Advice(0.125 * (2 - details.Count),
                reading.Say("The request is incomplete.", "La petición está incompleta."),
                reading.Say($"Add {details.Lacking(Language.English)}.", $"Añada {details.Lacking(Language.Spanish)}.")));
        }

        if (opportunities == 0)
        {
            advice.Add(new Advice(0.08,
                reading.Say("What is to be gained is not put into words apart from the figures.", "Lo que se gana no se dice con palabras, aparte de las cifras."),
                reading.Say("Say in one sentence what will be better, and for whom, once this is approved.", "Diga en una frase qué mejorará, y para quién, si se aprueba.")));
        }

        return advice;
    }
}
