using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gava.Operations.Documents;

namespace Gava.Operations.Diary;

/// <summary>The public list for another diary system: series, number, date, party, subject, unit, status.</summary>
public sealed class DiaryExport(PublicDiary diary)
{
    private const int RowsATime = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    private sealed record Line(string Series, string Number, string Date, string Party, string Subject, string Unit, string Status);

    /// <summary>Semicolons and a byte order mark, as Swedish spreadsheets read it.</summary>
    public async Task<byte[]> CsvAsync(DiaryQuestion question, CancellationToken cancellation = default) =>
        CsvWriter.Write(["series", "number", "date", "party", "subject", "unit", "status"], (await LinesAsync(question, cancellation))
            .Select(line => new object?[] { line.Series, line.Number, line.Date, line.Party, line.Subject, line.Unit, line.Status }));

    public async Task<byte[]> JsonAsync(DiaryQuestion question, CancellationToken cancellation = default) =>
        JsonSerializer.SerializeToUtf8Bytes(await LinesAsync(question, cancellation), Json);

    private async Task<List<Line>> LinesAsync(DiaryQuestion question, CancellationToken cancellation)
    {
        List<Line> lines = [];
        for (var skip = 0; ; skip += RowsATime)
        {
            var page = await diary.RowsAsync(question with { Skip = skip, Take = RowsATime }, cancellation);
            lines.AddRange(page.Rows.Select(r => new Line(question.Code, r.Row.Number, r.Row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                r.Row.Party, r.Row.Subject, r.Unit, r.IsClosed ? "closed" : "open")));
            if (!page.HasMore) return lines;
        }
    }
}
