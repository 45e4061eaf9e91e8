using System.Globalization;
using System.Text;
using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Operations.Documents;
using Gava.Operations.People;

namespace Gava.Operations.Learning;

/// <summary>A file as it is sent.</summary>
public sealed record ReportFile(byte[] Content, string ContentType, string Name);

/// <summary>A report as files: the same figures in every form.</summary>
public sealed class ReportFiles(OrganisationBook organisations, PdfPaperWriter papers, TimeProvider clock)
{
    /// <summary>What stands in the CSV where a group is too small to be told.</summary>
    public const string HiddenValue = "hidden";

    /// <param name="format">csv, xlsx, pdf, docx.</param>
    /// <exception cref="RuleBroken">There is no such form.</exception>
    public async Task<ReportFile> WriteAsync(ReportView report, string format, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var authority = (await organisations.NowAsync(cancellation)).Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "Kommunen";
        var content = new ReportContent(report, StockholmTime.DateOf(now));
        var (file, type) = format switch
        {
            "csv" => (Csv(report), "text/csv; charset=utf-8"),
            "xlsx" => (ReportSheet.Write(content, authority, now), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "pdf" => (papers.Write(ReportPaper.Of(content, authority, now)), "application/pdf"),
            "docx" => (WordPaperWriter.Write(ReportPaper.Of(content, authority, now)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            _ => throw new RuleBroken("query-wrong", "format ska vara json, csv, xlsx, pdf eller docx.", "format"),
        };
        return new(file, type, NameOf(report, format));
    }

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

    /// <summary>rapport-2026-T1-socialpsykiatri.csv.</summary>
    private static string NameOf(ReportView report, string extension) => $"rapport-{report.Span.Period.Name}{(report.Span.IsAccumulated ? "-ackumulerat" : "")}-{report.Unit.Slug}{(report.IsOpen ? "-oppen" : "")}.{extension}";

    private static string ValueOf(ReportLine line) => line.IsHidden ? HiddenValue : line.Value?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Codes of routines are letters, digits and hyphens; one that is not is told as text.
    private static string Cell(string code) => code.AsSpan().ContainsAny(",\"\r\n") ? $"\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : code;
}
