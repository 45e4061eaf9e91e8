using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Offers the case to somebody else (R-FLOW-03).</summary>
public sealed class HandOverModel(CaseReading reading, CaseDesk desk, SimilarCases similar) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Another unit that it is likely about (R-FLOW-02); null when there is none.</summary>
    public UnitHint? UnitHint { get; private set; }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        UnitHint = await similar.UnitOfAsync(Viewer, Case.Text, Case.UnitId, HttpContext.RequestAborted);
    }

    protected override bool MayAct() => Case.MayBePassedOnBy(Viewer);

    /// <summary>True when the complainant must have been told before the hand-over.</summary>
    public bool MustTell => View.Routine.HandOver.NoticeRequired && Case.SomebodyToTell;

    /// <summary>First the one through whose hands it goes to the registrar, where the routine has somebody.</summary>
    public IEnumerable<Choice> Receivers =>
    [
        .. NextOnLadder.OnTheWayToRegistrar(View.Routine, Organisation, Case.UnitId, Today) is { } first && first.Id != Case.ResponsibleId
            ? [new Choice($"{Organisation.Unit(Case.UnitId)!.Slug}/{first.UserName}", $"{first.Name}, {first.Title}")] : Array.Empty<Choice>(),
        .. Arenden.Receivers.Of(Organisation, Today, Case.ResponsibleId, MayReceive),
    ];

    /// <summary>Not the one whom it is about, and only the titles that the viewer's own passes on to (R-SEC-03, R-ESC-03).</summary>
    private bool MayReceive(Person person) => person.Id != Case.ConcernsPersonId
        && (View.Routine.Responsibility.PassOnTo(Viewer.Roles.Select(r => r.Role)) is not { Count: > 0 } allowed
            || Organisation.RolesOf(person.Id).Any(r => r.HoldsOn(Today) && allowed.Contains(r.Role)));

    public async Task<IActionResult> OnPostAsync()
    {
        var to = (Input.To ?? "").Split('/');
        var person = to.Length > 1 ? Organisation.Person(to[1])?.Id : null;
        if (to is not [{ Length: > 0 }] && (to is not [_, _] || person is null)) ModelState.AddModelError("Input.To", "Välj vem som ska ta över.");
        if (!Arenden.Ways.IsNotice(Input.Notice)) ModelState.AddModelError("Input.Notice", Arenden.Ways.UnknownNotice);
        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.HandOverAsync(Viewer, Reference, Seen, to[0], person, Arenden.Ways.Parse(Input.Notice), Input.Notice == Arenden.Ways.CannotBeReached, Input.Message ?? "", Input.TurnsThere);
        return BackToCase("Överlämningen väntar på mottagaren.");
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field switch
    {
        "to" => "Input.To",
        "notice" => "Input.Notice",
        _ => base.FieldOf(broken),
    };

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? To { get; set; }
        public string? Notice { get; set; }
        public string? Message { get; set; }
        public bool TurnsThere { get; set; }
    }
}
