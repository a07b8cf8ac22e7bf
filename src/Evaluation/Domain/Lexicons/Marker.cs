namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>What a word or phrase tells about the sentence it stands in. Fewer than 64, so that a sentence's fit one word.</summary>
internal enum Marker
{
    // Grammar
    Function,
    Be,
    Modal,
    Negation,
    Condition,
    Person,
    Participle,
    NotParticiple,
    Expletive,

    // Style
    Hedge,
    Intensifier,
    Vague,
    Wordy,
    HiddenVerb,
    EverydayNoun,
    Legalese,

    // Numbers and time
    Lessening,
    NumberWord,
    Magnitude,
    Unit,
    Reference,
    When,

    // What a memo that asks for a decision contains
    Request,
    RequestVerb,
    Decision,
    DecisionMaker,
    Benefit,
    Risk,
    Mitigation,
    Response,
    Plan,
    Future,
    Action,
    Owner,
    Strategy,
    Link,
    Reason,
    Source,
    Alternative,
    Weighing,

    // What a heading announces
    TopicAsk,
    TopicGain,
    TopicRisks,
    TopicPlan,
    TopicFigures,
    TopicStrategy,
    TopicOptions,
    TopicNotes,

    /// <summary>A fixed phrase whose words do not mean what they mean alone; hides the markers inside it.</summary>
    Neutral,
}

/// <summary>A set of markers.</summary>
internal readonly record struct Markers(ulong Bits)
{
    public static readonly Markers None;

    /// <summary>The vocabulary that a writer could scatter to look better; words of it alone are no evidence.</summary>
    public static readonly Markers Keywords = Of(
        Marker.Request, Marker.RequestVerb, Marker.Decision, Marker.DecisionMaker, Marker.Benefit, Marker.Risk, Marker.Mitigation,
        Marker.Plan, Marker.Strategy, Marker.Link, Marker.Reason, Marker.Source, Marker.Alternative, Marker.Weighing);

    public static Markers Of(params ReadOnlySpan<Marker> markers)
    {
        ulong bits = 0;
        foreach (var marker in markers)
        {
            bits |= 1UL << (int)marker;
        }

        return new Markers(bits);
    }

    public bool Has(Marker marker) => (Bits & (1UL << (int)marker)) != 0;

    public bool HasAny(Markers others) => (Bits & others.Bits) != 0;

    public Markers With(Marker marker) => new(Bits | (1UL << (int)marker));

    public Markers With(Markers others) => new(Bits | others.Bits);
}
