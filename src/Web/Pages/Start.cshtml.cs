using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>What waits for me, by urgency: to accept, mine, at my unit.</summary>
public sealed class StartModel(CaseSearch search, Desks desks, RecurringDesk recurring, Operations.Learning.ImprovementDesk improvements, Operations.Learning.CompilingDesk compiling, Operations.Learning.SignalDesk signals, Operations.Learning.ThemeDesk themes, ReadingLog log, RoutineBook routines) : StaffPage
{
    private const int MostRows = 15;

    public sealed record Part(string Heading, CaseListModel List, string? More);

    public List<Part> Parts { get; } = [];

    [TempData]
    public string? Done { get; set; }

    /// <summary>Recurring duties and reports that wait.</summary>
    public int Recurring { get; private set; }

    /// <summary>Actions of improvement plans that are due, and follow-ups that are owed.</summary>
    public int Improvements { get; private set; }

    /// <summary>Rises beyond chance that nobody has looked into (R-LEARN-05).</summary>
    public int Signals { get; private set; }

    /// <summary>Themes that the viewer looks into.</summary>
    public int Themes { get; private set; }

    /// <summary>Texts to reports that the viewer is asked for (R-LEARN-02).</summary>
    public int Texts { get; private set; }

    /// <summary>Openings of the vault that a manager is to judge.</summary>
    public int ToJudge { get; private set; }

    public string Lead => Parts.Count == 0 ? $"Hej {FirstName}! Just nu är det lugnt." : $"Hej {FirstName}! Det som brådskar mest står först.";

    private string FirstName => Viewer.Person.Name.Split(' ')[0];

    public async Task OnGetAsync()
    {
        await AddAsync("Väntar på att du tar emot", await search.OfferedToAsync(Viewer, 50), null);
        await AddAsync("Väntar på ditt svar till den som ansvarar", await desks.AskedOfAsync(Viewer), null);
        Recurring = await recurring.WaitingAsync(Viewer);
        Signals = await signals.WaitingAsync(Viewer, HttpContext.RequestAborted);
        Themes = await themes.WaitingAsync(Viewer, HttpContext.RequestAborted);
        Texts = await compiling.WaitingAsync(Viewer, HttpContext.RequestAborted);
        Improvements = await improvements.WaitingAsync(Viewer, HttpContext.RequestAborted);
        if (Viewer.Roles.Any(r => r.Role.IsLine())) ToJudge = (await log.ToJudgeAsync(Viewer, HttpContext.RequestAborted)).Count;
        await AddAsync("Ny på din enhet", await search.WaitingForAsync(Viewer, MostRows), "/arenden?status=received");
        var mine = await search.FindAsync(Viewer, new CaseQuestion { Status = "open", ResponsibleId = Viewer.Id, Take = MostRows });
        await AddAsync("Mina ärenden", mine.Rows, mine.HasMore ? "/arenden?status=open" : null);
        if (!Viewer.Roles.Any(r => Organisation.Unit(r.UnitId) is not null && Domain.People.Roles.SeesThePlace(r.Role))) return;
        var others = await search.FindAsync(Viewer, new CaseQuestion { Status = "open", Take = MostRows + 40 });
        var rest = others.Rows.Where(r => r.ResponsibleId != Viewer.Id && Parts.All(p => p.List.Rows.All(x => x.Id != r.Id))).Take(MostRows).ToList();
        await AddAsync("Brådskar mest bland det du ser", rest, "/arenden");
    }

    private async Task AddAsync(string heading, IReadOnlyList<CaseRow> rows, string? more)
    {
        if (rows.Count > 0) Parts.Add(new(heading, await CaseListModel.MakeAsync(heading, rows, Organisation, routines, Now), more));
    }
}
