using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;

namespace Gava.Operations.Learning;

/// <summary>A row of a figure's table: a value for each of the report's <see cref="ReportContent.Columns"/>.</summary>
/// <param name="Group">Its code.</param>
/// <param name="Label">In Swedish.</param>
/// <param name="Values">Now, the period before, last year.</param>
public sealed record ReportRow(string Group, string Label, IReadOnlyList<ReportLine> Values)
{
    public ReportLine Now => Values[0];
}

/// <summary>A figure as a table.</summary>
public sealed record ReportTable(Figure Figure, IReadOnlyList<ReportRow> Rows)
{
    private readonly decimal most = Rows.Select(r => r.Now).Where(l => l.Measure == Measure.Count).Select(l => l.Value ?? 0).DefaultIfEmpty().Max();

    /// <summary>True when its groups are parts of the same thing, named by the routines, so that bars compare them.</summary>
    public bool IsDivided => Figure.Parts.Count == 0;

    /// <summary>How long a row's bar is, 0 to 1 of the longest; null where a bar would say nothing.</summary>
    public decimal? ShareOf(ReportRow row) => row.Now is { Measure: Measure.Count, Value: { } value } && most > 0 ? value / most : null;

    /// <summary>"Telefon 12, e-post 5": what the bars say.</summary>
    public string InWords => string.Join(", ", Rows.Select(r => $"{r.Label} {ReportContent.Show(r.Now)}"));
}

/// <summary>A unit's row in the table of those right below.</summary>
public sealed record UnitRow(ReportPlace Unit, IReadOnlyList<ReportLine> Values);

/// <summary>
/// A report as it is told: the same words and values, in the same order, on the page, in Excel, in PDF and in Word (R-LEARN-02). They
/// all show this and work out nothing of their own.
/// </summary>
/// <param name="Report">What it tells.</param>
/// <param name="Today">The day in Stockholm, which decides whether the period has ended.</param>
/// <param name="Writing">What people have written in it; null for figures alone.</param>
public sealed record ReportContent(ReportView Report, DateOnly Today, ReportWriting? Writing = null)
{
    public const string AnalysisTitle = "Analys";
    public const string ExamplesTitle = "Ur det vi har fått veta";
    public const string TextsTitle = "Enheterna berättar";
    public const string NoText = "Ingen text har kommit.";
    public const string HeadlinesTitle = "I korthet";
    public const string HeadlinesHint = "Det viktigaste, bredvid tiderna som det jämförs med.";
    public const string UnitsTitle = "Enheterna";
    public const string UnitsHint = "Kommer det in lite på en enhet kan det bero på att det är svårt att klaga där.";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly (string Label, string Figure, string Group)[] UnitFigures =
        [("Inkomna", "received", Figures.Total), ("Avslutade", "closed", Figures.Total), ("För sent", "closed", "late"), ("Öppna", "open", Figures.Total), ("Per 1 000 brukare", "received.perThousand", Figures.Total)];

    private readonly ReportFigures[] compared = Report.Before.Span == Report.LastYear.Span ? [Report.Figures, Report.LastYear] : [Report.Figures, Report.Before, Report.LastYear];

    /// <summary>"Tertial 2 2026".</summary>
    public string Title { get; } = Capital(Report.Span.Swedish());

    /// <summary>"Tertial 2 2026, Socialpsykiatri".</summary>
    public string FullTitle => $"{Title}, {Report.Unit.Name}";

    public string Lead => $"{Report.Unit.Name}{(Report.Units.Count > 0 ? ", med allt under" : "")}, {Report.Span.From.ToString("d MMMM", Culture)} till {Report.Span.To.ToString("d MMMM yyyy", Culture)}.";

