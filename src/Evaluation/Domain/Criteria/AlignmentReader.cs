using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// Strategic alignment: a sentence that ties the proposal to a goal the organisation has stated (R. Kaplan and D. Norton,
/// "The Strategy-Focused Organization": a goal counts when it is named). A word such as "strategic" alone ties nothing.
/// </summary>
internal sealed class AlignmentReader : ICriterionReader
{
    // The top is left free: whether the goal is really served, only a reader who knows it can tell.
    private static readonly double[] Steps = [0.5, 0.25, 0.15];

    public string CriterionId => CriterionIds.Alignment;

    public CriterionReading Read(Reading reading)
    {
        var links = reading.Evidence.With(Role.Alignment);
        var share = Diminishing.Sum(Steps, links.Count);
        var justification = links.Count == 0
            ? reading.Say(
                "No sentence ties the proposal to a goal, priority or plan of the organisation. The quoted opening is where the reader would look for it.",
                "Ninguna frase une la propuesta a un objetivo, una prioridad o un plan de la organización. En el comienzo citado es donde el lector la buscaría.")
            : reading.Say(
                $"{Say.Count(links.Count, "sentence ties", "sentences tie")} the proposal to a stated goal, priority or plan.",
                $"{Say.Count(links.Count, "frase une", "frases unen")} la propuesta a un objetivo, una prioridad o un plan declarado.");
        List<Advice> advice = links.Count >= 2 ? [] :
        [
            new Advice(1 - share,
                links.Count == 0
                    ? reading.Say("The reader is not told which goal this serves.", "No se dice al lector a qué objetivo sirve esto.")
                    : reading.Say("The goal is named once; how far this moves it is left open.", "El objetivo se nombra una vez; no se dice cuánto lo acerca."),
                links.Count == 0
                    ? reading.Say("Name the goal as it is written in the plan, and say in one sentence how this brings it closer.", "Nombre el objetivo tal como está en el plan y diga en una frase cómo lo acerca esta propuesta.")
                    : reading.Say("Add how much of the goal this delivers, and by when.", "Añada qué parte del objetivo se logra con esto y para cuándo.")),
        ];
        return new CriterionReading(
            share,
            justification,
            reading.Quote(links, reading.Opening),
            links.Count == 0 ? null : reading.Say("The memo says which goal it serves.", "El memo dice a qué objetivo sirve."),
            advice);
    }
}
