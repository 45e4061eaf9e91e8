using Gava.Domain.Cases;
using Gava.Domain.Deadlines;

namespace Gava.Domain.Learning;

/// <summary>What a value is measured in.</summary>
public enum Measure
{
    /// <summary>Cases, or other whole things.</summary>
    Count,

    /// <summary>Working days, one decimal.</summary>
    WorkingDays,

    /// <summary>Per cent, one decimal.</summary>
    Percent,

    /// <summary>0 to 100, one decimal.</summary>
    Index,

    /// <summary>Cases for each thousand people, one decimal.</summary>
    PerThousand,
}

/// <summary>One value of a figure.</summary>
/// <param name="Group">total, or the code of what it is divided by.</param>
/// <param name="Value">Null when there is nothing to work it out from.</param>
/// <param name="Measure">What it is measured in.</param>
public readonly record struct Counted(string Group, decimal? Value, Measure Measure = Measure.Count);

/// <summary>The cases that a figure is worked out from, of one scope and one stretch of time.</summary>
public sealed class Basis
{
    private readonly IReadOnlyList<CountedCase> cases;
    private readonly IReadOnlyDictionary<Guid, int> counted;
    private readonly ILookup<(Guid UnitId, string Category), Arrival> complaints;

    /// <param name="from">The first moment, UTC.</param>
    /// <param name="to">The first moment after, UTC.</param>
    /// <param name="cases">Those that arrived, were closed or opened again in it, or were open at its end. Others may be among them.</param>
    /// <param name="later">Categorised complaints that arrived in it or in the half-year after, for what recurs.</param>
    /// <param name="onlyCounted">Oral views that were only counted in it, without becoming a case (S3), at each unit.</param>
    /// <param name="users">How many the places are there for when it ends.</param>
    public Basis(DateTime from, DateTime to, IReadOnlyList<CountedCase> cases, IReadOnlyList<Arrival>? later = null, IReadOnlyDictionary<Guid, int>? onlyCounted = null, int? users = null)
    {
        (From, To, Users, counted, this.cases, complaints) = (from, to, users, onlyCounted ?? new Dictionary<Guid, int>(), cases, (later ?? []).ToLookup(a => (a.UnitId, a.Category)));
        Received = [.. cases.Where(c => IsWithin(c.ArrivedAt))];
        Closed = [.. cases.Where(c => c.ClosedAt is { } at && IsWithin(at))];
        Open = [.. cases.Where(c => c.ArrivedAt < to && !(c.ClosedAt < to))];
    }

    /// <summary>How many the places are there for when it ends; null where nobody says.</summary>
    public int? Users { get; }

    /// <summary>Oral views that were only counted.</summary>
    public int OnlyCounted => counted.Values.Sum();

    public DateTime From { get; }

    public DateTime To { get; }

    /// <summary>Arrived in the period, whatever has become of them.</summary>
    public IReadOnlyList<CountedCase> Received { get; }

    /// <summary>Closed in the period, whenever they arrived; one that was closed twice counts where it was closed last.</summary>
    public IReadOnlyList<CountedCase> Closed { get; }

    /// <summary>Open when the period ended.</summary>
    public IReadOnlyList<CountedCase> Open { get; }

    public IEnumerable<CountedCase> Reopened => cases.Where(c => c.ReopenedAt is { } at && IsWithin(at));

    /// <summary>True when the same unit got another complaint in one of the same categories within half a year of the closing.</summary>
    public bool CameAgain(CountedCase one) => one.ClosedAt is { } closed
        && one.Categories.Any(category => complaints[(one.UnitId, category)].Any(c => c.Id != one.Id && c.At > closed && c.At <= closed.AddMonths(Figures.MonthsOfRecurrence)));

    /// <summary>The same stretch of time, for some of the units only.</summary>
    /// <param name="users">How many those are there for.</param>
    public Basis At(IReadOnlySet<Guid> units, int? users = null) => new(From, To, [.. cases.Where(c => units.Contains(c.UnitId))],
        [.. complaints.Where(g => units.Contains(g.Key.UnitId)).SelectMany(g => g)], counted.Where(c => units.Contains(c.Key)).ToDictionary(), users);

    private bool IsWithin(DateTime at) => at >= From && at < To;
}

