using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Lets somebody stand in for another for a time (vikarie, R-ESC-01).</summary>
public sealed class VikarieModel(OrganisationDesk desk) : PersonPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> Absent => Colleagues(Person.Id);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        var given = await desk.StandInAsync(Viewer, UserName, Input.StandsInFor ?? "", Input.From, Input.Until);
        return Back(Address, given == 1 ? "Vikariatet är sparat, med en roll." : $"Vikariatet är sparat, med {given} roller.");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (!Person.IsActive) throw new Operations.Database.NotFound();
        if (IsFirst) Input = new Answers { From = Today };
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? StandsInFor { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }
    }
}
