using Gava.Operations.Diary;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>The public list for a spreadsheet or another diary system.</summary>
public sealed class ExportCsvModel(DiaryExport export) : ListPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        MustBeRegistrar();
        return File(await export.CsvAsync(Question, HttpContext.RequestAborted), "text/csv; charset=utf-8", "diarium.csv");
    }
}

/// <summary>The same as JSON.</summary>
public sealed class ExportJsonModel(DiaryExport export) : ListPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        MustBeRegistrar();
        return File(await export.JsonAsync(Question, HttpContext.RequestAborted), "application/json", "diarium.json");
    }
}
