using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Asks somebody concerned what they say of it (R-FLOW-06).</summary>
public sealed class ConsultModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Those who work at the unit and then at its neighbours, but for oneself and those who have been asked.</summary>
    public IEnumerable<Choice> Colleagues => Organisation.Line(Case.UnitId).Take(2).SelectMany(place => Organisation.Below(place.Id))
        .SelectMany(place => Organisation.StaffOf(place.Id, Today).Select(person => (place, person))).DistinctBy(one => one.person.Id)
        .Where(one => one.person.Id != Viewer.Id && !Case.IsConsulted(one.person.Id))
        .Select(one => new Choice(one.person.UserName, $"{one.person.Name}, {one.person.Title}", Group: one.place.Name));

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Person)) ModelState.AddModelError("Input.Person", "Välj vem du vill fråga.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ConsultAsync(Viewer, Reference, Seen, Input.Person!, Input.Text ?? "");
        return BackToCase("Frågan är ställd.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Person { get; set; }
        public string? Text { get; set; }
    }
}
