using System.Globalization;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Registers;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The list as this viewer sees it, for a spreadsheet (R-LEARN-07).</summary>
public abstract class SavedListPage(RegisterExport export, RegisterImport imports) : FilteredPage
{
    /// <summary>An older register whose columns are wanted.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Register { get; set; }

    protected async Task<IActionResult> SaveAsync(Func<Stream, ITableWriter> writer, string mediaType, string ending)
    {
        var map = string.IsNullOrEmpty(Register) ? null : (await imports.MapsAsync(HttpContext.RequestAborted)).FirstOrDefault(m => m.Register == Register) ?? throw new NotFound();
        using var file = new MemoryStream();
        using (var table = writer(file)) await export.WriteListAsync(table, Viewer, Question(), map, HttpContext.RequestAborted);
        return File(file.ToArray(), mediaType, string.Create(CultureInfo.InvariantCulture, $"arenden-{Today:yyyy-MM-dd}.{ending}"));
    }

    protected string Authority => Organisation.Tree().FirstOrDefault(u => u.Kind == UnitKind.Municipality)?.Name ?? "Gåva";
}

public sealed class ListaCsvModel(RegisterExport export, RegisterImport imports) : SavedListPage(export, imports)
{
    public Task<IActionResult> OnGetAsync() => SaveAsync(file => new CsvWriter(file), "text/csv; charset=utf-8", "csv");
}

public sealed class ListaXlsxModel(RegisterExport export, RegisterImport imports) : SavedListPage(export, imports)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task<IActionResult> OnGetAsync() => SaveAsync(file => new SheetWriter(file, "Ärenden", Authority, Now), MediaType, "xlsx");
}
