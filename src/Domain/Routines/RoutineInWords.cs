using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>A rule in a sentence that a person would say, with where it stands in the source.</summary>
/// <param name="Note">What the law has added, if it has.</param>
public sealed record SpokenRule(string Sentence, Citation Citation, string? Note = null);

/// <param name="Heading">What the rules are about.</param>
public sealed record SpokenPart(string Heading, IReadOnlyList<SpokenRule> Rules);

/// <summary>
/// A routine as its administrator reads it: every rule a short Swedish sentence, in the order in which a case meets them. Two
/// versions are compared by these sentences.
/// </summary>
public static class RoutineInWords
{
    public static IReadOnlyList<SpokenPart> Parts(Routine routine) =>
    [
        .. new SpokenPart[]
        {
            new("Vad den gäller", [.. Scope(routine)]),
            new("Sorter", [.. routine.Kinds.Select(k => KindRule(routine, k))]),
            new("Hur det kommer in", [.. Intake(routine)]),
            new("Registrering och diarium", [.. RegistrationRules(routine)]),
            new("Tider", [.. routine.Clocks.Select(Clock)]),
            new("Vem som ansvarar", [.. Responsibility(routine)]),
            new("Lämna över", [.. HandOver(routine)]),
            new("Svaret", [.. Reply(routine)]),
            new("Avsluta", [.. Closing(routine)]),
            new("Kategorier", [.. routine.Categories.Select(Tree)]),
            new("Lära", [.. LearningRules(routine)]),
            new("Rapporter", [.. routine.Reports.Select(Report)]),
            new("Publicering och gallring", [.. Afterwards(routine)]),
            new("Råd", [.. routine.Guidance.Select(g => new SpokenRule(g.Text + (g.Roles.Count > 0 ? $" ({Names(g.Roles)})" : ""), g.Citation))]),
        }.Where(part => part.Rules.Count > 0),
    ];

    /// <summary>The rules that concern these roles: what somebody reads as their own duties (R-FLOW-16).</summary>
    public static IReadOnlyList<SpokenRule> DutiesOf(Routine routine, IReadOnlyCollection<Role> roles) =>
    [
        .. routine.Responsibility.Roles.Where(r => roles.Contains(r.Role)).Select(Duties),
        .. routine.Guidance.Where(g => g.Roles.Count == 0 || g.Roles.Any(roles.Contains)).Select(g => new SpokenRule(g.Text, g.Citation)),
    ];

    private static IEnumerable<SpokenRule> Scope(Routine routine)
    {
        if (routine.Scope.Covers is { } covers) yield return new(covers, routine.Scope.Citation);
        yield return new($"Lagarna är de för {LegalRegimes.Now(routine.Regime).Label.ToLowerInvariant()}: {LegalRegimes.Now(routine.Regime).Law}.", new(null, null));
        foreach (var matter in routine.Scope.Elsewhere)
        {
            yield return new($"{matter.Label} {(matter.IsCopied ? "går också" : "lämnas vidare")} till {Uncapital(matter.To)}{(matter.SameDay ? " samma dag" : "")}. Vi säger: ”{matter.Tell}”", matter.Citation);
        }
    }

