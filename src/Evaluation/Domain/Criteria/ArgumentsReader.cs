using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// Arguments and evidence: reasons given as reasons, sources named, alternatives weighed (S. Toulmin, "The Uses of
/// Argument": claim, grounds, warrant, rebuttal; Minto: every statement raises a "why?" that the next level answers).
/// Only their marks in the language can be measured, not whether the argument holds.
/// </summary>
internal sealed class ArgumentsReader : ICriterionReader
{
    private static readonly double[] ReasonSteps = [0.17, 0.13, 0.08];
    private static readonly double[] SourceSteps = [0.16, 0.11];
    private static readonly double[] AlternativeSteps = [0.19, 0.1, 0.06];

    public string CriterionId => CriterionIds.Arguments;

    public CriterionReading Read(Reading reading)
    {
        var alternatives = reading.Evidence.With(Role.Alternative);
        var arguments = reading.Evidence.With(Role.Argument).Concat(alternatives).ToList();
        var reasons = arguments.FindAll(sentence => sentence.Has(Marker.Reason));
        var sources = arguments.FindAll(sentence => sentence.Has(Marker.Source));
        var share = Diminishing.Sum(ReasonSteps, reasons.Count) + Diminishing.Sum(SourceSteps, sources.Count) + Diminishing.Sum(AlternativeSteps, alternatives.Count);
        return new CriterionReading(
            share,
            Justify(reading, reasons.Count, sources.Count, alternatives.Count),
            reading.Quote(reasons.Take(1).Concat(sources.Take(1)).Concat(alternatives.Take(1)).Distinct(), reading.Opening),
            Praise(reading, reasons.Count, sources.Count, alternatives.Count),
            Advise(reading, reasons.Count, sources.Count, alternatives.Count));
    }

    private static string Justify(Reading reading, int reasons, int sources, int alternatives)
    {
        if (reasons + sources + alternatives == 0)
        {
            return reading.Say(
                "The text asserts; no sentence gives a reason, names a source or weighs an alternative in so many words. The quoted sentence is the first claim that a sceptical reader would ask “why?” about.",
                "El texto afirma; ninguna frase da expresamente una razón, nombra una fuente o sopesa una alternativa. La frase citada es la primera a la que un lector escéptico preguntaría «¿por qué?».");
        }

        return reading.Say(
            $"Outside the figures, {Counted(reasons, "sentence gives", "sentences give", "no sentence gives")} a reason, {Counted(sources, "points", "point", "none points")} to a source or an example, and {Counted(alternatives, "weighs", "weigh", "none weighs")} an alternative. Whether they prove the point was not judged.",
            $"Aparte de las cifras, {Counted(reasons, "frase da", "frases dan", "ninguna frase da")} una razón, {Counted(sources, "remite", "remiten", "ninguna remite")} a una fuente o un ejemplo y {Counted(alternatives, "sopesa", "sopesan", "ninguna sopesa")} una alternativa. No se ha juzgado si demuestran lo que dicen.");
    }

    private static string Counted(int count, string one, string many, string none) => count == 0 ? none : Say.Count(count, one, many);

    private static string? Praise(Reading reading, int reasons, int sources, int alternatives) =>
        alternatives >= 2 && reasons >= 1
            ? reading.Say("You show the options you turned down and why, which answers the reader's first objection.", "Muestra las opciones que descartó y por qué, y así responde a la primera objeción del lector.")
            : reasons >= 2 && sources >= 1
                ? reading.Say("Claims come with their reasons and with a source.", "Las afirmaciones llevan sus razones y una fuente.")
                : null;

    private static List<Advice> Advise(Reading reading, int reasons, int sources, int alternatives)
    {
        var advice = new List<Advice>();
        if (alternatives < 2)
        {
            advice.Add(new Advice(0.35 - Diminishing.Sum(AlternativeSteps, alternatives),
                alternatives == 0
                    ? reading.Say("No alternative is weighed, not even doing nothing.", "No se sopesa ninguna alternativa, ni siquiera no hacer nada.")
                    : reading.Say("Only one alternative is mentioned.", "Solo se menciona una alternativa."),
                reading.Say("Name two options you turned down (doing nothing is one) and say in one sentence each why.", "Nombre dos opciones que haya descartado (no hacer nada es una) y diga por qué en una frase cada una.")));
        }

        if (sources == 0)
        {
            advice.Add(new Advice(0.27,
                reading.Say("The reader is not told where the facts come from.", "No se dice al lector de dónde salen los datos."),
                reading.Say("After your most important claim, name the source: the report, survey, pilot or person, with its date.", "Después de su afirmación más importante, nombre la fuente: el informe, la encuesta, el piloto o la persona, con su fecha.")));
        }

        if (reasons < 2)
        {
            advice.Add(new Advice(0.38 - Diminishing.Sum(ReasonSteps, reasons),
                reading.Say("Claims stand side by side without a “because” to hold them together.", "Las afirmaciones van una junto a otra sin un «porque» que las una."),
                reading.Say("Write the reason into the sentence: complete “because …” for each of your three main claims.", "Escriba la razón en la misma frase: complete «porque…» en sus tres afirmaciones principales.")));
        }

        return advice;
    }
}
