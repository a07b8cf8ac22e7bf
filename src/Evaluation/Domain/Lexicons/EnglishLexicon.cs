namespace MemoCoach.Evaluation.Domain.Lexicons;

/// <summary>The vocabulary of English business memos. The notation is explained at <see cref="LexiconBuilder"/>.</summary>
internal static class EnglishLexicon
{
    private static readonly Lazy<Lexicon> Shared = new(Build);

    public static Lexicon Instance => Shared.Value;

    private static Lexicon Build()
    {
        var builder = new LexiconBuilder(EnglishVerbs.Forms)
            .Add(Marker.Function, """
                the, a, an, and, or, but, nor, so, yet, if, of, in, on, at, to, for, from, by, with, without, about, into, onto, over, under, after, before
                between, among, through, during, until, since, against, within, across, per, as, than, that, this, these, those, which, who, whom, whose, what
                when, where, why, how, while, although, though, because, unless, whether, i, we, you, he, she, it, they, me, us, him, her, them, my, our, your
                his, its, their, there, here, is, are, was, were, be, been, being, am, has, have, had, having, do, does, did, done, will, would, shall, should
                can, could, may, might, must, not, no, all, any, each, every, both, few, more, most, other, some, such, only, own, same, too, very, also, just
                then, once, up, down, out, off, again, further, now, one, either, neither, however, therefore, we'll, we've, we're, it's, don't, doesn't
                didn't, won't, can't, isn't, aren't, wasn't, weren't, i'm, i'll, they're, you'll, you're, toward, towards, upon, via, despite, even, still
                """)
            .Add(Marker.Be, "is, are, was, were, be, been, being, am, isn't, aren't, wasn't, weren't, get, gets, got")
            .Add(Marker.Modal, "must, should, shall, will, can, could, may, would, need to, have to, has to")
            .Add(Marker.Negation, "not, no, never, none, nor, neither, without, cannot, can't, don't, doesn't, didn't, won't, isn't, aren't, unless, except, fails to, fail to, failed to, other than, unable")
            .Add(Marker.Condition, "if, unless, except that, except for, except as, except when, provided that, provided, in the event, in case, whether, notwithstanding, subject to, as applicable, as appropriate, any part thereof")
            .Add(Marker.Person, "i, we, you, my, our, your, us, me, i'm, we'll, we've, we're, you'll, you're, he, she, they, let's, please")
            .Add(Marker.Participle, """
                begun, brought, built, bought, chosen, cut, done, drawn, driven, found, forgotten, given, held, kept, known, laid, led, left, lost, made, met, paid
                put, read, run, said, seen, sent, set, shown, sold, spent, taken, told, thought, understood, undertaken, withdrawn, written, overseen, sought
                broken, held, spread, dealt, felt, fed, put, hit, split, won, worn, grown, thrown, struck, stuck, borne, carried
                """)
            .Add(Marker.NotParticiple, """
                committed, interested, concerned, pleased, supposed, experienced, dedicated, related, located, limited, needed, united, advanced, detailed
                complicated, sophisticated, qualified, involved, excited, worried, tired, convinced, prepared, entitled, opposed, scheduled, indeed
                need, speed, seed, feed, bed, red, hundred, exceed, proceed, succeed, embed, shed, sacred, aged, naked, wicked, rugged, biased, skilled, outdated
                estimated, expected, due, headed, satisfied, delighted, disappointed, based, exhausted, retired, mixed, blessed, married, tied, crowded, overloaded, disabled, impaired
                """)
            .Add(Marker.Expletive, "there (is|are|was|were|has|have|will), it (is|was|would|will) [be] (important|essential|necessary|possible|likely|clear|recommended|suggested|requested|noted|desirable|difficult|easy|evident|advisable)")
            .Add(Marker.Hedge, """
                perhaps, maybe, possibly, presumably, hopefully, arguably, sort of, kind of, (it|this) (seems|appears|would seem|would appear), (seems|appears) to
                to some extent, in some ways, more or less, (i|we) (believe|feel|think|hope) [that], it is hoped, tends to, tend to, somewhat, could potentially, may potentially
                might possibly, may perhaps, could possibly, it is possible that, it could be argued, potentially, in theory, might, as far as we know, not sure
                """)
            .Add(Marker.Intensifier, "very, extremely, highly, incredibly, truly, obviously, clearly, certainly, undoubtedly, of course, needless to say, absolutely, totally, literally, best-in-class, world-class, cutting-edge, game-changing, revolutionary, state-of-the-art, unprecedented, seamless, seamlessly")
            .Add(Marker.Vague, """
                significant, significantly, substantial, substantially, considerable, considerably, numerous, a number of, a lot of, lots of, large amounts of, a great deal of
                many, several, some savings, various, a significant proportion of, a large proportion of, large numbers of, a range of, soon, in the near future, shortly, in due course, as soon as possible, at some point
                dramatically, massively, hugely, enormous, greatly, sizeable, sizable, much (more|less|faster|cheaper|better|lower|higher)
                """)
            .Add(Marker.EverydayNoun, """
                information, position, section, question, government, department, document, moment, payment, statement, environment, investment, management, attention
                mention, nation, station, option, solution, population, organization, organisation, education, million, condition, conditions, customer, experience, difference
                service, price, finance, office, audience, sentence, science, evidence, reference, conference, element, segment, equipment, apartment, comment, client, parent
                student, patient, agent, recent, current, different, percent, version, pension, television, tension, function, location, action, region, session, season, lesson
                application, equipment, insurance, instance, distance, chance, silence, absence, violence, residence, balance, advance, france, fraction, transaction, transactions
                """)
            .Add(Marker.Legalese, """
                herein, hereby, hereto, herewith, heretofore, hereinafter, thereof, therein, thereto, thereby, therefor, whereas, wherein, whereby, aforementioned, aforesaid, pursuant to
                notwithstanding, inter alia, mutatis mutandis, prima facie, such as may be, shall, said, propounded, deponent, deem, deemed, upon, in accordance with, the same shall, and/or, under the provisions of, vis-a-vis, in lieu of, thereunder, hereunder
                """)
            .Add(Marker.Lessening, "~reduce, ~decrease, ~lower, ~cut, ~avoid, ~minimise, ~minimize, ~eliminate, ~prevent, ~limit, ~remove, ~lessen, ~end, less, fewer, no, without")
            .Add(Marker.NumberWord, "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, sixty, eighty, ninety, half, third, quarter, dozen")
            .Add(Marker.Magnitude, "million, billion, trillion, thousand, hundred, m, bn, k, mn")
            .Add(Marker.Unit, """
                percent, per cent, percentage points, points, dollars, dollar, euros, euro, pounds, pound, usd, eur, gbp, cents, hours, hour, days, day, weeks, week, months, month, years, year, minutes, minute, seconds
                people, employees, staff, customers, users, tickets, calls, orders, invoices, units, sites, stores, vehicles, km, kg, tonnes, tons, miles, metres, meters, litres, gb, mb, tb, kw, mw, kwh, mwh, gwh, times, fte, ftes, transactions, incidents, complaints, accounts, licences, licenses, seats, agents, patients, beds, square feet, hectares
                """)
            .Add(Marker.Reference, "section, sections, article, step, phase, page, appendix, annex, figure, table, chapter, part, version, option, plan, q, quarter, form, level, tier, room, rule, order, clause, paragraph, item, footnote, title, act, no, number, route, lot, room, question, policy, alternative, scenario")
            .Add(Marker.When, """
                january, february, march, april, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
                monday, tuesday, wednesday, thursday, friday, tomorrow, today, tonight, q1, q2, q3, q4, h1, h2, by may, in may, on may, until may, early may, late may, end of may
                mid-january, mid-february, mid-march, mid-april, mid-may, mid-june, mid-july, mid-august, mid-september, mid-october, mid-november, mid-december
                (by|before|at|until) [the] (end|close) of [the] (year|month|quarter|week|day|business), (this|next) (week|month|quarter|year|spring|summer|autumn|fall|winter), (first|second|third|fourth) quarter
                within [the] [next] (two|three|four|five|six|eight|ten) (days|weeks|months), in (two|three|four|five|six|eight|ten) (days|weeks|months), (by|in|before|from) (spring|summer|autumn|winter), year-end, month-end, by then, (each|every) (week|month|quarter|friday|monday), weekly, monthly
                """)
            .Add(Marker.Request, """
                (i|we) [therefore|now|also|respectfully] (ask|request|propose|recommend|seek), (i|we) (am|are) [therefore|now] (asking|requesting|proposing|recommending|seeking), (i'm|we're) (asking|requesting|proposing|recommending|seeking)
                (this|the) (memo|memorandum|paper|proposal|note|business case|document) (asks|requests|proposes|recommends|seeks), [this|the] (memo|note|paper) is to (ask|request|seek)
                please (approve|authorise|authorize|sign|confirm|decide|fund|release|agree|endorse|support|grant|allocate|choose|give|let|reply|respond)
                (approval|authorisation|authorization|funding|a decision|your decision|agreement|sign-off) is (requested|sought|needed|required)
                (i|we) [now] need [a|the|your|the board's|the committee's|the council's|formal|final] (approval|decision|agreement|sign-off|authorisation|authorization|go-ahead|permission|funding), (i|we) need you to
                (your|the board's|the committee's) (approval|decision|agreement|go-ahead|authorisation|authorization|sign-off|permission) [is|for|to|of|by]
                (i|we) would like [you|the board|the committee|the council] to (approve|authorise|authorize|fund|agree|endorse|decide), (i|we) would like [your] (approval|permission|authorisation|authorization)
                (decision|approval|action) (requested|needed|required|sought), (my|our|the) recommendation is, (my|our|the) (request|ask|proposal) is, what (i|we) (need|ask|want), (requesting|seeking) [your] (approval|authorisation|authorization|funding)
                (board|committee|council|management|you|cfo|ceo|cio|coo|director|directors|leadership|executive|team) (is|are) asked to, (i|we) want [you|the board] to (approve|authorise|authorize|fund|decide), (i|we) urge, it is (requested|recommended|proposed) that
                (i|we) (ask|request) for, (i|we) invite (you|the board|the committee) to, asks (you|the board|the committee|the council|management|leadership|the executive) (to|for), (i|we) submit for approval, (will|could|would|can) you [please] (approve|authorise|authorize|fund|agree|confirm)
                (i|we) are (writing|asking) (you|the board) to, to approve the following
                """)
            .Add(Marker.RequestVerb, "~ask, ~request, ~recommend, ~propose, ~seek, ~urge, ~invite, should")
            .Add(Marker.Decision, """
                ~approve, approval, ~authorise, ~authorize, authorisation, authorization, ~fund, funding, budget, ~release, ~allocate, ~grant, ~endorse, endorsement, ~decide, decision, sign-off, permission, go-ahead, ~invest
                """)
            .Add(Marker.DecisionMaker, "board, committee, council, cfo, ceo, cio, coo, cto, director, directors, management, leadership, executive, please, vp, vice president, president, steering group, partners, trustees, governors, minister, secretary, you, your")
            .Add(Marker.Benefit, """
                opportunity, opportunities, benefit, benefits, advantage, advantages, ~improve, improvement, ~gain, (~save|saving|savings), ~increase, growth, faster, cheaper, revenue, margin, ~reduce, ~cut, payback, pays back, return on investment, roi, upside, ~win, ~free up
                """)
            .Add(Marker.Risk, """
                (may|might) not (find|get|work|arrive|meet|reach|accept|adopt|use|deliver|hold|come|be able|be ready|be enough), risk, risks, risky, threat, threats, danger, dangers, downside, exposure, vulnerability, uncertainty, uncertain, worst case, what could go wrong, obstacle, obstacles
                (may|might|could) (erode|eat|hurt|damage|weaken|harm|threaten|undermine|stall|backfire|decline|drop|block|slow|cost us|rise|stop|refuse|be slow|take longer|not arrive|fail|slip|delay|overrun|leave|resist|reject|lose|break|fall short|be late|be delayed|exceed|miss|disrupt|suffer), (fails|slips|is late|are late|is delayed|falls short|overruns|goes over|breaks down), overrun, overruns
                biggest (concern|worry), main (concern|worry), single point of failure, cost overrun, data loss, (if|should) [the|a|our|its|this|that] (vendor|supplier|contractor|project|pilot|system|market|demand|price|prices|migration|customers|staff|team|landlord|partner) (fails|slips|leaves|stops|falls|rises|refuses|fail|rise|fall|leave)
                """)
            .Add(Marker.Mitigation, """
                ~mitigate, mitigation, mitigations, contingency, contingencies, fallback, fall back, fall-back, back-up plan, backup plan, plan b, safeguard, safeguards
                (~reduce|~lower|~limit|~cut|~contain|~manage|~address|~cover|~minimise|~minimize|~control|~avoid|~remove) [overall|the|this|that|these|our|such|both|any] (risk|risks|exposure|danger|threat), to (limit|guard against|prevent|avoid|counter|protect against|offset|contain|hedge) , guard against, roll back, rollback, rolled back, penalty clause, penalty, fixed price, exit clause, insured, insurance covers, (we|i) will (keep|retain|stop|switch|revert|pause|cap|hold), we would (keep|stop|switch|revert|pause|use|delay), as a precaution, in parallel, early warning, stop the, ~hedge, exit point
                """)
            .Add(Marker.Response, "we will, we'll, we would, we have, we keep, i will, i have, will be, will run, will keep, will review, will monitor, will check, so we, therefore we, if it does, if so, in that case, if this happens, if that happens, instead, monitor, test, tests, train, training, review, pilot, weekly, monthly, before signing, contract, clause, cap, capped, reserve, buffer")
            .Add(Marker.Plan, "next step, next steps, milestone, milestones, ~roll out, rollout, roll-out, timeline, timetable, kick-off, kickoff, go-live, ~go live, workplan, work plan, action plan, implementation plan, project plan, phase one, phase two, first step, the plan is, will proceed in, in (two|three|four) (phases|stages|steps)")
            .Add(Marker.Future, "will, shall, 'll, we'll, i'll, plan to, plans to, is to, are to, going to, to be")
            .Add(Marker.Action, """
                ~contact, ~sign, ~launch, ~hire, ~order, ~train, ~start, ~begin, ~deliver, ~publish, ~review, ~migrate, ~select, ~choose, ~appoint, ~negotiate, ~draft, ~send, ~present, ~report, ~finish, ~complete, ~install, ~test, ~pilot, ~open, ~close, ~move, ~build, ~design
                ~run, ~prepare, ~submit, ~write, ~recruit, ~buy, ~purchase, ~contract, ~agree, ~set up, ~configure, ~switch, ~decommission, ~transfer, ~brief, ~meet, ~schedule, ~confirm, ~issue, ~approve, ~release, ~roll out, ~ship, ~audit, ~measure, ~collect, ~finalise, ~finalize, ~announce, ~notify, ~post, ~circulate, ~verify, ~inspect, ~evaluate, ~assign, ~map, ~implement, ~establish, ~develop, ~introduce, ~retire, ~hold, ~tell, ~lead, ~connect, ~convert, ~renew, ~replace, ~visit, ~interview, ~invite, ~share, ~place, ~lease, ~ask, ~clean, ~import, ~load, ~enrol
                """)
            .Add(Marker.Owner, """
                i, we, i'll, we'll, team, manager, director, head, lead, officer, finance, procurement, legal, operations, marketing, sales, engineering, human resources, project office, supplier, vendor, contractor, department, owner, facilities, product, security, board, cfo, cio, ceo, coo, cto, committee, council, coordinator, supervisor, controller, counsel, architect, analyst, engineers, purchasing, logistics, support
                """)
            .Add(Marker.Strategy, """
                strategy, strategic, strategies, goal, goals, objective, objectives, priority, priorities, mission, vision, okr, okrs, (five-year|three-year|annual|corporate|business|company|strategic|digital) (plan|strategy|agenda|roadmap), key result, key results, action plan, commitment, mandate, north star, playbook, agenda, pillar, pillars, ambition
                """)
            .Add(Marker.Link, """
                ~support, ~advance, ~serve, ~further, contributes to, contribute to, contributing to, in line with, aligned with, aligns with, align with, alignment with, consistent with, ~fulfil, ~fulfill, delivers on, deliver on, ~underpin, ~deliver, part of, brings us closer, ~enable, in keeping with, fits, fit, moves us, helps us, help us, towards, toward, meets, meet, in support of, directly supports, responds to, under the, reach, achieve, required by, first of, second of, one of
                """)
            .Add(Marker.Reason, """
                because, therefore, as a result, consequently, thus, hence, this means, which means, that means, for this reason, that is why, this is why, due to, owing to, thanks to, so that, since, the reason is, the reason, the cause is, the cause, leads to, led to, results in, resulted in, which is why, it follows, as a consequence, accordingly, given that, causes, caused by, follows from, explains, explained by
                """)
            .Add(Marker.Source, """
                according to, survey, surveys, surveyed, audit, audits, audited, benchmark, benchmarks, measured, interviews, interviewed, statistics, for example, for instance, case study, reference customers, industry average, source is, sources are
                (study|studies|research|report|reports|analysis|data|figures|records|logs|tests|trial|trials|pilot|evidence|experience|numbers|history|results) (show|shows|showed|found|finds|suggest|suggests|suggested|confirm|confirms|confirmed|by|from|at|in), (customers|users|staff|drivers|managers|employees|clients|members) (told|tell|say|said|report|reported), (shows|show|showed|shown|found|confirms|confirmed) that, study of, studies of, review of, reviewed
                """)
            .Add(Marker.Alternative, """
                alternative, alternatives, (two|three|four|other|both|these|all) [other] options, another option, option a, option b, option c, option 1, option 2, option 3, instead of, rather than, do nothing, doing nothing, status quo, we (considered|compared|evaluated|examined|looked at|weighed|rejected|ruled out|assessed), (considered|compared|rejected|ruled out|evaluated) (two|three|four|five|other|several|and), ~rule out, ~reject, ~weigh, in-house, buy or build, build or buy, buying or building, as opposed to, a second option, the other option, keeping the current, keeping the present, staying with, stay with, waiting a year, waiting until, outsourcing, compared with building, compared with buying
                """)
            .Add(Marker.Weighing, "however, although, whereas, by contrast, in contrast, on the other hand, compared with, compared to, unlike, despite, even though, conversely, against this, but, cheaper than, slower than, faster than, better than, worse than")
            .Add(Marker.TopicAsk, "ask, asks, the ask, request, requests, requested, recommendation, recommendations, decision, decisions, proposal, approval, bottom line, what we need, what i need, action requested, action required, what we ask, motion, resolution")
            .Add(Marker.TopicGain, "gain, gains, benefit, benefits, opportunity, what we gain, what you gain, upside, value, why it matters, what changes, advantages")
            .Add(Marker.TopicRisks, "risk, risks, mitigation, mitigations, concerns, threats, contingency, contingencies, safeguards, what could go wrong, what might go wrong, downside, downsides")
            .Add(Marker.TopicPlan, "next steps, next step, plan, timeline, timetable, implementation, schedule, roadmap, milestones, delivery, execution, action items, actions, rollout, roll-out, who does what, work plan, steps, feasibility, what happens next, follow-up, calendar")
            .Add(Marker.TopicFigures, "cost, costs, figures, numbers, budget, financial, financials, economic, finances, finance, economics, financial case, business case, return, savings, investment, pricing, payback, money, financial impact, cost and benefit, costs and benefits, roi, the numbers")
            .Add(Marker.TopicStrategy, "strategy, strategic, strategic fit, alignment, goals, priorities, strategic alignment, mission, objectives, vision, fit")
            .Add(Marker.TopicOptions, "alternatives, options, option, alternatives considered, options considered, why, evidence, rationale, reasons, arguments, comparison, reasoning, why now, findings, what else we considered, what we considered, considered, other ways, choices, why this way, ruled out")
            .Add(Marker.TopicNotes, "footnotes, footnote, notes, references, endnotes, bibliography, sources, works cited")
            .Add(Marker.Neutral, """
                in order, open source, open-source, source code, mixed source, source of, sources of, mission effectiveness, mission needs, at the source, data source, data sources, at risk of, risk of sounding, risk management, no risk, risk-free, in the interest of, at the request of, on request, upon request, ask yourself, question is, request for proposals, requests for proposals, government contract, code of conduct
                part of speech, data protection, open data, market research, in addition, it department, board of directors, customer support, support tickets, support team, support costs, support desk, technical support, support agents, support calls, support staff, support contract
                human resources, chief executive officer, such as, more than one, time off, goal post, at present, not only, for example, data center, data centre, data entry, data rights, mission-critical, report to, reports to, next to, fit for
                """)
            .Add(Marker.Source, "for example, for instance")
            .Add(Marker.Action, "~carry out");
        EnglishPlainWords.AddTo(builder);
        EnglishHiddenVerbs.AddTo(builder);
        return builder.Build(Language.English, Abbreviations, FamiliarAcronyms);
    }

