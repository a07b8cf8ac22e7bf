namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>
/// Wordy Spanish and what to write instead, after the guides to clear language of Spain (Ministerio de Administraciones
/// Públicas, "Manual de estilo del lenguaje administrativo"), Mexico ("Lenguaje ciudadano", 2007) and the RAE's "Guía
/// panhispánica de lenguaje claro y accesible". Only entries that agree with any noun they stand before.
/// </summary>
internal static class SpanishPlainWords
{
    private static readonly (string Wordy, string Plain)[] Phrases =
    [
        ("con el fin de", "para"), ("con la finalidad de", "para"), ("con el objeto de", "para"), ("con el objetivo de", "para"), ("al objeto de", "para"), ("a fin de", "para"), ("a efectos de", "para"), ("con vistas a", "para"), ("en aras de", "para"),
        ("con el fin de que", "para que"), ("a fin de que", "para que"), ("con objeto de", "para"), ("debido al hecho de que", "porque"), ("debido a que", "porque"), ("en razón de que", "porque"), ("a causa de que", "porque"), ("por el hecho de que", "porque"), ("habida cuenta de que", "como"), ("en vista de que", "como"),
        ("en el caso de que", "si"), ("en el supuesto de que", "si"), ("a pesar del hecho de que", "aunque"), ("no obstante el hecho de que", "aunque"), ("con anterioridad a", "antes de"), ("con posterioridad a", "después de"), ("previamente a", "antes de"), ("posteriormente a", "después de"),
        ("en la actualidad", "hoy"), ("en el momento actual", "ahora"), ("en estos momentos", "ahora"), ("a día de hoy", "hoy"), ("hasta el momento presente", "hasta ahora"), ("en relación con", "sobre"), ("en relación a", "sobre"), ("con relación a", "sobre"), ("en lo referente a", "sobre"), ("en lo que respecta a", "sobre"), ("en lo relativo a", "sobre"), ("por lo que se refiere a", "sobre"), ("en materia de", "sobre"),
        ("en base a", "según"), ("sobre la base de", "según"), ("de conformidad con", "según"), ("de acuerdo a", "según"), ("en virtud de", "por"), ("a tenor de", "según"), ("por medio de", "con"), ("mediante la utilización de", "con"), ("por parte de", "por"), ("con carácter general", "en general"), ("con carácter inmediato", "de inmediato"), ("de forma inmediata", "de inmediato"), ("de manera inmediata", "de inmediato"),
        ("la totalidad de los", "todos los"), ("la totalidad de las", "todas las"), ("cabe destacar que", ""), ("cabe señalar que", ""), ("es importante señalar que", ""), ("es preciso señalar que", ""), ("hay que tener en cuenta que", ""), ("conviene recordar que", ""),
        ("por la presente", ""), ("ello no obstante", "sin embargo"), ("asimismo", "también"), ("únicamente", "solo"), ("posteriormente", "después"), ("anteriormente", "antes"), ("tan pronto como", "en cuanto"), ("durante el transcurso de", "durante"), ("en el transcurso de", "durante"), ("a la mayor brevedad posible", "cuanto antes"), ("en el plazo de tiempo de", "en"),
        ("tiene la capacidad de", "puede"), ("tienen la capacidad de", "pueden"), ("está en condiciones de", "puede"), ("están en condiciones de", "pueden"), ("se encuentra en disposición de", "puede"), ("es susceptible de", "puede"),
    ];

    private static readonly (string Wordy, string Plain)[] Verbs =
    [
        ("utilizar", "usar"), ("visualizar", "ver"), ("cumplimentar", "rellenar"), ("finalizar", "acabar"), ("aperturar", "abrir/abr"), ("recepcionar", "recibir"), ("efectuar", "hacer"), ("peticionar", "pedir/pid"), ("ofertar", "ofrecer"), ("influenciar", "influir"),
    ];