    /// <summary>What must be known to read the figures right.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Writing is { } signed) yield return $"Signerad {Moment(signed.SignedAt)} av {signed.SignedBy}. Siffrorna är de som gällde då.";
            if (Report.Span.To >= Today) yield return "Perioden är inte slut. Siffrorna är de som gäller nu.";
            if (Report.IsOpen) yield return "Små grupper visas inte. Där det är färre än fem, eller där det skulle gå att räkna ut, står det ”dolt”.";
        }
    }

    /// <summary>The periods that stand beside each other: now, the one before, last year's; the last two only once when they are the same.</summary>
    public IReadOnlyList<string> Columns => [.. compared.Select(f => f.Span.Swedish())];

    /// <summary>What is said first.</summary>
    public IReadOnlyList<ReportRow> Headlines =>
    [
        Row("Inkomna", "received", Figures.Total),
        Row("Avslutade", "closed", Figures.Total),
        new("inTime", "Svar i tid", [.. compared.Select(InTime)]),
        Row("Dagar till svar, median", "answerDays", "median"),
        Row("Nöjdhet, 0–100", "satisfaction", "index"),
        Row("Öppna vid periodens slut", "open", Figures.Total),
    ];

    /// <summary>The figures that have anything to tell: one that is nought everywhere, or promises nothing, is left out.</summary>
    public IReadOnlyList<ReportTable> Tables => [.. Figures.All.Select(f => new ReportTable(f, RowsOf(f)))
        .Where(t => t.Rows.Any(row => row.Group != "noTerm" && row.Values.Any(line => line.IsHidden || line.Value > 0)))];

    public IReadOnlyList<string> UnitColumns => [.. UnitFiguresHere.Select(f => f.Label)];

    public IReadOnlyList<UnitRow> Units => [.. Report.Units.Select(u => new UnitRow(u.Unit, [.. UnitFiguresHere.Select(f => u.Figures[f.Figure, f.Group])]))];

    /// <summary>A column for how many the users are only where somebody has said it.</summary>
    private IEnumerable<(string Label, string Figure, string Group)> UnitFiguresHere =>
        UnitFigures.Where(f => f.Figure != "received.perThousand" || Report.Units.Any(u => u.Figures[f.Figure, f.Group].Value > 0));

    /// <summary>A value as people read it: "dolt", "–" where there is nothing to work it out from, "83,3 %", "1 204".</summary>
    public static string Show(ReportLine line) => line switch
    {
        { IsHidden: true } => "dolt",
        { Value: null } => "–",
        { Measure: Measure.Percent } => $"{line.Value.Value.ToString("0.#", Culture)} %",
        _ => line.Value.Value.ToString("#,0.#", Culture),
    };

    /// <summary>How a figure is worked out, what it leaves out, where the wish for it stands: a sentence or two each.</summary>
    public static (string Formula, string NotCounted, string Source) Explain(Figure figure) =>
        (figure.Formula, $"Räknas inte med: {char.ToLower(figure.NotCounted[0], Culture)}{figure.NotCounted[1..]}", $"Källa: {figure.Source}");

    /// <summary>"24 april 2026 kl. 14.10".</summary>
    public static string Moment(DateTime utc) => StockholmTime.ToLocal(utc).ToString("d MMMM yyyy 'kl.' HH.mm", Culture);

    private static string Capital(string words) => $"{char.ToUpper(words[0], Culture)}{words[1..]}";

    private ReportRow Row(string label, string figure, string group) => new(group, label, [.. compared.Select(f => f[figure, group])]);

    /// <summary>Of those with a promised time, how many got their answer within it.</summary>
    public static ReportLine InTime(ReportFigures figures)
    {
        var (inTime, late) = (figures["closed", "inTime"], figures["closed", "late"]);
        if (inTime.IsHidden || late.IsHidden) return new("closed", "inTimeShare", null, Measure.Percent, IsHidden: true);
        return new("closed", "inTimeShare", inTime.Value + late.Value is > 0 and var all ? Math.Round(inTime.Value!.Value * 100 / all, MidpointRounding.AwayFromZero) : null, Measure.Percent);
    }

    private IReadOnlyList<ReportRow> RowsOf(Figure figure)
    {
        var groups = figure.Parts.Count > 0 ? figure.Parts.Select(p => p.Group) : compared.SelectMany(f => f[figure.Code]).Select(l => l.Group).Distinct();
        var rows = groups.Select(group => Row(Report.Words.Of(figure.Code, group), figure.Code, group));
        return [.. figure.Parts.Count > 0 ? rows : rows.OrderByDescending(r => r.Now.Value ?? 0).ThenBy(r => r.Label, StringComparer.Create(Culture, true))];
    }
}
