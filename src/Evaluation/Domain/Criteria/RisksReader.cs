using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// Risks and mitigation: a risk counts in full when an answer to it stands in the same sentence, the same row or right
/// after it (ISO 31000: identification without treatment is half the work).
/// </summary>
internal sealed class RisksReader : ICriterionReader, ICommentator
{
    private const double Unanswered = 0.4;

    private static readonly double[] Steps = [0.5, 0.27, 0.14, 0.09];

    public string CriterionId => CriterionIds.Risks;

    public int MostFindings => 2;

    public CriterionReading Read(Reading reading)
    {
        var risks = reading.Evidence.With(Role.Risk);
        var values = new List<double>(risks.Count);
        var answered = 0;
        var evidence = new List<Sentence>();
        foreach (var risk in risks)
        {
            var answer = AnswerTo(reading, risk);
            answered += answer is null ? 0 : 1;
            values.Add(answer is null ? Unanswered : 1);
            evidence.Add(risk);
            if (answer is not null && answer != risk)
            {
                evidence.Add(answer);
            }

            if (answer is null)
            {
                reading.Remarks.Add(new Remark(this, risk, risk.FirstWord, risk.EndWord, 0.5));
            }
        }

        var share = Diminishing.Sum(Steps, values);
        return new CriterionReading(
            share,
            Justify(reading, risks.Count, answered),
            reading.Quote(evidence, Promise(reading)),
            answered >= 2 ? reading.Say("Risks come with an answer, which earns the reader's trust.", "Los riesgos llevan su respuesta, y eso gana la confianza del lector.") : null,
            Advise(reading, risks.Count, answered, share));
    }

    public Finding Comment(Document document, Remark remark) => new(
        document.SpanOf(remark.Sentence),
        CriterionIds.Risks,
        Severity.Medium,
        Say.In(document.Language, "A risk is named here, and nothing nearby says what you would do about it.", "Aquí se nombra un riesgo y nada de lo que sigue dice qué se haría al respecto."),
        [Say.In(document.Language, "What would tell you early that this is happening?", "¿Qué señal avisaría a tiempo de que está ocurriendo?"),
         Say.In(document.Language, "Who would do what then?", "¿Quién haría qué entonces?")],
        [Say.In(document.Language, "Follow this sentence with one that begins “If this happens, we will …”.", "Añada a continuación una frase que empiece por «Si ocurre, haremos…».")]);

    private static Sentence? AnswerTo(Reading reading, Sentence risk)
    {
        if (risk.Has(Marker.Mitigation) || (risk.Has(Marker.Response) && risk.Substance >= 3) || IsRiskRow(reading.Document, risk))
        {
            return risk;
        }

        var sentences = reading.Document.Sentences;
        var first = risk.Index + 1;
        for (var i = first; i < Math.Min(first + 2, sentences.Count); i++)
        {
            var role = reading.Evidence[sentences[i]];
            if (role == Role.Mitigation)
            {
                return sentences[i];
            }

            if (role == Role.Risk && risk.Block != sentences[i].Block)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>A row of a risk table has its answer in one of its cells.</summary>
    private static bool IsRiskRow(Document document, Sentence risk) =>
        risk.Block is { Kind: BlockKind.TableRow, Topic: Topic.Risks }
        && document.Text.AsSpan(risk.Start, risk.End - risk.Start).Count('|') >= 1 && risk.Substance >= 4;

    /// <summary>Where a memo names no risk, its boldest promise is where the reader would look for one.</summary>
    private static Sentence? Promise(Reading reading) =>
        reading.Document.Sentences.Find(sentence => sentence is { IsWellFormed: true, IsTerminated: true } && sentence.Has(Marker.Benefit) && (sentence.Has(Marker.Future) || sentence.Has(Marker.Modal)))
        ?? reading.Document.Sentences.Find(sentence => sentence is { IsWellFormed: true, IsTerminated: true } && sentence.Has(Marker.Benefit))
        ?? reading.Opening;

    private static string Justify(Reading reading, int risks, int answered) => (risks, answered) switch
    {
        (0, _) => reading.Say(
            "No sentence names a risk. The quoted sentence is one a sceptical reader would test first.",
            "Ninguna frase nombra un riesgo. La frase citada es una de las primeras que pondría a prueba un lector escéptico."),
        _ when answered == risks => reading.Say(
            risks == 1 ? "One risk is named, and answered." : $"{risks} risks are named, each with an answer beside it.",
            risks == 1 ? "Se nombra un riesgo y se le da respuesta." : $"Se nombran {risks} riesgos, cada uno con su respuesta al lado."),
        (_, 0) => reading.Say(
            $"{Say.Count(risks, "risk is", "risks are")} named, but none is answered.",
            risks == 1 ? "Se nombra un riesgo, pero sin respuesta." : $"Se nombran {risks} riesgos, pero ninguno tiene respuesta."),
        _ => reading.Say(
            $"{risks} risks are named; {answered} of them {(answered == 1 ? "has" : "have")} an answer beside {(answered == 1 ? "it" : "them")}.",
            $"Se nombran {risks} riesgos; {answered} de ellos {(answered == 1 ? "tiene" : "tienen")} respuesta al lado."),
    };

    private static List<Advice> Advise(Reading reading, int risks, int answered, double share)
    {
        if (risks == 0)
        {
            return [new Advice(0.9,
                reading.Say("A proposal without risks reads as one that was not thought through.", "Una propuesta sin riesgos parece una propuesta sin pensar."),
                reading.Say("Name the two things most likely to go wrong, and after each say what you will do about it.", "Nombre las dos cosas que más fácilmente pueden fallar y diga después de cada una qué hará."))];
        }

        if (answered < risks)
        {
            return [new Advice(Math.Min(0.5, 1 - share),
                reading.Say("Some risks are left without an answer.", "Algunos riesgos quedan sin respuesta."),
                reading.Say("After each risk, write what will be done to make it less likely or less costly, and by whom.", "Después de cada riesgo, escriba qué se hará para que sea menos probable o menos caro, y quién lo hará."))];
        }

        return risks >= 2 ? [] :
        [
            new Advice(1 - share,
                reading.Say("Only one risk is named.", "Solo se nombra un riesgo."),
                reading.Say("Add the risk your strongest critic would raise, and your answer to it.", "Añada el riesgo que señalaría su crítico más duro, y su respuesta.")),
        ];
    }
}