    // Verbs hidden in nouns (the guides' "perífrasis verbales"): the infinitive, the third persons and the first plural.
    private static readonly (string[] Light, string Noun, string[] Plain)[] Hidden =
    [
        (Make, "un análisis de", ["analizar", "analiza", "analizan", "analizamos", "analizaremos", "analizará"]),
        (Make, "el análisis de", ["analizar", "analiza", "analizan", "analizamos", "analizaremos", "analizará"]),
        (Make, "una evaluación de", ["evaluar", "evalúa", "evalúan", "evaluamos", "evaluaremos", "evaluará"]),
        (Make, "la evaluación de", ["evaluar", "evalúa", "evalúan", "evaluamos", "evaluaremos", "evaluará"]),
        (Make, "una revisión de", ["revisar", "revisa", "revisan", "revisamos", "revisaremos", "revisará"]),
        (Make, "la revisión de", ["revisar", "revisa", "revisan", "revisamos", "revisaremos", "revisará"]),
        (Make, "un estudio de", ["estudiar", "estudia", "estudian", "estudiamos", "estudiaremos", "estudiará"]),
        (Make, "un estudio sobre", ["estudiar", "estudia", "estudian", "estudiamos", "estudiaremos", "estudiará"]),
        (Make, "la compra de", ["comprar", "compra", "compran", "compramos", "compraremos", "comprará"]),
        (Make, "la implantación de", ["implantar", "implanta", "implantan", "implantamos", "implantaremos", "implantará"]),
        (Make, "la implementación de", ["implantar", "implanta", "implantan", "implantamos", "implantaremos", "implantará"]),
        (Make, "la contratación de", ["contratar", "contrata", "contratan", "contratamos", "contrataremos", "contratará"]),
        (Make, "la entrega de", ["entregar", "entrega", "entregan", "entregamos", "entregaremos", "entregará"]),
        (Make, "el seguimiento de", ["seguir", "sigue", "siguen", "seguimos", "seguiremos", "seguirá"]),
        (Make, "una inversión de", ["invertir", "invierte", "invierten", "invertimos", "invertiremos", "invertirá"]),
        (Make, "el pago de", ["pagar", "paga", "pagan", "pagamos", "pagaremos", "pagará"]),
    ];

    private static string[] Make => ["realizar", "realiza", "realizan", "realizamos", "realizaremos", "realizará"];

    public static void AddTo(LexiconBuilder builder)
    {
        foreach (var (wordy, plain) in Phrases)
        {
            builder.AddPhrase(Marker.Wordy, wordy, plain);
        }

        foreach (var (wordy, plain) in Verbs)
        {
            var slash = plain.IndexOf('/', StringComparison.Ordinal);
            builder.AddPhrase(Marker.Wordy, wordy, slash < 0 ? plain : plain[..slash]);
        }

        foreach (var (lights, noun, plain) in Hidden)
        {
            for (var form = 0; form < lights.Length; form++)
            {
                builder.AddPhrase(Marker.HiddenVerb, $"{lights[form]} {noun}", plain[form]);
                foreach (var other in Others[form])
                {
                    builder.AddPhrase(Marker.HiddenVerb, $"{other} {noun}", plain[form]);
                }
            }
        }

        builder.AddPhrase(Marker.HiddenVerb, "tomar una decisión", "decidir");
        builder.AddPhrase(Marker.HiddenVerb, "tomar la decisión de", "decidir");
        builder.AddPhrase(Marker.HiddenVerb, "dar respuesta a", "responder a");
        builder.AddPhrase(Marker.HiddenVerb, "dar comienzo a", "comenzar");
        builder.AddPhrase(Marker.HiddenVerb, "dar cumplimiento a", "cumplir");
        builder.AddPhrase(Marker.HiddenVerb, "hacer entrega de", "entregar");
        builder.AddPhrase(Marker.HiddenVerb, "hacer uso de", "usar");
        builder.AddPhrase(Marker.HiddenVerb, "poner de manifiesto", "mostrar");
        builder.AddPhrase(Marker.HiddenVerb, "pone de manifiesto", "muestra");
        builder.AddPhrase(Marker.HiddenVerb, "ponen de manifiesto", "muestran");
        builder.AddPhrase(Marker.HiddenVerb, "proceder a la firma de", "firmar");
        builder.AddPhrase(Marker.HiddenVerb, "proceder a la contratación de", "contratar");
        builder.AddPhrase(Marker.HiddenVerb, "proceder a la compra de", "comprar");
    }

    private static string[][] Others =>
    [
        ["efectuar", "llevar a cabo", "hacer"], ["efectúa", "lleva a cabo", "hace"], ["efectúan", "llevan a cabo", "hacen"],
        ["efectuamos", "llevamos a cabo", "hacemos"], ["efectuaremos", "llevaremos a cabo", "haremos"], ["efectuará", "llevará a cabo", "hará"],
    ];
}