    /// <summary>In the middle of a sentence; an abbreviation keeps its capitals.</summary>
    private static string Uncapital(string text) => text is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second) && text.Split(' ')[0] is "Den" or "Det" or "En" or "Ett" or "Kommunens" or "Myndigheten"
        ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static SpokenRule KindRule(Routine routine, Kind kind)
    {
        var track = routine.TrackOf(kind.Code);
        return new($"{kind.Label}: {kind.Definition}{(track.IsLight ? $" Går en lättare väg ({track.Label.ToLowerInvariant()})." : "")}", kind.Citation);
    }

    private static IEnumerable<SpokenRule> Intake(Routine routine)
    {
        yield return new(routine.Receiving.Register.Count == 0 ? "Alla anställda får registrera." : $"Får registrera: {Names(routine.Receiving.Register)}.", routine.Receiving.Citation);
        yield return new($"Det kan komma in genom {string.Join(", ", routine.Channels.Select(c => c.Label.ToLowerInvariant()))}.", new(null, null));
        foreach (var channel in routine.Channels.Where(c => c.Demands.Count > 0))
        {
            yield return new($"{channel.Label}: {string.Join(" ", channel.Demands.Select(Demand))}", channel.Citation);
        }

        yield return new(routine.Anonymity.Mode switch
        {
            AnonymityMode.Accepted => "Den som vill får vara anonym.",
            AnonymityMode.InternalOnly => "Det anonyma registreras och åtgärdas, men svaret stannar hos oss.",
            _ => "Den som är anonym får inget svar. Det som kom in registreras ändå.",
        }, routine.Anonymity.Citation);
        if (routine.Acknowledgement is { } word)
        {
            yield return new($"Alla som går att nå får en bekräftelse {(word.Within.Amount == 0 ? "genast" : $"inom {word.Within}")}, från {(word.By is { } by ? by.Definite() : "Gåva")}.", word.Citation);
        }
    }

    private static IEnumerable<SpokenRule> RegistrationRules(Routine routine)
    {
        var rule = routine.Registration;
        yield return new(rule.Mode == RegistrationMode.Diary
            ? $"Ärendet diarieförs i serien {rule.Series}{(rule.Board is null ? "" : $" ({rule.Board})")} inom {rule.Within}{(rule.Through is { } through ? $", genom {through.Definite()}" : "")}."
            : "Ärendet hålls ordnat i registret, utan diarienummer.", rule.Citation);
        if (rule.CopyToUnit) yield return new("Enheten får en kopia så snart det är diariefört.", rule.Citation);
        if (rule.Exempt.Count > 0) yield return new($"Diarieförs inte: {string.Join(", ", rule.Exempt.Select(e => Label(routine, e)))}.", rule.Citation);
    }

    private static string Label(Routine routine, string code) =>
        (routine.Kind(code)?.Label ?? routine.Scope.Elsewhere.FirstOrDefault(e => e.Code == code)?.Label ?? code).ToLowerInvariant();

    private static SpokenRule Clock(ClockRule clock)
    {
        var counted = clock.Length.Amount == 0 ? "genast" : $"inom {clock.Length}";
        var sentence = $"{clock.Label}: {counted} från {clock.Start.Swedish()}, {Basis(clock.Basis)}. Stoppas av {string.Join(" eller ", clock.StoppedBy.Select(m => m.Swedish()))}.";
        if (clock.Kinds.Count > 0) sentence += $" Gäller {string.Join(", ", clock.Kinds)}.";
        if (clock.PausedBy.Count > 0) sentence += $" Står still från {string.Join(" eller ", clock.PausedBy.Select(m => m.Swedish()))} till {string.Join(" eller ", clock.ResumedBy.Select(m => m.Swedish()))}.";
        if (clock.DelayNotice) sentence += $" En försening ska berättas{(clock.DelayNeedsNewDate ? ", med en ny dag," : "")} innan tiden är ute.";
        if (clock.RollForward) sentence += " En sista dag som är ledig flyttas till nästa arbetsdag.";
        return new(sentence, clock.Citation, clock.AddedByLaw ? "Lagt till av Gåva: lagen kräver det." : null);
    }

    private static string Basis(DeadlineBasis basis) => basis switch
    {
        DeadlineBasis.Statute => "enligt lag",
        DeadlineBasis.Goal => "som mål",
        DeadlineBasis.Promise => "som löfte",
        _ => "enligt rutinen",
    };

    private static IEnumerable<SpokenRule> Responsibility(Routine routine)
    {
        var rule = routine.Responsibility;
        yield return new(rule.MovesAtHandOver ? "Ansvaret flyttar när ärendet lämnas över." : "Den som lämnar över ansvarar tills någon har tagit emot.", rule.Citation);
        yield return new(rule.EmployeesMayAnswer ? "Alla medarbetare får rätta till, svara och avsluta inom sina egna uppgifter." : "Det är chefen som svarar.", rule.Citation);
        foreach (var duties in rule.Roles) yield return Duties(duties);
        if (rule.Inability.Count > 0) yield return new($"Den som inte kan svara lämnar uppåt: {string.Join(" → ", rule.Inability.Select(Low))}.", rule.InabilityCitation);
        foreach (var step in rule.BySubject) yield return new($"{About(step)} går till {Low(step.To)}.", step.Citation);
        if (rule is { BySubject.Count: > 0, SubjectLosesSight: true }) yield return new("Den som klagomålet gäller ser det inte längre.", rule.Citation);
        if (rule.OverdueTo is { } after) yield return new($"När en tid har gått ut får nästa chef veta det{(after.Amount > 0 ? $" efter {after}" : " samma dag")}.", rule.Citation);
    }

    private static SpokenRule Duties(RoleDuties duties) =>
        new($"{duties.Role.Swedish()}: {string.Join(", ", duties.Duties.Select(DutyWord))}{(duties.PassOnTo.Count > 0 ? $". Lämnar till {Names(duties.PassOnTo)}" : "")}.", duties.Citation);

    private static string About(SubjectStep step) => step.About switch
    {
        SubjectOf.OwnPerson => $"Det som gäller {Low(step.From)} som person",
        SubjectOf.Organisation => $"Det som är övergripande för {(step.Scope.Length > 0 ? step.Scope : "organisationen")} (från {Low(step.From)})",
        _ => "Det som gäller flera enheter",
    };

    private static IEnumerable<SpokenRule> HandOver(Routine routine)
    {
        var rule = routine.HandOver;
        yield return new(rule.NoticeRequired ? "Den som klagar får veta vem som tar över innan det lämnas." : "Inget besked krävs när det lämnas över.", rule.Citation);
        if (rule.RefusedAfter is { } after) yield return new($"Svarar ingen inom {after} räknas det som nej.", rule.Citation);
        if (rule.RefusalsBeforeCoordinator is { } most) yield return new($"Efter {most} nej tar {Low(rule.Coordinator ?? Role.Coordinator)} det.", rule.Citation);
        if (rule.ReferringAllowed) yield return new("Den som tar emot får hänvisa personen, men det antecknas.", rule.Citation);
    }

    private static IEnumerable<SpokenRule> Reply(Routine routine)
    {
        var rule = routine.Reply;
        if (rule.ConsultationRequired) yield return new("De som berörs tillfrågas innan svaret skrivs.", rule.Citation);
        if (rule.Rest is { } rest) yield return new($"Förslaget till svar vilar {rest}, så att de berörda hinner tänka.", rule.Citation);
        if (rule.SecondReader is { } reader) yield return new($"{reader.Swedish()} läser svaret innan det går.", rule.Citation);
        if (!rule.SpokenAllowed) yield return new("Svaret ges skriftligt.", rule.Citation);
        if (rule.Survey) yield return new("Den som har fått svar tillfrågas om hur det gick.", rule.Citation);
        foreach (var content in rule.Contents)
        {
            yield return new($"Svaret innehåller: {content.Label}{(content.OnlyComplaints ? " (klagomål)" : "")}{(content.WhenUnsolved ? " (när det inte går att lösa)" : "")}.", content.Citation,
                content.IsStatutory ? "Lagen kräver det." : null);
        }
    }

    private static IEnumerable<SpokenRule> Closing(Routine routine)
    {
        var rule = routine.Closing;
        if (rule.AnswerRequired) yield return new("Alla som går att nå och vill ha svar har fått det.", rule.Citation);
        if (rule.MeasureRequired) yield return new("En åtgärd är registrerad, eller skälet till att ingen behövs.", rule.Citation);
        if (rule.ReportRequired) yield return new("Klagomålshanteraren har fått veta hur det har behandlats.", rule.Citation);
        if (rule.CategoryRequired) yield return new("Kategorierna är satta.", rule.Citation);
        if (rule.WhereToTurnRequired) yield return new("Går det inte att lösa har personen fått veta vart man kan vända sig.", rule.Citation);
        if (rule.By is { } by) yield return new($"{by.Swedish()} avslutar.", rule.Citation);
    }

    private static SpokenRule Tree(CategoryTree tree) =>
        new($"{tree.Label}{(tree.IsObligatory ? " (krävs)" : "")}{(tree.SetBy is { } by ? $", sätts av {Low(by)}" : "")}: {string.Join(", ", tree.Categories.Select(c => c.Label.ToLowerInvariant()))}.{Taken(tree)}", tree.Citation);

    private static string Taken(CategoryTree tree) =>
        string.Concat(tree.All.Where(c => c.Formerly.Count > 0).Select(c => $" {c.Label} räknas ihop med det som tidigare hade {(c.Formerly.Count == 1 ? "koden" : "koderna")} {string.Join(", ", c.Formerly)}."));

    private static IEnumerable<SpokenRule> LearningRules(Routine routine)
    {
        foreach (var meeting in routine.Learning.Meetings)
        {
            yield return new($"{meeting.Name}: {Low(meeting.Who)} tar upp {meeting.Cases}{(meeting.PlanWhenNeeded ? ", och gör en förbättringsplan vid behov" : "")}.", meeting.Citation);
        }

        foreach (var duty in routine.Learning.Duties) yield return new($"{duty.Label} ({Every(duty.Every)}, {Low(duty.Who)}): {duty.Text}", duty.Citation);
    }

    private static SpokenRule Report(ReportCycle cycle) => new(
        $"{cycle.Label}: {PeriodWord(cycle.Period)}{(cycle.IsAccumulated ? ", räknat från januari" : "")}, av {Low(cycle.By)} inom {cycle.Within} efter perioden, till {string.Join(" och ", cycle.To)}.", cycle.Citation);

    private static IEnumerable<SpokenRule> Afterwards(Routine routine)
    {
        yield return new(routine.Publication.Level switch
        {
            PublicationLevel.Items => $"Svar och förbättringar kan publiceras när {(routine.Publication.Moderator is { } who ? Low(who) : "någon")} har läst dem.",
            PublicationLevel.Statistics => "Statistik publiceras.",
            _ => "Ingenting publiceras.",
        }, routine.Publication.Citation);
        foreach (var rule in routine.Retention)
        {
            yield return new(Kept(rule), rule.Citation);
        }
    }

    /// <summary>How long a part is kept, and whether that is decided.</summary>
    public static string Kept(Retention rule) =>
        $"{PartWord(rule.Part)} {(rule.Keep is { } keep ? $"sparas i {keep}" : "bevaras")}{(rule.Decision is { } decision ? $", beslut {decision}" : ". Ett förslag: inget gallras utan beslut")}.";

    private static string Demand(ChannelDemand demand) => demand switch
    {
        ChannelDemand.ReadBack => "Läs upp det du skrev ner.",
        ChannelDemand.AskIfWanted => "Fråga om personen vill att det blir ett ärende.",
        ChannelDemand.AskInWriting => "Be att få det skriftligt också.",
        _ => "Erbjud dig att skriva ner det, eller ge blanketten.",
    };

    private static string DutyWord(Duty duty) => duty switch
    {
        Duty.Receive => "tar emot",
        Duty.PassOn => "lämnar vidare",
        Duty.Refer => "hänvisar",
        Duty.Document => "dokumenterar",
        Duty.Investigate => "utreder",
        Duty.Answer => "svarar",
        Duty.Close => "avslutar",
        Duty.Categorise => "kategoriserar",
        _ => "redovisar",
    };

    private static string Every(string every) => every switch
    {
        "month" => "varje månad",
        "quarter" => "varje kvartal",
        "halfYear" => "varje halvår",
        "year" => "varje år",
        "newEmployee" => "för varje nyanställd",
        _ => "för varje ny chef",
    };

    private static string PeriodWord(ReportPeriod period) => period switch
    {
        ReportPeriod.Month => "varje månad",
        ReportPeriod.Quarter => "varje kvartal",
        ReportPeriod.Tertial => "varje tertial",
        ReportPeriod.ThreeTimesAYear => "tre gånger om året",
        ReportPeriod.HalfYear => "varje halvår",
        _ => "varje år",
    };

    private static string PartWord(string part) => part switch
    {
        "register" => "Registret",
        "vault" => "Valvet",
        "attachments" => "Bilagorna",
        "mail" => "Mejlen",
        "drafts" => "Utkasten",
        _ => "Rapporterna",
    };

    private static string Low(Role role) => role.Swedish().ToLowerInvariant();

    private static string Names(IEnumerable<Role> roles) => string.Join(", ", roles.Select(Low));
}
