namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// Verbs hidden in nouns: "make a decision" for "decide" (Federal Plain Language Guidelines, "Avoid hidden verbs";
/// Williams, "Style", lesson 3). The replacement is bent like the verb it replaces.
/// </summary>
internal static class EnglishHiddenVerbs
{
    // Light verbs, the noun with its article, the verb that was meant, and whether a preposition after the noun goes too.
    private static readonly (string[] Light, string[] Nouns, string Plain)[] Pairs =
    [
        (["make", "reach", "take"], ["a decision about", "a decision on", "the decision on"], "decide"),
        (["make", "reach"], ["a decision to", "the decision to"], "decide to"),
        (["make"], ["a recommendation that"], "recommend that"),
        (["make"], ["an assessment of", "the assessment of"], "assess"),
        (["make"], ["an improvement to", "improvements to"], "improve"),
        (["make"], ["a payment to"], "pay"),
        (["make"], ["use of"], "use"),
        (["make"], ["changes to", "a change to"], "change"),
        (["make"], ["reference to"], "refer to"),
        (["conduct", "perform", "undertake", "carry out", "do"], ["an analysis of", "the analysis of", "analysis of"], "analyse"),
        (["conduct", "perform", "undertake", "carry out", "do"], ["an assessment of", "the assessment of", "assessments of"], "assess"),
        (["conduct", "perform", "undertake", "carry out", "do"], ["an evaluation of", "the evaluation of", "evaluations of"], "evaluate"),
        (["conduct", "perform", "undertake", "carry out", "do"], ["a review of", "the review of", "reviews of"], "review"),
        (["conduct", "perform", "undertake", "carry out"], ["an investigation of", "an investigation into", "the investigation of"], "investigate"),
        (["conduct", "perform", "undertake", "carry out"], ["an inspection of", "inspections of"], "inspect"),
        (["conduct", "carry out"], ["a survey of"], "survey"),
        (["carry out", "undertake", "begin", "start"], ["the implementation of"], "implement"),
        (["give", "take"], ["consideration to", "into account"], "consider"),
        (["give"], ["preference to"], "prefer"),
        (["give"], ["approval to", "approval for", "its approval to"], "approve"),
        (["give"], ["support to", "assistance to"], "help"),
        (["provide"], ["assistance to", "support to", "help to"], "help"),
        (["provide"], ["a description of", "a summary of"], "describe"),
        (["provide"], ["an explanation of"], "explain"),
        (["provide"], ["funding for", "funding to"], "fund"),
        (["reach"], ["an agreement on", "agreement on"], "agree on"),
        (["come to"], ["a conclusion that", "the conclusion that"], "conclude that"),
        (["reach"], ["the conclusion that", "a conclusion that"], "conclude that"),
        (["have"], ["an impact on", "an effect on", "a significant impact on"], "affect"),
        (["have"], ["a need for"], "need"),
        (["have"], ["a tendency to"], "tend to"),
        (["effect"], ["a change in", "changes in"], "change"),
        (["achieve"], ["a reduction in", "reductions in"], "reduce"),
        (["put"], ["emphasis on"], "emphasise"),
        (["place"], ["emphasis on"], "emphasise"),
    ];

    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var (lights, nouns, plain) in Pairs)
        {
            foreach (var light in lights)
            {
                foreach (var noun in nouns)
                {
                    Add(builder, light, noun, plain);
                    Add(builder, EnglishVerbs.ThirdPerson(light), noun, EnglishVerbs.ThirdPerson(plain));
                    Add(builder, EnglishVerbs.Gerund(light), noun, EnglishVerbs.Gerund(plain));

                    // "Made" and "conducted" are past or participle; the verbs that replace them have one form for both.
                    Add(builder, EnglishVerbs.Past(light), noun, EnglishVerbs.Past(plain));
                }
            }
        }
    }

    private static void Add(LexiconBuilder builder, string light, string noun, string plain) =>
        builder.AddPhrase(Marker.HiddenVerb, $"{light} {noun}", plain);
}
