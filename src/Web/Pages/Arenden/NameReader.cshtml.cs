using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Names the second of the two who may open a protected person's details (R-SEC-04).</summary>
public sealed class NameReaderModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Those who work at the unit, and those who lead it.</summary>
    public IEnumerable<Choice> Colleagues => Organisation.StaffOf(Case.UnitId, Today).Concat(Organisation.LeadersOf(Case.UnitId, Today)).DistinctBy(p => p.Id)
        .Where(p => p.Id != Case.ResponsibleId && p.Id != Case.ConcernsPersonId).Select(p => new Choice(p.UserName, $"{p.Name}, {p.Title}"));

    protected override bool MayAct() => Case.IsProtected && Viewer.Leads(Case.UnitId) && Case.MayBeGivenTo(Viewer);

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "GET") Input.Person = Organisation.Person(Case.NamedReader)?.UserName;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.NameReaderAsync(Viewer, Reference, Seen, Input.Person ?? "");
        return BackToCase(string.IsNullOrWhiteSpace(Input.Person) ? "Bara den som ansvarar ser uppgifterna nu." : $"{Organisation.Person(Input.Person)?.Name} och den som ansvarar ser uppgifterna nu.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        /// <summary>A user name; empty is nobody.</summary>
        public string? Person { get; set; }
    }
}
