using System.Globalization;
using System.Text;
using Gava.Domain.Deadlines;
using Gava.Domain.History;

namespace Gava.Domain.Cases;

/// <summary>How a complaint was treated, told by its journal (S3: uppgift om hur klagomålet behandlats; R-FLOW-11).</summary>
public static class TreatmentReport
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly Dictionary<EventKind, string> Steps = new()
    {
        [EventKind.Arrived] = "Kom in",
        [EventKind.Acknowledged] = "Bekräftat",
        [EventKind.HandedOver] = "Överlämnat",
        [EventKind.Escalated] = "Lämnat uppåt",
        [EventKind.MovedBySubject] = "Flyttat efter vad det gäller",
        [EventKind.Accepted] = "Mottaget",
        [EventKind.Contacted] = "Kontakt med den som klagade",
        [EventKind.FeedbackGiven] = "Återkoppling",
        [EventKind.Consulted] = "Berörd tillfrågad",
        [EventKind.ConsultationAnswered] = "Berörd har lämnat synpunkter",
        [EventKind.Drafted] = "Förslag till svar",
        [EventKind.MeasureRegistered] = "Åtgärd",
        [EventKind.DelayNotified] = "Besked om försening",
        [EventKind.Replied] = "Svar",
        [EventKind.WhereToTurnTold] = "Berättat vart man kan vända sig",
        [EventKind.Solved] = "Löst direkt",
        [EventKind.Closed] = "Avslutat",
    };

    /// <summary>One line a step, in the order in which they happened, with the register's words.</summary>
    public static string Of(Case @case, IReadOnlyList<Event> journal)
    {
        var text = new StringBuilder();
        foreach (var line in journal.Where(e => Steps.ContainsKey(e.Kind)).OrderBy(e => e.Number))
        {
            var day = StockholmTime.DateOf(line.HappenedAt ?? line.At).ToString("d MMMM yyyy", Swedish);
            text.Append(Swedish, $"{day}: {Steps[line.Kind]}");
            if (!string.IsNullOrWhiteSpace(line.Text) && line.Kind is not (EventKind.Consulted or EventKind.ConsultationAnswered)) text.Append(Swedish, $" – {Shortened(line.Text)}");
            text.Append('\n');
        }

        if (@case.RepliedAt is null) text.Append("Svar är inte lämnat än.\n");
        if (@case.Measures == 0) text.Append("Ingen åtgärd är registrerad.\n");
        return text.ToString().TrimEnd();
    }

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..200].TrimEnd() + " …";
    }
}
