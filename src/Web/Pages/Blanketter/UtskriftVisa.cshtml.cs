using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Web.Sheets;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Blanketter;

/// <summary>The numbered forms of a printing as a page to print from the browser: for Arabic the only way.</summary>
public sealed class UtskriftVisaModel(FormDesk desk, SheetMaker maker) : StaffPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Tongue Tongue { get; private set; } = Tongue.All[0];

    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var printing = await desk.PrintingAsync(Viewer, Id, HttpContext.RequestAborted);
        Tongue = Tongue.Find(printing.Language);
        (ViewData["Lang"], ViewData["Dir"], ViewData["SkipText"]) = (Tongue.Html, Tongue.Direction, Tongue["skip"]);
        var press = await maker.OpenAsync(HttpContext.RequestAborted);
        Sheets = [.. printing.Forms.Select(f => press.Form(printing.Place, Tongue, f.Number))];
    }
}
