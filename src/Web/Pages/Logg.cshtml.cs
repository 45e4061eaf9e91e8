using System.Globalization;
using Gava.Domain.Cases;
using Gava.Operations.Documents;
using Gava.Operations.History;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>
/// The reading log: who has opened whose details, when and why; and what a manager judges, every emergency and last month's sample (R-SEC-02).
/// </summary>
public sealed class LoggModel(ReadingLog log) : StaffPage
{
    private const int RowsAPage = 50;
    private const int MostSaved = 20_000;

    [BindProperty(SupportsGet = true, Name = "arende")]
    public string? Arende { get; set; }

    /// <summary>A user name.</summary>
    [BindProperty(SupportsGet = true, Name = "vem")]
    public string? Vem { get; set; }

    [BindProperty(SupportsGet = true, Name = "fran")]
    public DateOnly? Fran { get; set; }

    [BindProperty(SupportsGet = true, Name = "till")]
    public DateOnly? Till { get; set; }

    [BindProperty(SupportsGet = true, Name = "sida")]
    public int Sida { get; set; } = 1;

    [BindProperty]
    public Answers Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    /// <summary>What is found as a file: all of it, not only a page, up to <see cref="MostSaved"/> openings.</summary>
    public PageTables Saved { get; private set; } = null!;

    public Readings Found { get; private set; } = new([], false);

    public IReadOnlyList<Reading> ToJudge { get; private set; } = [];

    public bool Oversees => ReadingLog.Oversees(Viewer);

    public string Lead => Oversees ? "Vem som har öppnat personuppgifter, när och varför." : "När du har öppnat personuppgifter, och varför.";

    /// <summary>Those who work where the viewer leads.</summary>
    public IEnumerable<Choice> Readers => Organisation.People.Where(p => !p.IsService).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new Choice(p.UserName, p.Name));

    public static readonly IReadOnlyList<Choice> Verdicts = [new("ok", "Det var i arbetet"), new("utred", "Det ska utredas")];

    public string PageLink(int page)
    {
        var query = QueryString.Create("sida", page.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrWhiteSpace(Arende)) query = query.Add("arende", Arende);
        if (!string.IsNullOrWhiteSpace(Vem)) query = query.Add("vem", Vem);
        if (Fran is { } from) query = query.Add("fran", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Till is { } to) query = query.Add("till", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return $"/logg{query}";
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        return Saved.File(Request, Organisation, Now) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Verdict is not ("ok" or "utred")) ModelState.AddModelError("Input.Verdict", "Välj vad du kom fram till.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await log.JudgeAsync(Viewer, Input.Line, Input.Verdict == "ok", Input.Note);
        Done = "Tack. Det är antecknat.";
        return Redirect("/logg");
    }

    protected override async Task ShowAsync()
    {
        Sida = Math.Clamp(Sida, 1, 10_000);
        ToJudge = await log.ToJudgeAsync(Viewer, HttpContext.RequestAborted);
        var (person, reference) = (Organisation.Person(Vem ?? ""), CaseReference.TryParse(Arende, out var known) ? known : (CaseReference?)null);
        if (!string.IsNullOrWhiteSpace(Arende) && reference is null) ModelState.AddModelError(nameof(Arende), "Skriv ärendets nummer, till exempel 2026-000123.");
        if (!ModelState.IsValid && Request.Method == "GET") Response.StatusCode = 400;
        var whole = Request.Method == "GET" && Request.Query.ContainsKey("format");
        Found = await log.FindAsync(Viewer, new(reference, person?.Id, Fran, Till, whole ? 0 : (Sida - 1) * RowsAPage, whole ? MostSaved : RowsAPage), HttpContext.RequestAborted);
        Saved = PageTables.Of(Request, [new PageTable("oppningar", "Öppningar",
            [new("När", ColumnKind.Moment), new("Vem", Width: 30), new("Titel", Width: 24), new("Ärende", Width: 14), new("Enhet", Width: 30), new("Varför", Width: 50), new("Nödöppning"), new("Bedömning", Width: 16), new("Anteckning", Width: 40)],
            [.. Found.Items.Select(r => (object?[])[r.At, Organisation.NameOf(r.By), Organisation.Person(r.By)?.Title, $"{r.Reference}", Organisation.Unit(r.UnitId)?.Name, r.Why, r.IsEmergency ? "ja" : "nej",
                r.IsInOrder switch { true => "i arbetet", false => "utreds", null => null }, r.Note]),
                .. whole && Found.HasMore ? (object?[][])[["Det finns fler. Välj en kortare tid."]] : []])]);
    }

    /// <summary>What is answered about one opening.</summary>
    public sealed class Answers
    {
        /// <summary>The journal line that tells of it.</summary>
        public long Line { get; set; }

        public string? Verdict { get; set; }

        public string? Note { get; set; }
    }
}