    private const string Abbreviations = """
        mr mrs ms dr prof sr jr st vs etc e.g i.e eg ie inc ltd co corp dept sec fig no nos approx est u.s u.k e.u u.s.c u.n p pp vol ed eds al cf dec jan feb mar apr jun jul aug sep sept oct nov
        mgmt exec gov gen col lt sgt rep sen hon rev min max avg incl excl ext tel art ch para subsec ave blvd a.m p.m am pm ph.d d.c
        """;

    private const string FamiliarAcronyms = """
        US USA UK EU UN NATO IT HR PR TV PC CEO CFO CIO COO CTO VP AM PM ID OK FAQ PDF URL HTML CSV USB GPS VAT ROI KPI KPIS GDP CV R&D Q&A AI API PIN SMS UTC USD EUR GBP CO2 DNA FYI ASAP RE CC TO FROM DATE SUBJECT MEMORANDUM MEMO II III IV VI VII VIII IX XI XII NYC LA DC CA NY TX PA WA MA IL FL ANSI ISO IBM SAP DVD LED HTTP HTTPS WWW XML JSON SQL RAM CPU GB MB TB KB KM KG KWH MWH BBC CNN MIT NASA FBI CIA IRS FTE FTES AND OR NOT THE FOR OF IN ON NO YES NOT MUST ALL ANY TBD TBC PO BOX EDT EST PST GMT CET
        """;
}
