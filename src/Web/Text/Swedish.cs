using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;

namespace Gava.Web.Text;

/// <summary>Days, moments and events as people in Sweden say them.</summary>
public static class Swedish
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>"måndag 4 maj" within the year, else "4 maj 2025".</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? day.ToString("dddd d MMMM", Culture) : day.ToString("d MMMM yyyy", Culture);

    public static string Day(DateTime utc, DateOnly today) => Day(StockholmTime.DateOf(utc), today);

    /// <summary>"24 april 2026 kl. 14.10"</summary>
    public static string Moment(DateTime utc) => StockholmTime.ToLocal(utc).ToString("d MMMM yyyy 'kl.' HH.mm", Culture);

    /// <summary>What a datetime attribute holds.</summary>
    public static string Machine(DateTime utc) =>
        StockholmTime.WithOffset(utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Due(Due due, DateOnly today) => due.IsMoment ? Moment(due.LateFrom) : Day(due.Day, today);

    /// <summary>The words as a sentence begins: with a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpper(Culture), text.AsSpan(1));

    public static string Lower(string text) => text.ToLower(Culture);

    /// <summary>The state names of the clock badge.</summary>
    public static string State(ClockState state) => state switch
    {
        ClockState.Soon => "soon",
        ClockState.Late => "late",
        ClockState.LateWithNotice => "late-noticed",
        ClockState.Met => "met",
        ClockState.MetLate => "met-late",
        ClockState.Paused => "paused",
        _ => "calm",
    };

    /// <summary>"3 dagar kvar", "Sista dagen", "Försenad 2 dagar". Null for a stopped clock whose state says enough.</summary>
    public static string? Left(CaseClock clock, DateTime now)
    {
        if (!clock.Runs) return clock.StateAt(now) == ClockState.MetLate && clock.NoticedAt is not null ? "Klar sent, med besked" : null;
        var days = clock.Due.Day.DayNumber - StockholmTime.DateOf(now).DayNumber;
        return (clock.StateAt(now), days) switch
        {
            (ClockState.Paused, _) => "Står still",
            (ClockState.LateWithNotice, _) => "Sen, med besked",
            (ClockState.Late, 0) => "Försenad i dag",
            (ClockState.Late, -1) => "Försenad en dag",
            (ClockState.Late, _) => $"Försenad {-days} dagar",
            (_, 0) => "Sista dagen",
            (_, 1) => "En dag kvar",
            _ => $"{days} dagar kvar",
        };
    }

    /// <summary>A journal line's heading.</summary>
    public static string Title(Event line, Organisation organisation, Routine routine) => line.Kind switch
    {
        EventKind.Arrived => $"Kom in: {Lower(routine.Channel(line.Subject ?? "")?.Label ?? "")}",
        EventKind.Registered => $"Registrerat som {KindLabel(line, routine)}",
        EventKind.Imported => Part(line, 1) is { Length: > 0 } row ? $"Hämtades från ett äldre register, rad {row}" : "Hämtades från ett annat register",
        EventKind.KindChanged => $"Ändrat till {KindLabel(line, routine)}",
        EventKind.Acknowledged => "Bekräftelse skickad",
        EventKind.Taken => "Tog ansvar för ärendet",
        EventKind.HandedOver => HandedOver(line, organisation),
        EventKind.Accepted => "Tog emot ärendet",
        EventKind.Declined => "Överlämningen togs tillbaka",
        EventKind.ContactAttempted => "Sökte personen, utan svar",
        EventKind.Contacted => "Talade med personen",
        EventKind.CallbackPromised => $"Lovade att höra av sig {(line.HappenedAt is { } at ? Moment(at) : "")}",
        EventKind.CallbackKept => "Hörde av sig som lovat",
        EventKind.FeedbackGiven => "Gav återkoppling",
        EventKind.MeasureRegistered => line.Subject == "prevents" ? "Åtgärd så att det inte händer igen" : "Åtgärd",
        EventKind.DelayNotified => "Berättade om försening",
        EventKind.Replied => "Svarade",
        EventKind.Noted => "Anteckning",
        EventKind.Closed => "Avslutade ärendet",
        EventKind.Reopened => "Öppnade ärendet igen",
        EventKind.VaultOpened when line.Subject == "emergency" => "Nödöppnade personuppgifterna",
        EventKind.VaultOpened when line.Subject?.StartsWith("caller", StringComparison.Ordinal) == true => "Hittade ärendet åt den som hörde av sig",
        EventKind.VaultOpened when line.Subject == "extract" => "Lämnade ett registerutdrag till personen",
        EventKind.VaultOpened => "Öppnade personuppgifterna",
        EventKind.ReaderNamed => line.Subject is { } reader ? $"Utsåg {organisation.People.FirstOrDefault(p => p.UserName == reader)?.Name ?? reader} att få se skyddade uppgifter" : "Tog tillbaka rätten att se skyddade uppgifter",
        EventKind.Unmasked => Chain.Vouched(line.Subject).Count() is > 0 and var lines ? $"Visade något som inte behövde vara dolt, {lines} {(lines == 1 ? "rad" : "rader")} i journalen" : "Visade något som inte behövde vara dolt",
        EventKind.Masked => Chain.Vouched(line.Subject).Count() is > 0 and var lines ? $"Dolde personuppgifter i texterna, {lines} {(lines == 1 ? "rad" : "rader")} i journalen" : "Dolde personuppgifter i texten",
        EventKind.DetailsCorrected => $"Rättade personens uppgifter: {string.Join(", ", (line.Subject ?? "").Split(',').Select(Detail))}",
        EventKind.AnotherViewAsked => "Är inte nöjd och vill att någon annan tittar på det",
        EventKind.SurveyAnswered => "Svarade på frågorna om hur det gick",
        EventKind.CodeGiven => $"Gav personen en kod att följa ärendet med{line.Subject switch { "readOut" => ", uppläst", "handedOver" => ", överlämnad", _ => ", i ett brev" }}",
        EventKind.HeldFromDisposal => "Undantog ärendet från gallring",
        EventKind.HoldLifted => "Tog bort undantaget från gallring",
        EventKind.Disposed => line.Subject switch { "attachments" => "Bilagorna gallrades", "drafts" => "Utkasten gallrades", _ => "Personuppgifterna gallrades" },
        EventKind.CallerSought => "Letade efter någons ärende",
        EventKind.PlanStarted => $"Började förbättringsplan {Part(line, 0)}",
        EventKind.PlanChanged => $"Ändrade förbättringsplan {Part(line, 0)}",
        EventKind.ReportStarted => $"Började sammanställa {Part(line, 1)}",
        EventKind.ReportChanged => $"Ändrade sammanställning {Part(line, 0)}",
        EventKind.ReportSigned => $"Signerade sammanställning {Part(line, 0)}",
        EventKind.ReportDelivered => $"Lämnade sammanställning {Part(line, 0)}",
        EventKind.SignalRaised => "Såg att klagomålen har blivit fler",
        EventKind.SignalSettled => "Svarade på en signal om fler klagomål",
        EventKind.ThemeStarted => $"Samlade ärenden i tema {Part(line, 0)}",
        EventKind.ThemeChanged => $"Ändrade tema {Part(line, 0)}",
        EventKind.ThemeDismissed => "Såg att ärenden inte handlar om samma sak",
        EventKind.MeetingNoted => "Antecknade från en arbetsplatsträff",
        EventKind.LessonPublished => $"Visade förbättringsplan {Part(line, 0)} utåt",
        EventKind.LessonWithdrawn => $"Slutade visa förbättringsplan {Part(line, 0)} utåt",
        EventKind.DisclosureRegistered => "Registrerade en begäran om allmän handling",
        EventKind.DisclosurePicked => $"Valde handlingar till begäran {Part(line, 0)} om utlämnande",
        EventKind.DisclosureDropped => $"Tog bort en handling ur begäran {Part(line, 0)} om utlämnande",
        EventKind.DisclosureDecided => $"Begäran {Part(line, 0)} om utlämnande: {Part(line, 1) switch { "whole" => "handlingarna lämnades ut", "masked" => "lämnades ut med maskering", _ => "avslogs" }}",
        EventKind.StaffExtracted => $"Lämnade ett registerutdrag till {NameOfPerson(line, organisation, 0)}",
        EventKind.ReadingJudged => "Tog ställning till en öppning",
        EventKind.ReadBack => "Läste upp det som skrevs ner",
        EventKind.AskedInWriting => "Bad att få det skriftligt också",
        EventKind.Escalated => $"Lämnade uppåt till {To(line, organisation)}",
        EventKind.MovedBySubject => $"Flyttade till {To(line, organisation, 1)} för vad det gäller",
        EventKind.GivenToCoordinator => $"Gick till {To(line, organisation)} när andra hade sagt nej",
        EventKind.SupportAsked => "Bad chefen om stöd",
        EventKind.Consulted => $"Frågade {organisation.Person(line.Subject ?? "")?.Name ?? "en berörd"}",
        EventKind.ConsultationAnswered => "Lämnade synpunkter",
        EventKind.Drafted => "Skrev ett förslag till svar",
        EventKind.Messaged => "Personen hörde av sig igen",
        EventKind.Asked => "Frågade personen",
        EventKind.PassedBy => "Svarade innan allt i rutinen var gjort",
        EventKind.PartAdded => $"Gav en del till {To(line, organisation, 1)}",
        EventKind.PointAdded => $"Delade upp klagomålet: punkt {Part(line, 0)}",
        EventKind.PointRemoved => $"Tog bort punkt {Part(line, 0)} av klagomålet",
        EventKind.PointJudged => $"Bedömde punkt {Part(line, 0)} av klagomålet: {(Enum.TryParse<PointOutcome>(Part(line, 1), ignoreCase: true, out var outcome) ? Lower(outcome.Swedish()) : "")}",
        EventKind.PointRemedied => $"Det här görs för punkt {Part(line, 0)} av klagomålet",
        EventKind.PartDone => "En del är klar",
        EventKind.Solved => "Löste det direkt, och personen är nöjd",
        EventKind.Referred => $"Lämnade vidare till {(line.Subject ?? "").Split(';') switch { [_, .. var to, _] => string.Join(';', to), _ => "någon annan" }}",
        EventKind.Reported => "Berättade för klagomålshanteraren hur det har behandlats",
        EventKind.Joined => $"Slog ihop med {line.Subject}",
        EventKind.JoinedFrom => $"{line.Subject} hör ihop med det här ärendet",
        EventKind.WhereToTurnTold => line.Subject is { } named ? $"Berättade vart man kan vända sig: {named}" : "Berättade vart man kan vända sig",
        EventKind.Categorised => Categorised(line, routine),
        EventKind.SecrecyMarked => $"Sekretessmarkering: {(line.Subject ?? "").Split(';') switch { [var provision, var number] => $"{provision} på bilaga {number}", var whole => whole[0] }}",
        EventKind.SecrecyLifted => (line.Subject ?? "").Split(';') is [_, var lifted] ? $"Tog bort sekretessmarkeringen på bilaga {lifted}" : "Tog bort sekretessmarkeringen",
        EventKind.RegimeChanged => $"Andra lagar gäller: {LegalRegimes.All.LastOrDefault(r => r.Code == line.Subject)?.Label ?? line.Subject}",
        EventKind.RoutineAdopted => $"Följer nu {routine.Title}, eftersom den nya enheten gör det",
        EventKind.DiaryLeft => $"Avslutat i diariet: {line.Subject}, eftersom en annan nämnd har det",
        EventKind.RoutineMoved => $"Följer nu version {line.Subject} av rutinen",
        EventKind.PersonReferred => $"Bad personen vända sig till {To(line, organisation)}",
        EventKind.DraftRead => "Läste förslaget till svar",
        EventKind.ForwardedToRegistrar => "Lämnade till registratorn",
        EventKind.DiaryRegistered => $"Diariefört: {line.Subject}",
        EventKind.DiaryClosed => "Avslutat i diariet",
        EventKind.DiaryExempted => "Undantaget från diariet",
        EventKind.MovedWithPlace => $"{NameOfPlace(line, organisation, 0)} avvecklades, och {NameOfPlace(line, organisation, 1)} har ärendet nu",
        EventKind.TakenOver => $"{NameOfPerson(line, organisation, 1)} tog över efter {NameOfPerson(line, organisation, 0)}",
        EventKind.PersonAdded => $"Lade till {NameOfPerson(line, organisation, 0)}",
        EventKind.PersonChanged => $"Ändrade uppgifterna om {NameOfPerson(line, organisation, 0)}",
        EventKind.PersonEnded => $"{NameOfPerson(line, organisation, 0)} slutade",
        EventKind.RoleGiven => $"Gav {NameOfPerson(line, organisation, 0)} en roll",
        EventKind.RoleEnded => $"Avslutade en roll för {NameOfPerson(line, organisation, 0)}",
        EventKind.PasswordSet => $"Gav {NameOfPerson(line, organisation, 0)} ett nytt lösenord",
        EventKind.UnitAdded => $"Lade till {NameOfPlace(line, organisation, 0)}",
        EventKind.UnitChanged => $"Ändrade {NameOfPlace(line, organisation, 0)}",
        EventKind.UnitMoved => $"Flyttade {NameOfPlace(line, organisation, 0)} till {NameOfPlace(line, organisation, 1)}",
        EventKind.UnitEnded => $"Avvecklade {NameOfPlace(line, organisation, 0)}",
        EventKind.DayClosed => $"Stängde {Part(line, 0)} ({Part(line, 1)})",
        EventKind.DayOpened => $"Öppnade {Part(line, 0)} igen",
        EventKind.RecipientAdded => $"Lade till {line.Subject} bland dem man kan vända sig till",
        EventKind.RecipientChanged => $"Ändrade {line.Subject} bland dem man kan vända sig till",
        EventKind.RecipientRemoved => $"Tog bort {line.Subject} bland dem man kan vända sig till",
        EventKind.TemplateAdded => $"Lade till en mall: {Lower(TemplateWords.UseInSwedish(Part(line, 0)))}",
        EventKind.TemplateChanged => $"Ändrade en mall: {Lower(TemplateWords.UseInSwedish(Part(line, 0)))}",
        EventKind.TemplateRemoved => $"Tog bort en mall: {Lower(TemplateWords.UseInSwedish(Part(line, 0)))}",
        _ => line.Kind.ToString(),
    };

    /// <summary>The timeline's kinds of marks.</summary>
    public static string? Mark(EventKind kind) => kind switch
    {
        EventKind.ContactAttempted or EventKind.Contacted or EventKind.CallbackKept or EventKind.CallbackPromised
            or EventKind.FeedbackGiven => "contact",
        EventKind.MeasureRegistered => "measure",
        EventKind.Asked or EventKind.Messaged => "contact",
        EventKind.Solved => "answer",
        EventKind.Escalated or EventKind.MovedBySubject or EventKind.GivenToCoordinator or EventKind.Referred or EventKind.PersonReferred or EventKind.PartAdded => "handover",
        EventKind.HandedOver or EventKind.Accepted or EventKind.Declined or EventKind.Taken or EventKind.MovedWithPlace or EventKind.TakenOver => "handover",
        EventKind.DelayNotified or EventKind.VaultOpened => "notice",
        EventKind.Replied or EventKind.Closed => "answer",
        _ => null,
    };

    /// <summary>How somebody was told, where the line says it.</summary>
    public static string? ToldHow(Event line, Routine routine)
    {
        var parts = (line.Subject ?? "").Split(';');
        var code = line.Kind is EventKind.HandedOver or EventKind.Escalated or EventKind.Referred or EventKind.FeedbackGiven ? parts[^1] : parts[0];
        if (!Enum.TryParse<Way>(code, ignoreCase: true, out var way)) return null;
        return line.Kind switch
        {
            // Where nobody has to be told, nothing was said of whether the person could be.
            EventKind.HandedOver or EventKind.Escalated when way == Way.None => routine.HandOver.NoticeRequired ? "Personen går inte att nå." : null,
            EventKind.HandedOver or EventKind.Escalated => $"Personen fick veta vem som tar över, {way.Per()}.",
            EventKind.Referred => way == Way.None ? null : $"Personen fick veta det, {way.Per()}.",
            EventKind.FeedbackGiven or EventKind.Replied or EventKind.DelayNotified or EventKind.Acknowledged or EventKind.Contacted
                or EventKind.ContactAttempted or EventKind.Asked or EventKind.Messaged => $"{way.Swedish()}.",
            _ => null,
        };
    }

    private static string KindLabel(Event line, Routine routine) => Lower(routine.Kind(line.Subject ?? "")?.Label ?? line.Subject ?? "");

    /// <summary>"Lena, Städ" of a subject's part "slug/user".</summary>
    private static string To(Event line, Organisation organisation, int part = 0)
    {
        var parts = (line.Subject ?? "").Split(';');
        var to = (part < parts.Length ? parts[part] : "").Split('/');
        var unit = organisation.Unit(to[0])?.Name ?? to[0];
        return to.Length > 1 && organisation.Person(to[1]) is { } person ? $"{person.Name}, {unit}" : unit;
    }

    private static string Detail(string field) => field switch
    {
        "name" => "namn",
        "phone" => "telefon",
        "email" => "e-post",
        "address" => "adress",
        "protected" => "skyddade personuppgifter",
        _ => field,
    };

    private static string Part(Event line, int part) => (line.Subject ?? "").Split(';') is { } parts && part < parts.Length ? parts[part] : "";

    private static string NameOfPlace(Event line, Organisation organisation, int part) => organisation.Unit(Part(line, part))?.Name ?? Part(line, part);

    private static string NameOfPerson(Event line, Organisation organisation, int part) => organisation.Person(Part(line, part))?.Name ?? Part(line, part);

    private static string Categorised(Event line, Routine routine)
    {
        var parts = (line.Subject ?? "").Split('=');
        var tree = routine.Categories.FirstOrDefault(t => t.Code == parts[0]);
        var labels = parts.Length > 1 ? parts[1].Split(',').Select(code => tree?.LabelOf(code) ?? code) : [];
        return $"{tree?.Label ?? parts[0]}: {string.Join(", ", labels)}";
    }

    private static string HandedOver(Event line, Organisation organisation)
    {
        var to = (line.Subject ?? "").Split(';')[0].Split('/');
        var unit = organisation.Unit(to[0])?.Name ?? to[0];
        return to.Length > 1 && organisation.Person(to[1]) is { } person ? $"Vill lämna över till {person.Name}, {unit}" : $"Vill lämna över till {unit}";
    }
}
