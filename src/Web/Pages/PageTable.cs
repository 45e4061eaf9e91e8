using System.Globalization;
using Gava.Domain.People;
using Gava.Operations.Documents;
using Gava.Web.Pages.Arenden;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>What a page shows in a table, for a spreadsheet (R-LEARN-07): the same as is seen there, by the same person.</summary>
/// <param name="Code">In the address of its CSV.</param>
/// <param name="Name">Of the sheet, and in the link.</param>
public sealed record PageTable(string Code, string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>The tables of a page as files: <c>?format=xlsx</c> has all of them, <c>?format=csv&amp;tabell=…</c> one.</summary>
/// <param name="Path">The page, without what it is asked.</param>
/// <param name="Query">What it is asked, the format aside.</param>
public sealed record PageTables(string Path, QueryString Query, IReadOnlyList<PageTable> Tables)
{
    public static PageTables Of(HttpRequest request, IEnumerable<PageTable> tables) => new(request.Path, QueryString.Create(request.Query.Where(q => q.Key is not ("format" or "tabell"))), [.. tables.Where(t => t.Rows.Count > 0)]);

    public string Link(string format, PageTable? table = null)
    {
        var query = Query.Add("format", format);
        return $"{Path}{(table is null || Tables.Count == 1 ? query : query.Add("tabell", table.Code))}";
    }

    /// <summary>The file that the request asks for; null when it asks for the page. What is no format, or no table of the page, is told with status 400.</summary>
    public IActionResult? File(HttpRequest request, Organisation organisation, DateTime now)
    {
        var format = request.Query["format"].ToString();
        if (format.Length == 0) return null;
        var wanted = request.Query["tabell"].ToString();
        var chosen = format == "csv" ? Tables.FirstOrDefault(t => wanted.Length == 0 || t.Code == wanted) : null;
        if (format != "xlsx" && chosen is null)
        {
            return new ContentResult { StatusCode = 400, ContentType = "text/plain; charset=utf-8", Content = $"Sidan finns att hämta som Excel (format=xlsx){string.Concat(Tables.Select(t => $", eller CSV (format=csv&tabell={t.Code})"))}." };
        }

        using var file = new MemoryStream();
        var authority = organisation.Tree().FirstOrDefault(u => u.Kind == UnitKind.Municipality)?.Name ?? "Gåva";
        using (ITableWriter writer = chosen is null ? new SheetWriter(file, Path.Trim('/'), authority, now) : new CsvWriter(file))
        {
            foreach (var table in chosen is null ? Tables : [chosen])
            {
                writer.Begin(table.Name, table.Columns);
                foreach (var row in table.Rows) writer.Row(row);
            }

            if (chosen is null && Tables.Count == 0) writer.Begin("Inget", [new("Här finns inget just nu", Width: 40)]);
        }

        return new FileContentResult(file.ToArray(), chosen is null ? ListaXlsxModel.MediaType : "text/csv; charset=utf-8")
        {
            FileDownloadName = string.Create(CultureInfo.InvariantCulture, $"{Path.Trim('/')}{(Tables.Count > 1 && chosen is not null ? $"-{chosen.Code}" : "")}-{Domain.Deadlines.StockholmTime.DateOf(now):yyyy-MM-dd}.{format}"),
        };
    }
}
