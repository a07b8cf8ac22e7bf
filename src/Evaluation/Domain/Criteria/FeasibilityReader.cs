using MemoCoach.Evaluation.Domain.Features;
using MemoCoach.Evaluation.Domain.Lexicons;
using MemoCoach.Evaluation.Domain.Text;

namespace MemoCoach.Evaluation.Domain.Criteria;

/// <summary>
/// Feasibility and plan: next steps that say what, who and when (D. Allen, "Getting Things Done": a next action is physical,
/// owned and dated; PRINCE2 and its kin ask the same of a work package).
/// </summary>
internal sealed class FeasibilityReader : ICriterionReader, ICommentator
{
    private static readonly double[] Steps = [0.4, 0.25, 0.16, 0.11, 0.08];

    public string CriterionId => CriterionIds.Feasibility;

    public int MostFindings => 2;

    public CriterionReading Read(Reading reading)
    {
        var document = reading.Document;
        var steps = reading.Evidence.With(Role.Step);
        var values = new List<double>(steps.Count);
        int owned = 0, dated = 0;
        foreach (var step in steps)
        {
            var owner = People.Owner(document, step);
            var date = Figures.HasDate(document, step);
            owned += owner >= 1 ? 1 : 0;
            dated += date ? 1 : 0;
            values.Add(0.4 + (0.3 * owner) + (date ? 0.3 : 0));
            if (owner < 1 || !date)
            {
                reading.Remarks.Add(new Remark(this, step, step.FirstWord, step.EndWord, owner < 1 && !date ? 0.42 : 0.3));
            }
        }

        var share = Diminishing.Sum(Steps, values);
        return new CriterionReading(
            share,
            Justify(reading, steps.Count, owned, dated),
            reading.Quote(steps, reading.Closing),
            steps.Count >= 2 && owned * 2 >= steps.Count && dated * 2 >= steps.Count
                ? reading.Say("The next steps say who does what by when.", "Los próximos pasos dicen quién hace qué y para cuándo.")
                : null,
            Advise(reading, steps.Count, owned, dated, share));
    }

    public Finding Comment(Document document, Remark remark)
    {
        var language = document.Language;
        var owner = People.Owner(document, remark.Sentence);
        var date = Figures.HasDate(document, remark.Sentence);
        var lacking = owner < 1 && !date ? Say.In(language, "neither a named owner nor a date", "ni responsable con nombre ni fecha")
            : owner < 1 ? Say.In(language, "no named owner", "responsable con nombre")
            : Say.In(language, "no date", "fecha");
        return new Finding(
            document.SpanOf(remark.Sentence),
            CriterionIds.Feasibility,
            Severity.Low,
            Say.In(language, $"This step has {lacking}.", owner < 1 && !date ? $"Este paso no tiene {lacking}." : $"Este paso no tiene {lacking}."),
            [owner < 1
                ? Say.In(language, "Who will be asked if this has not happened?", "¿A quién se preguntará si esto no se ha hecho?")
                : Say.In(language, "When would you begin to worry if this had not happened?", "¿Cuándo empezaría a preocuparle que esto no se hubiera hecho?")],
            [owner < 1 && !date ? Say.In(language, "Add the name of one person and a date.", "Añada el nombre de una persona y una fecha.")
                : owner < 1 ? Say.In(language, "Add the name of the one person who answers for it.", "Añada el nombre de la persona que responde de ello.")
                : Say.In(language, "Add the date by which it will be done.", "Añada la fecha en que estará hecho.")]);
    }

    private static string Justify(Reading reading, int steps, int owned, int dated) => steps == 0
        ? reading.Say(
            "No next step is stated: no sentence says who will do what by when. The memo ends on the quoted sentence, and nobody has to do anything.",
            "No se indica ningún próximo paso: ninguna frase dice quién hará qué y para cuándo. El memo termina con la frase citada y nadie tiene que hacer nada.")
        : reading.Say(
            $"{Say.Count(steps, "next step is", "next steps are")} stated; {owned} {(owned == 1 ? "names" : "name")} who acts and {dated} {(dated == 1 ? "gives" : "give")} a date.",
            $"{(steps == 1 ? "Se indica 1 próximo paso" : $"Se indican {steps} próximos pasos")}; {owned} {(owned == 1 ? "dice" : "dicen")} quién actúa y {dated} {(dated == 1 ? "da" : "dan")} una fecha.");

    private static List<Advice> Advise(Reading reading, int steps, int owned, int dated, double share)
    {
        if (steps == 0)
        {
            return [new Advice(0.9,
                reading.Say("If the reader says yes, it is not clear what happens the next morning.", "Si el lector dice que sí, no está claro qué pasa a la mañana siguiente."),
                reading.Say("End with three lines: who does what by when, beginning with the first week.", "Termine con tres líneas: quién hace qué y para cuándo, empezando por la primera semana."))];
        }

        if (owned < steps || dated < steps)
        {
            return [new Advice(Math.Min(0.5, 1 - share),
                reading.Say("Not every step has an owner and a date.", "No todos los pasos tienen responsable y fecha."),
                reading.Say("Give each step one name and one date.", "Ponga a cada paso un nombre y una fecha."))];
        }

        return steps >= 3 ? [] :
        [
            new Advice(1 - share,
                reading.Say("The plan stops after its first steps.", "El plan se detiene tras los primeros pasos."),
                reading.Say("Add the milestones up to the day the result can be seen.", "Añada los hitos hasta el día en que se vea el resultado.")),
        ];
    }
}
