using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Gava.Web.Security;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>
/// The public form (R-IN-04, R-IN-05): one page, no sign-in, no script, and a receipt with a secret code. Only the text is demanded.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LamnaModel(CitizenDesk desk, RoutineBook routines, OrganisationBook book, CitizenLimit limit, TimeProvider clock) : CitizenPage(book, clock)
{
    private static readonly string[] KnownKinds = ["complaint", "suggestion", "praise", "view"];
    private readonly OrganisationBook organisations = book;
    private readonly TimeProvider time = clock;

    [BindProperty(Name = "text")]
    public string? Words { get; set; }

    [BindProperty(Name = "kind", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "unit")]
    public string? Unit { get; set; }

    /// <summary>The unit of an address or a QR code.</summary>
    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "relation")]
    public string? Relation { get; set; }

    [BindProperty(Name = "anonymous")]
    public string? Anonymous { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "phone")]
    public string? Telephone { get; set; }

    [BindProperty(Name = "address")]
    public string? PostalAddress { get; set; }

    /// <summary>The box, and the hidden "false" before it: nothing at all means that a reply is wanted.</summary>
    [BindProperty(Name = "wantsReply")]
    public List<string> WantsReply { get; set; } = [];

    [BindProperty(Name = "files")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty(Name = "submissionId")]
    public string? SubmissionId { get; set; }

    public Guid Submission { get; private set; }

    public Registered? Receipt { get; private set; }

    /// <summary>What the receipt promises.</summary>
    public CitizenView? Follow { get; private set; }

    /// <summary>What the text also seems to be (R-IN-10).</summary>
    public IReadOnlyList<string> Hints { get; private set; } = [];

    public bool IsAnonymous => IsTicked(Anonymous);

    public bool Replies => WantsReply.Count == 0 || WantsReply.Exists(IsTicked);

    public bool MustChooseFilesAgain => Files.Any(f => f.Length > 0);

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Relations =>
        [new("self", Tongue["form.relation.self"]), new("relative", Tongue["form.relation.relative"]), new("agent", Tongue["form.relation.agent"]), new("other", Tongue["form.relation.other"])];

    public async Task OnGetAsync()
    {
        Submission = Guid.CreateVersion7();
        Unit = From;
        ModelState.Clear();
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Submission = Guid.TryParse(SubmissionId, out var sent) ? sent : Guid.CreateVersion7();
        if (Change is not null)
        {
            ModelState.Clear();
            await ShowAsync();
            return Page();
        }

        await limit.SlowDownAsync(Address, HttpContext.RequestAborted);
        try
        {
            if (await ReadAsync() is { } news)
            {
                Receipt = await desk.RegisterAsync(news, cancellation: HttpContext.RequestAborted);
                Follow = await desk.OpenAsync(Receipt.FollowUpCode, HttpContext.RequestAborted);
                Hints = await ElsewhereAsync(news);
                return Page();
            }
        }
        catch (RuleBroken broken)
        {
            Refuse(broken);
        }

        await ShowAsync();
        Response.StatusCode = 400;
        return Page();
    }

    private async Task<NewCase?> ReadAsync()
    {
        var organisation = await organisations.NowAsync(HttpContext.RequestAborted);
        var text = (Words ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0) Refuse(new RuleBroken("text-missing", "", "text"));
        if (text.Length > NewCase.LongestText) Refuse(new RuleBroken("text-too-long", "", "text"));
        var unit = string.IsNullOrEmpty(Unit) ? await desk.PlaceForTheUnsureAsync(HttpContext.RequestAborted) : organisation.PlacesForCases().FirstOrDefault(u => u.Slug == Unit);
        if (unit is null) Refuse(new RuleBroken("unit-unknown", "", "unit"));
        var files = Read(Files);
        if (!ModelState.IsValid) return null;
        return new NewCase
        {
            Text = new Domain.Privacy.Words("", text),
            Kind = string.IsNullOrEmpty(Kind) ? "complaint" : Kind,
            Channel = "web",
            UnitId = unit!.Id,
            ArrivedAt = StockholmTime.Now(time),
            ReceivedBy = Person.Citizen,
            Complainant = new Complainant { Name = Name, Email = Email, Phone = Telephone, Address = PostalAddress },
            Relation = Relation switch { "relative" => Domain.Cases.Relation.Relative, "agent" => Domain.Cases.Relation.Agent, "other" => Domain.Cases.Relation.Other, _ => Domain.Cases.Relation.Self },
            Language = Tongue.Code,
            IsAnonymous = IsAnonymous,
            WantsReply = Replies,
            SubmissionId = Submission,
            Files = files,
        };
    }

    private async Task ShowAsync()
    {
        var organisation = await organisations.NowAsync(HttpContext.RequestAborted);
        Units = [.. organisation.PlacesForCases().Select(u => new Choice(u.Slug, u.Name, Group: organisation.Unit(u.ParentId)?.Name))];
        var routine = await RoutineAsync(organisation, organisation.Unit(Unit ?? ""));
        // Offered only to whoever comes from the accessibility statement: one more choice is harder for everybody else.
        var known = Kind == Domain.Routines.Kind.Accessibility.Code ? KnownKinds.Append(Kind) : KnownKinds;
        Kinds = [.. known.Select(code => new Choice(code, Tongue.Code == "sv" && routine?.Kind(code) is { } kind ? kind.Label : Tongue[$"kind.{code}"]))];
        if (string.IsNullOrEmpty(Kind)) Kind = "complaint";
    }

    private async Task<Routine?> RoutineAsync(Organisation organisation, Domain.People.Unit? unit) =>
        unit is not null && organisation.RoutineAt(unit.Id) is { } name ? await routines.NewestAsync(name, HttpContext.RequestAborted) : null;

    /// <summary>Where the matter may belong beside here; told, and left with us all the same.</summary>
    private async Task<IReadOnlyList<string>> ElsewhereAsync(NewCase news)
    {
        var organisation = await organisations.NowAsync(HttpContext.RequestAborted);
        if (await RoutineAsync(organisation, organisation.Unit(news.UnitId)) is not { } routine) return [];
        var matters = IntakeHints.Of(news.Text.Original, news.Kind, routine).Select(h => h.Elsewhere).OfType<Elsewhere>().ToList();
        if (matters.Count == 0) return [];
        return matters.Exists(m => m.IsOutsideByLaw) ? [Tongue["receipt.elsewhere.appeal"], Tongue["receipt.elsewhere"]] : [Tongue["receipt.elsewhere"]];
    }
}
