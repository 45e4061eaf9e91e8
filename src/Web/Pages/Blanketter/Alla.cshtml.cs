using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Web.Components;
using Gava.Web.Sheets;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Blanketter;

/// <summary>Forms and posters for many places at once, as one PDF (R-IN-08). Nothing is written down, so nothing is numbered.</summary>
public sealed class AllaModel(SheetMaker maker, PdfSheetWriter writer, TimeProvider clock) : StaffPage
{
    public static readonly IReadOnlyList<Choice> Tongues = [.. Tongue.All.Where(t => t.Direction == "ltr").Select(t => new Choice(t.Code, TemplateWords.LanguageInSwedish(t.Code)))];

    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Choice> Places => [.. FormDesk.PlacesOf(Viewer, Organisation).Select(u => new Choice(u.Slug, u.Name, Organisation.Unit(u.ParentId)?.Name))];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = new Answers { Kinds = [SheetKind.Form.Code()], Languages = ["sv"], Places = [.. Organisation.PlacesForCases().Select(u => u.Slug)] };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var press = await maker.OpenAsync(HttpContext.RequestAborted);
        var sheets = press.Batch(FormDesk.PlacesOf(Viewer, Organisation).Where(u => Input.Places.Contains(u.Slug)), Input.Languages, Input.Kinds.Select(SheetKinds.Find).Distinct());
        return File(writer.Write(sheets, "Blanketter och anslag", StockholmTime.Now(clock)), "application/pdf", "blanketter-och-anslag.pdf");
    }

    protected override Task ShowAsync() => FormDesk.MayPrintAll(Viewer) ? Task.CompletedTask : throw new NotFound();

    /// <summary>What is chosen on the page.</summary>
    public sealed class Answers
    {
        public List<string> Places { get; set; } = [];

        public List<string> Languages { get; set; } = [];

        public List<string> Kinds { get; set; } = [];
    }
}
