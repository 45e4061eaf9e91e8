using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Web.Components;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>A page of the organisation: everybody who is signed in reads, a system administrator changes.</summary>
public abstract class OrganisationPage : StaffPage
{
    [TempData]
    public string? Done { get; set; }

    public bool MayChange => Administration.MayChange(Viewer);

    protected override string StaleSentence =>
        "Någon annan har ändrat det här sedan du öppnade sidan. Det du skrev finns kvar. Se efter vad som är nytt, och spara sedan igen.";

    protected IActionResult Back(string address, string done)
    {
        Done = done;
        return LocalRedirect(address);
    }

    /// <summary>"från 1 maj 2026 till 31 maj 2026", "tills vidare".</summary>
    public string TimeOf(RoleAtPlace role) => (role.From, role.Until) switch
    {
        (null, null) => "Tills vidare",
        ({ } from, null) => $"Från {Swedish.Day(from, Today)}",
        (null, { } until) => $"Till {Swedish.Day(until, Today)}",
        ({ } from, { } until) => $"{Swedish.Day(from, Today)} – {Swedish.Day(until, Today)}",
    };

    public string TitleOf(RoleAtPlace role) => role.StandsInFor is { } absent ? $"{role.Role.Swedish()}, vikarie för {Organisation.NameOf(absent)}" : role.Role.Swedish();

    /// <summary>Places that still work, each under its line.</summary>
    protected IEnumerable<Choice> Places(Func<Unit, bool>? which = null) => Organisation.PlacesAtWork().Where(u => which?.Invoke(u) ?? true)
        .Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name ?? u.Name));

    public static IEnumerable<Choice> RoleChoices => Enum.GetValues<Role>().Where(r => r != Role.Service).Select(r => new Choice(r.ToString(), r.Swedish()));

    /// <summary>Those who work here today, but for one.</summary>
    protected IEnumerable<Choice> Colleagues(Guid? except = null) => Organisation.People
        .Where(p => p is { IsActive: true, IsService: false } && p.Id != except && Organisation.RolesOf(p.Id).Any(r => r.HoldsOn(Today) && r.Role.Registers()))
        .OrderBy(p => p.Name, StringComparer.Create(new("sv-SE"), true)).Select(p => new Choice(p.UserName, $"{p.Name}, {p.Title}"));
}

/// <summary>A page where something is changed: for others than administrators it does not exist.</summary>
public abstract class ChangePage : OrganisationPage
{
    /// <summary>The mark of what the form showed: a change in between is told, and nothing typed is lost.</summary>
    [BindProperty(Name = "seenVersion")]
    public string? SeenVersion { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Page();
    }

    protected override Task ShowAsync() => MayChange ? LoadAsync() : throw new NotFound();

    protected abstract Task LoadAsync();

    /// <summary>True when the form is to be filled with what is stored.</summary>
    protected bool IsFirst => Request.Method == "GET";

    protected void Show(string mark)
    {
        if (IsFirst || IsStale) SeenVersion = mark;
    }

    protected static T? Parsed<T>(string? typed) where T : struct, Enum => Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>A page about one place.</summary>
public abstract class PlacePage : ChangePage
{
    [FromRoute(Name = "slug")]
    public string Slug { get; set; } = "";

    public Unit Place { get; private set; } = null!;

    protected override Task LoadAsync()
    {
        Place = Organisation.Unit(Slug) ?? throw new NotFound();
        Show(Administration.MarkOf(Place));
        return Task.CompletedTask;
    }
}

/// <summary>A page about one person.</summary>
public abstract class PersonPage : ChangePage
{
    [FromRoute(Name = "userName")]
    public string UserName { get; set; } = "";

    public Person Person { get; private set; } = null!;

    public string Address => $"/organisation/personer/{Person.UserName}";

    protected override Task LoadAsync()
    {
        Person = Organisation.Person(UserName) ?? throw new NotFound();
        Show(Administration.MarkOf(Person));
        return Task.CompletedTask;
    }

    /// <summary>Who can take over, with the managers first.</summary>
    public IEnumerable<Choice> Takers => Colleagues(Person.Id).Prepend(new Choice(Managers, "Chefen för varje ärendes enhet"));

    private const string Managers = ":chef";

    protected static Operations.Cases.Taker? TakerOf(string? chosen) => chosen switch
    {
        null or "" => null,
        Managers => new(),
        _ => new(chosen),
    };
}
