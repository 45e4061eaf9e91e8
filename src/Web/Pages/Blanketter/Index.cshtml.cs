using System.Globalization;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Forms;
using Gava.Web.Components;
using Gava.Web.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Blanketter;

/// <summary>Prints numbered forms, and posters, for one place (R-IN-08).</summary>
public sealed class IndexModel(FormDesk desk) : StaffPage
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(SheetKind.Form.Code(), "Blanketter", "Att fylla i för hand."), new(SheetKind.Poster.Code(), "Anslag, A4", "Till väntrummet."), new(SheetKind.LargePoster.Code(), "Anslag, A3", "Större, till entrén."),
    ];

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The place that another page led here from.</summary>
    [BindProperty(Name = "plats", SupportsGet = true)]
    public string? From { get; set; }

    public IReadOnlyList<PrintingRow> Latest { get; private set; } = [];

    public IEnumerable<Choice> Places => FormDesk.PlacesOf(Viewer, Organisation).Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name));

    public IReadOnlyList<Choice> Languages { get; } = [.. TemplateWords.Languages.Select(code => new Choice(code, TemplateWords.LanguageInSwedish(code)))];

    public async Task OnGetAsync()
    {
        await ShowAsync();
        var places = FormDesk.PlacesOf(Viewer, Organisation);
        Input = new Answers
        {
            Place = places.FirstOrDefault(u => u.Slug == From)?.Slug ?? places.FirstOrDefault(u => u.Id == Viewer.OwnUnit?.Id)?.Slug,
            Kind = SheetKind.Form.Code(),
            Language = "sv",
            Copies = "10",
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!FormDesk.MayPrint(Viewer)) throw new NotFound();
        if (!FormDesk.PlacesOf(Viewer, Organisation).Any(u => u.Slug == Input.Place)) ModelState.AddModelError("Input.Place", "Välj en plats.");
        if (!Kinds.Any(k => k.Value == Input.Kind)) ModelState.AddModelError("Input.Kind", "Välj vad du vill skriva ut.");
        if (!Languages.Any(l => l.Value == Input.Language)) ModelState.AddModelError("Input.Language", "Välj ett språk.");
        var isForm = SheetKinds.Find(Input.Kind) == SheetKind.Form;
        if (!int.TryParse(Input.Copies, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) && isForm) ModelState.AddModelError("Input.Copies", "Skriv antalet med siffror.");
        if (!ModelState.IsValid) return await RefuseAsync();
        if (!isForm) return Redirect($"/blankett?enhet={Input.Place}&lang={Input.Language}&typ={Input.Kind}");
        return Redirect($"/blanketter/utskrift/{await desk.PrintAsync(Viewer, Input.Place, Input.Language, copies)}");
    }

    protected override async Task ShowAsync()
    {
        if (!FormDesk.MayPrint(Viewer)) throw new NotFound();
        Latest = await desk.LatestAsync(Viewer, cancellation: HttpContext.RequestAborted);
    }

    /// <summary>What is chosen on the page.</summary>
    public sealed class Answers
    {
        public string? Place { get; set; }

        public string? Kind { get; set; }

        public string? Language { get; set; }

        public string? Copies { get; set; }
    }
}
