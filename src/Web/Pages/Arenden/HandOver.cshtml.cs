using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Offers the case to somebody else (R-FLOW-03).</summary>
public sealed class HandOverModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>True when the complainant must have been told before the hand-over.</summary>
    public bool MustTell => View.Routine.HandOver.NoticeRequired && Case.SomebodyToTell;

    /// <summary>Each unit by the name of whoever leads it, and below it those who work there.</summary>
    public IEnumerable<Choice> Receivers => Organisation.PlacesForCases().SelectMany(UnitAndPeople);

    public IReadOnlyList<Choice> Notices =>
        [.. Arenden.Ways.All.Select(w => w.Value == Way.Email.Code() ? w with { Label = "E-post, som Gåva skickar nu" } : w), new("cannotBeReached", "Personen går inte att nå")];

    public async Task<IActionResult> OnPostAsync()
    {
        var to = (Input.To ?? "").Split('/');
        var person = to.Length > 1 ? Organisation.Person(to[1])?.Id : null;
        if (to is not [{ Length: > 0 }] && (to is not [_, _] || person is null)) ModelState.AddModelError("Input.To", "Välj vem som ska ta över.");
        if (Input.Notice is { Length: > 0 } notice && Notices.All(n => n.Value != notice)) ModelState.AddModelError("Input.Notice", "Välj hur du har berättat, eller att personen inte går att nå.");
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.HandOverAsync(Viewer, Reference, Seen, to[0], person, Arenden.Ways.Parse(Input.Notice), Input.Notice == "cannotBeReached", Input.Message ?? "");
        return BackToCase("Överlämningen väntar på mottagaren. Du ansvarar tills den är mottagen.");
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field switch
    {
        "to" => "Input.To",
        "notice" => "Input.Notice",
        _ => base.FieldOf(broken),
    };

    private IEnumerable<Choice> UnitAndPeople(Unit unit)
    {
        var leader = Organisation.LeadersOf(unit.Id, Today).FirstOrDefault();
        if (leader is null) yield break;
        yield return new Choice(unit.Slug, $"{unit.Name} ({leader.Name})", Group: unit.Name);
        foreach (var person in Organisation.StaffOf(unit.Id, Today).Where(p => p.Id != Case.ResponsibleId))
        {
            yield return new Choice($"{unit.Slug}/{person.UserName}", $"{person.Name}, {person.Title}", Group: unit.Name);
        }
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? To { get; set; }
        public string? Notice { get; set; }
        public string? Message { get; set; }
    }
}
