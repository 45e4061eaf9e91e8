using System.Globalization;
using Gava.Operations.Cases;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Gava.Web.Pages.Arenden;

/// <summary>The list: filters, search, 50 a page, the most urgent first.</summary>
public sealed class IndexModel(CaseSearch search, RoutineBook routines) : StaffPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Enhet { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kategori { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Sida { get; set; } = 1;

    public CaseListModel? List { get; private set; }

    public bool HasMore { get; private set; }

    public string CountText { get; private set; } = "";

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Enhet) || Status is not (null or "" or "open");

    public IEnumerable<Choice> Units => Organisation.PlacesForCases().Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name));

    public IReadOnlyList<Choice> Statuses { get; } =
    [
        new("open", "Öppna"), new("received", "Nya"), new("inProgress", "Pågår"), new("offered", "Väntar på mottagare"),
        new("answered", "Besvarade"), new("closed", "Avslutade"), new("all", "Alla"),
    ];

    public IReadOnlyList<Choice> Orders { get; } = [new("", "Som vanligt"), new("due", "Brådskar mest"), new("received", "Senast inkomna"), new("reference", "Nummer")];

    public async Task OnGetAsync()
    {
        Sida = Math.Clamp(Sida, 1, 2000);
        var question = Question();
        var page = await search.FindAsync(Viewer, question, HttpContext.RequestAborted);
        HasMore = page.HasMore;
        List = await CaseListModel.MakeAsync("Ärenden", page.Rows, Organisation, routines, Now);
        CountText = await CountAsync(question, page);
    }

    public string PageLink(int page) => QueryHelpers.AddQueryString("/arenden", new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["enhet"] = Enhet,
        ["status"] = Status,
        ["kategori"] = Kategori,
        ["sort"] = Sort,
        ["sida"] = page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    private CaseQuestion Question() => new()
    {
        Words = string.IsNullOrWhiteSpace(Q) ? null : Q.Length > 500 ? Q[..500] : Q,
        UnitSlug = Enhet,
        Category = string.IsNullOrWhiteSpace(Kategori) ? null : Kategori.Length > 200 ? Kategori[..200] : Kategori,
        Status = Status switch { null or "" => string.IsNullOrWhiteSpace(Q) ? "open" : null, "all" => null, var named => named },
        Order = Sort switch { "received" => CaseOrder.Received, "reference" => CaseOrder.Reference, "due" => CaseOrder.Due, _ => null },
        Skip = (Sida - 1) * PageSize,
        Take = PageSize,
    };

    private async Task<string> CountAsync(CaseQuestion question, CaseRows page)
    {
        var first = ((Sida - 1) * PageSize) + 1;
        if (!page.HasMore) return Sida == 1 ? page.Rows.Count == 1 ? "Ett ärende" : $"{page.Rows.Count} ärenden" : $"Ärende {first} till {first + page.Rows.Count - 1}";
        var most = await search.CountAsync(Viewer, question, 500, HttpContext.RequestAborted);
        return $"Ärende {first} till {first + page.Rows.Count - 1} av {(most > 500 ? "fler än 500" : most.ToString(CultureInfo.InvariantCulture))}";
    }
}
