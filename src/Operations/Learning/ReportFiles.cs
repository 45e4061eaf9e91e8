using System.Globalization;
using System.Text;
using Gava.Domain.Learning;

namespace Gava.Operations.Learning;

/// <summary>A report as files: the same figures in every form, in the order in which they are defined.</summary>
public static class ReportFiles
{
    /// <summary>What stands in a file where a group is too small to be told.</summary>
    public const string HiddenValue = "hidden";

    /// <summary>
    /// <c>figure,group,value</c>, a line a value, as programs read it (contract). A value that there is nothing to work out from is empty;
    /// a hidden one says so.
    /// </summary>
    public static byte[] Csv(ReportView report)
    {
        var text = new StringBuilder("figure,group,value\r\n");
        foreach (var line in report.Figures.Lines) text.Append(line.Figure).Append(',').Append(Cell(line.Group)).Append(',').Append(ValueOf(line)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>report-2026-T1-socialpsykiatri.csv.</summary>
    public static string NameOf(ReportView report, string extension) => $"rapport-{report.Span.Period.Name}{(report.Span.IsAccumulated ? "-ackumulerat" : "")}-{report.Unit.Slug}.{extension}";

    private static string ValueOf(ReportLine line) => line.IsHidden ? HiddenValue : line.Value?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Codes of routines are letters, digits and hyphens; one that is not is told as text.
    private static string Cell(string code) => code.AsSpan().ContainsAny(",\"\r\n") ? $"\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : code;
}