/// <summary>A complaint that arrived, once for each category that it has.</summary>
public readonly record struct Arrival(long Id, Guid UnitId, DateTime At, string Category);

/// <summary>
/// A figure, defined once: what it says, how it is worked out, what it leaves out, where the wish for it stands. Wherever it is
/// shown, this is what is shown (R-LEARN-02).
/// </summary>
/// <param name="Code">In the API, CSV and addresses.</param>
/// <param name="Label">In Swedish.</param>
/// <param name="Formula">How it is worked out, in a Swedish sentence or two.</param>
/// <param name="NotCounted">What it leaves out.</param>
/// <param name="Source">The requirement or paragraph.</param>
/// <param name="Parts">The names of its groups; empty when they are the routine's or the organisation's own.</param>
/// <param name="Of">Works it out.</param>
public sealed record Figure(string Code, string Label, string Formula, string NotCounted, string Source, IReadOnlyList<(string Group, string Label)> Parts, Func<Basis, IEnumerable<Counted>> Of)
{
    /// <summary>How many cases it rests on: when they are too few, all of it is hidden outside the circle.</summary>
    public Func<Basis, int>? RestsOn { get; init; }
}

/// <summary>Every figure. Volume counts by arrival, results by closing.</summary>
public static class Figures
{
    /// <summary>How long after a closing a similar complaint counts as the same thing again.</summary>
    public const int MonthsOfRecurrence = 6;

    public const string Total = "total";

