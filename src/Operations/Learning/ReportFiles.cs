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

    /// <summary>The forms that there are, JSON aside.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "pdf", "docx"];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="RuleBroken">There is no such form.</exception>
    public async Task<ReportFile> WriteAsync(ReportView report, string format, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Write(new ReportContent(report, StockholmTime.DateOf(now)), await AuthorityAsync(cancellation), format, now);
    }

    /// <summary>The files of a signed report. The same report gives the same bytes, whenever they are made.</summary>
    public async Task<IReadOnlyList<(string Format, ReportFile File)>> WriteAllAsync(FrozenReport report, CancellationToken cancellation = default)
    {
        var (view, at) = (report.View(), report.Writing.SignedAt);
        var content = new ReportContent(view, StockholmTime.DateOf(at), report.Writing);
        var authority = await AuthorityAsync(cancellation);
        return [.. Formats.Select(format => (format, Write(content, authority, format, at))), ("json", new(report.ToJson(), "application/json", NameOf(view, "json")))];
    }

    /// <summary>What the file is served as.</summary>
    public static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/json",
    };

    private async Task<string> AuthorityAsync(CancellationToken cancellation) => (await organisations.NowAsync(cancellation)).Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "Kommunen";

    private ReportFile Write(ReportContent content, string authority, string format, DateTime at)
    {
        var file = format switch
        {
            "csv" => Csv(content.Report),
            "xlsx" => ReportSheet.Write(content, authority, at),
            "pdf" => papers.Write(ReportPaper.Of(content, authority, at)),
            "docx" => WordPaperWriter.Write(ReportPaper.Of(content, authority, at)),
            _ => throw new RuleBroken("query-wrong", "format ska vara json, csv, xlsx, pdf eller docx.", "format"),
        };
        return new(file, TypeOf(format), NameOf(content.Report, format));
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
    internal static string NameOf(Span span, string unit, bool isOpen, string extension) => $"rapport-{span.Period.Name}{(span.IsAccumulated ? "-ackumulerat" : "")}-{unit}{(isOpen ? "-oppen" : "")}.{extension}";

    private static string NameOf(ReportView report, string extension) => NameOf(report.Span, report.Unit.Slug, report.IsOpen, extension);

    private static string ValueOf(ReportLine line) => line.IsHidden ? HiddenValue : line.Value?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Codes of routines are letters, digits and hyphens; one that is not is told as text.
    private static string Cell(string code) => code.AsSpan().ContainsAny(",\"\r\n") ? $"\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : code;
}
