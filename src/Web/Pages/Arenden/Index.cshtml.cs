using System.Globalization;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Registers;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Gava.Web.Pages.Arenden;

/// <summary>What is asked of the list: the same for the page and for what is saved of it.</summary>
public abstract class FilteredPage : StaffPage
{
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

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrWhiteSpace(Enhet) || Status is not (null or "" or "open");

    protected CaseQuestion Question() => new()
    {
        Words = string.IsNullOrWhiteSpace(Q) ? null : Q.Length > 500 ? Q[..500] : Q,
        UnitSlug = Enhet,
        Category = string.IsNullOrWhiteSpace(Kategori) ? null : Kategori.Length > 200 ? Kategori[..200] : Kategori,
        Status = Status switch { null or "" => string.IsNullOrWhiteSpace(Q) ? "open" : null, "all" => null, var named => named },
        Order = Sort switch { "received" => CaseOrder.Received, "reference" => CaseOrder.Reference, "due" => CaseOrder.Due, _ => null },
    };

    /// <summary>Another address that shows the same.</summary>
    protected string LinkTo(string address, params (string Name, string? Value)[] more) => QueryHelpers.AddQueryString(address, new (string Name, string? Value)[]
    {
        ("q", Q), ("enhet", Enhet), ("status", Status), ("kategori", Kategori), ("sort", Sort),
    }.Concat(more).Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => new KeyValuePair<string, string?>(p.Name, p.Value)));
}

/// <summary>The list: filters, search, 50 a page, the most urgent first.</summary>
public sealed class IndexModel(CaseSearch search, RoutineBook routines, RegisterImport imports) : FilteredPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int Sida { get; set; } = 1;

    public CaseListModel? List { get; private set; }

    public bool HasMore { get; private set; }

    public string CountText { get; private set; } = "";

    /// <summary>Older registers with columns of their own, which the list can be written in (R-SYS-04).</summary>
    public IReadOnlyList<string> Registers { get; private set; } = [];

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
        var question = Question() with { Skip = (Sida - 1) * PageSize, Take = PageSize };
        var page = await search.FindAsync(Viewer, question, HttpContext.RequestAborted);
        HasMore = page.HasMore;
        List = await CaseListModel.MakeAsync("Ärenden", page.Rows, Organisation, routines, Now);
        CountText = await CountAsync(question, page);
        if (Viewer.MayImport || Viewer.Roles.Any(r => r.Role.SeesThePlace())) Registers = [.. (await imports.MapsAsync(HttpContext.RequestAborted)).Select(m => m.Register).Take(5)];
    }

    public string SaveLink(string ending, string? register = null) => LinkTo($"/arenden/lista.{ending}", ("register", register));

    public string PageLink(int page) => LinkTo("/arenden", ("sida", page.ToString(CultureInfo.InvariantCulture)));

    private async Task<string> CountAsync(CaseQuestion question, CaseRows page)
    {
        var first = ((Sida - 1) * PageSize) + 1;
        if (!page.HasMore) return Sida == 1 ? page.Rows.Count == 1 ? "Ett ärende" : $"{page.Rows.Count} ärenden" : $"Ärende {first} till {first + page.Rows.Count - 1}";
        var most = await search.CountAsync(Viewer, question, 500, HttpContext.RequestAborted);
        return $"Ärende {first} till {first + page.Rows.Count - 1} av {(most > 500 ? "fler än 500" : most.ToString(CultureInfo.InvariantCulture))}";
    }
}
