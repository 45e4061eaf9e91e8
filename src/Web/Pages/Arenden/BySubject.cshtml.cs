using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Moves the case for what it is about: a person, an organisation, several units (R-ESC-02).</summary>
public sealed class BySubjectModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Person, organisation by its scopes in the routine, several units.</summary>
    public IReadOnlyList<Choice> Subjects =>
    [
        new("ownPerson", "En medarbetare eller chef", View.Routine.Responsibility.SubjectLosesSight ? "Den som det gäller ser inte ärendet längre." : "Den som det gäller har det inte längre."),
        .. Organisations(),
        new("severalUnits", "Flera enheter"),
    ];

    /// <summary>Those who work at the unit or lead it, the nearest first.</summary>
    public IEnumerable<Choice> Colleagues => Organisation.Line(Case.UnitId)
        .SelectMany(place => Organisation.StaffOf(place.Id, Today).Select(person => (place, person))).DistinctBy(one => one.person.Id)
        .Select(one => new Choice(one.person.UserName, $"{one.person.Name}, {one.person.Title}", Group: one.place.Name));

    // Whoever received it may pass it on, also the one whom it is about.
    protected override bool MayAct() => base.MayAct() || Case.MayAccept(Viewer) || Case.MayTake(Viewer) || Viewer.Id == Case.ReceivedBy;

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Subjects.All(s => s.Value != Input.Subject)) ModelState.AddModelError("Input.Subject", "Välj vad det gäller.");
        if (!ModelState.IsValid) return await RefuseAsync();
        var parts = Input.Subject!.Split('/');
        var about = Enum.Parse<SubjectOf>(parts[0], ignoreCase: true);
        await desk.MoveBySubjectAsync(Viewer, Reference, Seen, about, parts.Length > 1 ? parts[1] : "", about == SubjectOf.OwnPerson ? Input.Concerned : null, Input.Why ?? "");
        // Whoever moved it may no longer see the case.
        Done = $"Ärende {Reference} har gått vidare till den som ska ha det.";
        return Redirect("/start");
    }

    private IEnumerable<Choice> Organisations()
    {
        var scopes = View.Routine.Responsibility.BySubject.Where(s => s.About == SubjectOf.Organisation && s.Scope.Length > 0).Select(s => s.Scope).Distinct().ToList();
        return scopes.Count == 0 ? [new Choice("organisation", "Organisationen som helhet")]
            : scopes.Select(scope => new Choice($"organisation/{scope}", $"{scope} som organisation"));
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Subject { get; set; }
        public string? Concerned { get; set; }
        public string? Why { get; set; }
    }
}