    private static readonly (string, string)[] Terms =
        [("inTime", "i tid"), ("late", "för sent"), ("lateWithNotice", "varav med besked om förseningen"), ("noTerm", "utan utlovad tid")];

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("received", "Inkomna", "Antal ärenden som kom in under perioden. Räknas på dagen då de nådde kommunen.",
            "Muntliga synpunkter som bara har räknats, utan att bli ärenden. De står för sig.", "R-LEARN-02, SR-5.5",
            [(Total, "alla"), ("uncategorised", "utan kategori"), ("onlyCounted", "bara räknade")],
            b => [Count(Total, b.Received), new("uncategorised", b.Received.Count(c => c.Categories.Count == 0)), new("onlyCounted", b.OnlyCounted)]),
        new("received.byKind", "Inkomna efter sort", "Inkomna, delade på sort så som den är satt nu.", "Samma som Inkomna.", "R-LEARN-02", [],
            b => Groups(b.Received, c => c.Kind)),
        new("received.byChannel", "Inkomna efter väg in", "Inkomna, delade på hur de kom in.", "Samma som Inkomna.", "R-LEARN-02, R-IN-02", [],
            b => Groups(b.Received, c => c.Channel)),
        new("received.byCategory", "Inkomna efter kategori", "Inkomna som har kategorin. Ett ärende med flera kategorier räknas en gång i var och en, så summan kan bli större än antalet ärenden.",
            "Ärenden som ännu inte har fått någon kategori.", "R-LEARN-01", [],
            b => b.Received.SelectMany(c => c.Categories.Distinct()).CountBy(code => code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Counted(g.Key, g.Value))),
        new("received.perThousand", "Inkomna per 1 000 brukare", "Inkomna under perioden, delat med antalet brukare när den tog slut, gånger 1 000. Har enheten inget eget antal läggs antalen för enheterna under den ihop.",
            "Enheter där ingen har sagt hur många brukarna är. Antalet står på enhetens sida.", "R-LEARN-02", [(Total, "per 1 000 brukare")],
            b => [new(Total, b.Users is > 0 and var users ? Tenths(b.Received.Count * 1000m / users) : null, Measure.PerThousand)]),
        new("closed", "Avslutade, och svar i tid", "Antal ärenden som avslutades under perioden, och om svaret kom innan den utlovade tiden var ute.",
            "En tid som inte längre gäller, till exempel när det inte finns någon att svara.", "R-LEARN-02, R-FLOW-10", [(Total, "alla"), .. Terms],
            b => [Count(Total, b.Closed), .. InTime(b.Closed, c => c.Answer)]),
        new("receipt", "Bekräftelse i tid", "Av dem som avslutades: kom bekräftelsen innan tiden för den var ute?", "Rutiner som inte lovar någon bekräftelse inom en viss tid står som utan utlovad tid.",
            "R-LEARN-02", Terms, b => InTime(b.Closed, c => c.Receipt)),
        new("feedback", "Första återkoppling i tid", "Av dem som avslutades: fick personen ett första besked, en kontakt eller ett svar innan tiden för det var ute?",
            "En bekräftelse räknas inte som återkoppling. Försök att ringa räknas inte som kontakt.", "R-LEARN-02, R-DUE-02", Terms, b => InTime(b.Closed, c => c.Feedback)),
        new("answerDays", "Tid till svar", "Arbetsdagar från ankomstdagen, som är dag 0, till svaret. Medel, median, och den tid inom vilken nio av tio fick svar. Saknas svar räknas till avslutet.",
            "Ärenden som inte är avslutade.", "R-LEARN-02", [("mean", "medel"), ("median", "median"), ("p90", "nio av tio inom"), ("counted", "ärenden")], Days) { RestsOn = b => b.Closed.Count(c => c.Days is not null) },
        new("handOvers", "Överlämningar", "Hur många gånger de avslutade ärendena har bytt ansvarig, och hur många ärenden det gällde.", "Överlämningar som ingen tog emot.", "R-FLOW-03",
            [("times", "gånger"), ("cases", "ärenden")], b => [new("times", b.Closed.Sum(c => c.HandOvers)), new("cases", b.Closed.Count(c => c.HandOvers > 0))]),
        new("solvedAtOnce", "Lösta på plats", "Avslutade som den som tog emot löste direkt, och där personen var nöjd.", "Sådant som löstes utan att bli ett ärende.", "R-FLOW-04",
            [(Total, "alla")], b => [new(Total, b.Closed.Count(c => c.SolvedAtOnce))]),
        new("reopened", "Öppnade igen", "Ärenden som öppnades igen under perioden.", "Ett ärende som har öppnats flera gånger räknas den sista gången.", "R-FLOW-12",
            [(Total, "alla")], b => [new(Total, b.Reopened.Count())]),
        new("endings", "Hur de avslutades", "Avslutade, delade på hur de slutade.", "Inget.", "SR-4.14",
            [("answered", "besvarade"), ("answerNotPossible", "gick inte att svara"), ("answerNotWished", "svar önskades inte"), ("handedElsewhere", "lämnade till någon annan")],
            b => Enum.GetValues<Ending>().Select(e => new Counted(Code(e), b.Closed.Count(c => c.Ending == e)))),
        new("outcomes", "Vad klagomålen kom fram till", "Avslutade klagomål, delade på bedömningen. Har ett klagomål flera punkter med olika utfall räknas det som delvis befogat.", "Inget. Det som inte är klagomål står för sig.", "R-LEARN-02",
            [.. Enum.GetValues<PointOutcome>().Select(o => (o.Code(), Lower(o.Swedish()))), ("notJudged", "inte bedömda"), ("notComplaints", "inte klagomål")],
            b =>
            [
                .. Enum.GetValues<PointOutcome>().Select(o => new Counted(o.Code(), b.Closed.Count(c => c.IsComplaint && c.Outcome == o))),
                new("notJudged", b.Closed.Count(c => c is { IsComplaint: true, Outcome: null })), new("notComplaints", b.Closed.Count(c => !c.IsComplaint)),
            ]),
        new("measures", "Åtgärder", "Åtgärder som är registrerade i de avslutade ärendena, och hur många ärenden som har minst en.", "Åtgärder i förbättringsplaner räknas för sig.", "R-LEARN-02",
            [("times", "åtgärder"), ("cases", "ärenden")], b => [new("times", b.Closed.Sum(c => c.Measures)), new("cases", b.Closed.Count(c => c.Measures > 0))]),
        new("satisfaction", "Nöjdhet", "SKR:s index 0–100: medel av de tre betygen (tydligt, enkelt, väl bemött), där 1 är 0 och 5 är 100. Svarsandel: svar av dem som kunde tillfrågas.",
            "Personer som inte går att nå, och ärenden som är lösta på plats.", "R-FLOW-13", [("index", "index"), ("answers", "svar"), ("asked", "kunde tillfrågas"), ("responseRate", "svarsandel")], Satisfaction)
        { RestsOn = b => b.Closed.Count(c => c.Survey is not null) },
        new("recurrence", "Det som kommer igen", $"Av de avslutade klagomålen med kategori: i hur många fick samma enhet ett nytt klagomål i samma kategori inom {MonthsOfRecurrence} månader?",
            "Klagomål utan kategori. Har det inte gått ett halvår är siffran inte färdig.", "R-LEARN-05", [("counted", "klagomål"), ("again", "kom igen"), ("share", "andel")], Recurrence)
        { RestsOn = b => b.Closed.Count(c => c.IsComplaint && c.Categories.Count > 0) },
        new("open", "Öppna vid periodens slut", "Ärenden som hade kommit in men inte var avslutade när perioden tog slut, efter hur gamla de var.", "Ärenden som avslutades under perioden och har öppnats igen efteråt räknas som öppna.", "R-LEARN-02",
            [(Total, "alla"), ("upTo10", "högst 10 dagar"), ("upTo30", "11–30 dagar"), ("upTo90", "31–90 dagar"), ("over90", "över 90 dagar")], Open),
    ];

    public static Figure? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>The 90th percentile and the like: the smallest value that at least that share lie at or below.</summary>
    /// <param name="sorted">The smallest first, at least one.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static int Percentile(IReadOnlyList<int> sorted, decimal share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];

    private static Counted Count(string group, IReadOnlyCollection<CountedCase> cases) => new(group, cases.Count);

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static string Code(Ending ending) => char.ToLowerInvariant($"{ending}"[0]) + $"{ending}"[1..];

    private static IEnumerable<Counted> Groups(IEnumerable<CountedCase> cases, Func<CountedCase, string> by) =>
        cases.CountBy(by).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Counted(g.Key, g.Value));

    private static Counted[] InTime(IReadOnlyList<CountedCase> closed, Func<CountedCase, Punctuality> which) =>
    [
        new("inTime", closed.Count(c => which(c) == Punctuality.InTime)),
        new("late", closed.Count(c => which(c) is Punctuality.Late or Punctuality.LateWithNotice)),
        new("lateWithNotice", closed.Count(c => which(c) == Punctuality.LateWithNotice)),
        new("noTerm", closed.Count(c => which(c) == Punctuality.NoTerm)),
    ];

    private static IEnumerable<Counted> Days(Basis basis)
    {
        List<int> days = [.. basis.Closed.Select(c => c.Days).OfType<int>().Order()];
        decimal? middle = days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m;
        return
        [
            new("mean", days.Count == 0 ? null : Tenths(days.Sum() / (decimal)days.Count), Measure.WorkingDays),
            new("median", middle, Measure.WorkingDays),
            new("p90", days.Count == 0 ? null : Percentile(days, 0.9m), Measure.WorkingDays),
            new("counted", days.Count),
        ];
    }

    private static IEnumerable<Counted> Satisfaction(Basis basis)
    {
        var answers = basis.Closed.Select(c => c.Survey).OfType<SurveyAnswer>().ToList();
        var asked = basis.Closed.Count(c => c.CouldBeAsked || c.Survey is not null);
        return
        [
            new("index", answers.Count == 0 ? null : Tenths((decimal)answers.Average(a => a.Index)), Measure.Index),
            new("answers", answers.Count),
            new("asked", asked),
            new("responseRate", Share(answers.Count, asked), Measure.Percent),
        ];
    }

    private static IEnumerable<Counted> Recurrence(Basis basis)
    {
        var counted = basis.Closed.Where(c => c.IsComplaint && c.Categories.Count > 0).ToList();
        var again = counted.Count(basis.CameAgain);
        return [new("counted", counted.Count), new("again", again), new("share", Share(again, counted.Count), Measure.Percent)];
    }

    private static IEnumerable<Counted> Open(Basis basis)
    {
        var last = StockholmTime.DateOf(basis.To.AddTicks(-1)).DayNumber;
        var ages = basis.Open.Select(c => last - StockholmTime.DateOf(c.ArrivedAt).DayNumber).ToList();
        return
        [
            new(Total, ages.Count),
            new("upTo10", ages.Count(a => a <= 10)),
            new("upTo30", ages.Count(a => a is > 10 and <= 30)),
            new("upTo90", ages.Count(a => a is > 30 and <= 90)),
            new("over90", ages.Count(a => a > 90)),
        ];
    }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : Tenths(part * 100m / whole);

    private static decimal Tenths(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
