using Gava.Domain.Learning;
using Gava.Domain.Routines;
using Gava.Operations.Learning;

namespace Gava.Web.Tests.Operations.Learning;

/// <summary>A small report made by hand: a value of each kind, nothing to work out from, something hidden, and a unit with a hostile name.</summary>
internal static class MadeUpReport
{
    public const string Authority = "Almviks kommun";
    public const string HostileName = "=HYPERLINK(\"http://exempel.se\";\"<&'\")";

    public static readonly DateTime Now = new(2026, 9, 10, 7, 30, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2026, 9, 10);

    public static ReportView View(bool isOpen = false, string unit = HostileName)
    {
        var span = Span.Of(Period.Parse("2026-T2")!.Value);
        return new(new ReportPlace("norr", unit), span, Figures(span, 1, isOpen), Figures(span.Before(), 2, isOpen), Figures(span.LastYear(), 0, isOpen),
            [new(new ReportPlace("soder", "+Södra & <b>gruppen</b>"), Figures(span, 1, isOpen)), new(new ReportPlace("vastra", "Västra boendestödet"), Figures(span, 3, isOpen))],
            new ReportWords(Array.Empty<Routine>()), isOpen);
    }

    public static ReportContent Content(bool isOpen = false, string unit = HostileName) => new(View(isOpen, unit), Today);

    /// <summary>Every group of every figure, a value each that stands nowhere else.</summary>
    private static ReportFigures Figures(Span span, int times, bool isOpen)
    {
        var next = 0;
        return new(span, [.. Gava.Domain.Learning.Figures.All.SelectMany(figure => GroupsOf(figure).Select(group =>
        {
            var measure = figure.Code switch { "answerDays" when group != "counted" => Measure.WorkingDays, "satisfaction" when group == "index" => Measure.Index, "satisfaction" when group == "responseRate" => Measure.Percent, "recurrence" when group == "share" => Measure.Percent, "received.perThousand" => Measure.PerThousand, _ => Measure.Count };
            next++;
            decimal? value = group == "median" ? null : measure == Measure.Count ? next * 37 * times : (next * times) + 0.5m;
            return isOpen && group is "letter" or "late" ? new ReportLine(figure.Code, group, null, measure, IsHidden: true) : new ReportLine(figure.Code, group, value, measure);
        }))]);
    }

    private static IEnumerable<string> GroupsOf(Figure figure) => figure.Code switch
    {
        "received.byKind" => ["complaint", "praise"],
        "received.byChannel" => ["letter", "phone", "web"],
        "received.byCategory" => ["bemotande", "tillganglighet-och-vantetider-i-mottagningen", "ovrigt"],
        _ => figure.Parts.Select(p => p.Group),
    };
}
