using System.Security.Cryptography;
using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Forms;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A piece of the text under review: plain, or found to be personal.</summary>
/// <param name="Group">Which group of findings it is in, counted from 0; null when nobody has grouped them.</param>
public sealed record Piece(string Text, string? Type, int? Group = null)
{
    public static IEnumerable<Piece> Of(string text, IReadOnlyList<Finding> findings, IReadOnlyList<FoundGroup>? groups = null)
    {
        var groupOf = (groups ?? []).Index().SelectMany(g => g.Item.Findings.Select(f => (Finding: f, g.Index))).ToDictionary(g => g.Finding, g => g.Index);
        var at = 0;
        foreach (var finding in findings)
        {
            if (finding.Start > at) yield return new(text[at..finding.Start], null);
            yield return new(text.Substring(finding.Start, finding.Length), finding.Type.ApiName(), groupOf.TryGetValue(finding, out var group) ? group : null);
            at = finding.End;
        }

        if (at < text.Length) yield return new(text[at..], null);
    }
}

/// <summary>
/// Registers what somebody said, in one minute (R-IN-03). Personal data in the text is found and proposed for masking before
/// anything is stored; the one who registers accepts, adds and removes (R-REG-02).
/// </summary>
public sealed class NyttModel(CaseDesk desk, RoutineBook routines, SimilarCases similar, FormDesk forms) : StaffPage
{
    private const int MostFiles = 10;
    private const long LargestFile = 20 * 1024 * 1024;

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The number of a paper form, typed or scanned: the page opens filled in.</summary>
    [BindProperty(Name = "blankett", SupportsGet = true)]
    public string? Form { get; set; }

    [BindProperty(Name = "submissionId")]
    public Guid? SubmissionId { get; set; }

    [BindProperty(Name = "reviewed")]
    public string? Reviewed { get; set; }

    [BindProperty(Name = "mask")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>What each person is called instead: the key of the first place and a role.</summary>
    [BindProperty(Name = "as")]
    public List<string> As { get; set; } = [];

    [BindProperty(Name = "files")]
    public List<IFormFile> Files { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    /// <summary>The case's page offers the person a code, while they are there.</summary>
    [TempData]
    public bool IsNew { get; set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>True when the page asks to look the maskings through before it registers.</summary>
    public bool IsReviewing { get; private set; }

    /// <summary>True when files came with a form that comes back, and would be lost without a word.</summary>
    public bool MustChooseFilesAgain => Files.Any(f => f.Length > 0);

    /// <summary>What the text seems to be, beside what was chosen (R-IN-10, R-IN-11).</summary>
    public IReadOnlyList<IntakeHint> Hints { get; private set; } = [];

    /// <summary>What has likely come in before (R-IN-12).</summary>
    public IReadOnlyList<SimilarCase> Similar { get; private set; } = [];

    /// <summary>Another unit that it is likely about (R-FLOW-02); null when there is none.</summary>
    public UnitHint? UnitHint { get; private set; }

    /// <summary>The paper form whose number was given; null when there is none.</summary>
    public FoundForm? Found { get; private set; }

    public IReadOnlyList<Choice> Languages { get; } = [.. TemplateWords.Languages.Select(code => new Choice(code, TemplateWords.LanguageInSwedish(code)))];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public IReadOnlyList<string> Guidance { get; private set; } = [];

    private Routine Routine { get; set; } = null!;

    /// <summary>True when some way in demands it of the one who receives (R-IN-09).</summary>
    public bool Demands(ChannelDemand demand) => Routine.Channels.Any(c => c.Demands.Contains(demand));

    /// <summary>"Besök eller möte": the ways in that demand it, for a hint.</summary>
    public string ChannelsWith(ChannelDemand demand) => string.Join(", ", Routine.Channels.Where(c => c.Demands.Contains(demand)).Select(c => Swedish.Lower(c.Label)));

    public IEnumerable<Choice> Units => Organisation.PlacesForCases().Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name));

    public IReadOnlyList<Choice> Replies { get; } =
        [new("none", "Vill inte ha svar"), new("phone", "Telefon"), new("email", "E-post"), new("letter", "Brev"), new("inPerson", "Möte")];

    public IEnumerable<Choice> Relations => Enum.GetValues<Relation>().Select(r => new Choice(r.Code(), r.Swedish()));

    public IEnumerable<Choice> Receivers => new[] { new Choice(Viewer.Person.UserName, $"Jag, {Viewer.Person.Name}") }
        .Concat(Viewer.OwnUnit is { } unit ? Organisation.StaffOf(unit.Id, Today).Where(p => p.Id != Viewer.Id).Select(p => new Choice(p.UserName, p.Name)) : []);

    /// <summary>Of the text that was reviewed: another text must be reviewed again.</summary>
    public string Digest => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 16));

    private string Text => (Input.Text ?? "").ReplaceLineEndings("\n").Trim();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Viewer.MayRegister) return NotFound();
        Input = new Answers
        {
            SubmissionId = Guid.CreateVersion7(),
            ReceivedAt = StockholmTime.ToLocal(Now),
            Unit = Viewer.OwnUnit?.Slug,
            ReceivedBy = Viewer.Person.UserName,
            Relation = Relation.Self.Code(),
            Kind = "complaint",
            Channel = "phone",
            Language = "sv",
        };
        if (!string.IsNullOrWhiteSpace(Form) && await FindAsync() is { } found) FillIn(found);
        await ShowAsync();
        if (!ModelState.IsValid) Response.StatusCode = 400;
        return Page();
    }

    private void FillIn(FoundForm found)
    {
        Input.Channel = "form";
        Input.Language = found.Language;
        // A form of a place that takes no cases says itself what it is about.
        Input.Unit = Units.Any(u => u.Value == found.Place.Slug) ? found.Place.Slug : null;
    }

    /// <summary>The form that has the number; what is wrong with it is told at its field, and the page can be used without it.</summary>
    private async Task<FoundForm?> FindAsync()
    {
        try
        {
            Found = await forms.FindAsync(Viewer, Form, HttpContext.RequestAborted);
            return Found;
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("blankett", broken.Message);
            return null;
        }
    }

    /// <summary>"Den kom in i ärende 2026-000123 också." Null for a form that comes for the first time.</summary>
    public string? UsedBefore => Found?.State switch
    {
        null or { Uses: 0 } => null,
        { Uses: 1, Cases: [var one] } => $"Blanketten är redan registrerad, i ärende {one}. Är det samma papper behövs inget nytt ärende. Är det en kopia som någon annan har fyllt i, registrera den.",
        var state when state.Cases.Count == 0 => "Blanketten är redan registrerad, i ett ärende som du inte ser. Är det en kopia som någon annan har fyllt i, registrera den.",
        var state => $"Blanketten är redan registrerad, i ärende {string.Join(" och ", state.Cases)}. Är det en kopia som någon annan har fyllt i, registrera den.",
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.MayRegister) return NotFound();
        Input.SubmissionId = SubmissionId ?? Guid.CreateVersion7();
        if (Input.CountOnly) return await CountAsync();
        if (!string.IsNullOrWhiteSpace(Form)) await FindAsync();
        if (!IsReadable()) return await RefuseAsync();
        Hints = IntakeHints.Of(Text, Input.Kind ?? "", await RoutineAsync());
        Findings = People.Find(Text);
        UnitHint = await similar.UnitOfAsync(Viewer, Text, Organisation.Unit(Input.Unit)?.Id, HttpContext.RequestAborted);
        if ((Findings.Count > 0 || Hints.Count > 0 || UnitHint is not null) && Reviewed != Digest)
        {
            IsReviewing = true;
            Chosen = [.. Groups.Select(Key)];
            await ShowAsync();
            return Page();
        }

        var news = Read();
        var registered = await desk.RegisterAsync(news, Viewer, cancellation: HttpContext.RequestAborted);
        Done = $"Ärendet är registrerat. Det har nummer {registered.Reference}.";
        IsNew = true;
        return Redirect($"/arenden/{registered.Reference}");
    }

    private async Task<IActionResult> CountAsync()
    {
        if (Organisation.Unit(Input.Unit) is null) Wrong(nameof(Input.Unit), "Välj vilken enhet det gäller.");
        if (!ModelState.IsValid) return await RefuseAsync();
        var day = Input.ReceivedAt is { } at ? DateOnly.FromDateTime(at) : Today;
        await desk.CountAsync(Viewer, Input.Unit!, Input.Kind ?? "", Input.Channel ?? "", day, Input.SubmissionId!.Value);
        Done = "Det är räknat. Inget ärende blev till.";
        return Redirect("/start");
    }

    /// <summary>The findings, those of one person together.</summary>
    public IReadOnlyList<FoundGroup> Groups => People.Groups(Text, Findings);

    public static string Key(FoundGroup group) => Key(group.First);

    public bool IsChosen(FoundGroup group) => Chosen.Contains(Key(group));

    /// <summary>What the one who registers says that somebody is; else what the text says.</summary>
    public PersonRole RoleOf(FoundGroup group) => ChosenRole(group.First) ?? group.Role ?? PersonRole.Somebody;

    public static IEnumerable<PersonRole> Roles => Enum.GetValues<PersonRole>();

    public IEnumerable<Piece> Pieces => Piece.Of(Text, Findings, Groups);

    private static string Key(Finding finding) => $"{finding.Start}-{finding.Length}-{finding.Type.ApiName()}";

    private PersonRole? ChosenRole(Finding first)
    {
        var said = As.Find(a => a.StartsWith(Key(first) + "=", StringComparison.Ordinal));
        return said is not null && Enum.TryParse<PersonRole>(said[(said.IndexOf('=', StringComparison.Ordinal) + 1)..], out var role) && Enum.IsDefined(role) ? role : null;
    }

    /// <summary>Who may be named: made anew for each reading, since masking learns who is there.</summary>
    private NamedPeople People => PeopleInCase.Of(Organisation, Organisation.Unit(Input.Unit)?.Id, Today, Input.Name,
        Enum.TryParse<Relation>(Input.Relation, ignoreCase: true, out var relation) ? relation : Relation.Self);

    protected override async Task ShowAsync()
    {
        Routine = await RoutineAsync();
        Kinds = [.. Routine.Kinds.Append(Domain.Routines.Kind.Accessibility).DistinctBy(k => k.Code).Select(k => new Choice(k.Code, k.Label, k.Definition))];
        Channels = [.. Routine.Channels.Where(c => c.Code != "api").Select(c => new Choice(c.Code, c.Label))];
        Guidance = Advice.Of(Routine, "receiving", Viewer);
        if (Findings.Count == 0 && Text.Length is > 0 and <= NewCase.LongestText && Request.Method == "POST")
        {
            Findings = People.Find(Text);
        }

        if (Request.Method == "POST" && Text.Length is > 0 and <= NewCase.LongestText) await LookAsync();
    }

    private async Task LookAsync()
    {
        Hints = IntakeHints.Of(Text, Input.Kind ?? "", Routine);
        UnitHint = await similar.UnitOfAsync(Viewer, Text, Organisation.Unit(Input.Unit)?.Id, HttpContext.RequestAborted);
        if (Organisation.Unit(Input.Unit) is { } unit) Similar = await similar.ToAsync(Viewer, unit.Id, Text, Now, cancellation: HttpContext.RequestAborted);
    }

    private async Task<Routine> RoutineAsync()
    {
        var unit = Organisation.Unit(Input.Unit) ?? Viewer.OwnUnit;
        var name = unit is null ? null : Organisation.RoutineAt(unit.Id);
        return (name is null ? null : await routines.NewestAsync(name)) ?? (await routines.AllAsync())[0];
    }

    /// <summary>Says everything that is wrong at once, each at its field; what is typed stays.</summary>
    private bool IsReadable()
    {
        if (Text.Length == 0) Wrong(nameof(Input.Text), "Skriv vad som har hänt, eller vad personen sa.");
        if (Text.Length > NewCase.LongestText) Wrong(nameof(Input.Text), "Texten är för lång. Den får ha högst 20 000 tecken.");
        if (Organisation.Unit(Input.Unit) is null) Wrong(nameof(Input.Unit), "Välj vilken enhet det gäller.");
        if (Input.ReceivedAt is null && ModelState.GetFieldValidationState("Input.ReceivedAt") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            Wrong(nameof(Input.ReceivedAt), "Skriv när det kom in.");
        }

        if (Input.Relation is { Length: > 0 } relation && !Relations.Any(r => r.Value == relation)) Wrong(nameof(Input.Relation), "Välj för vem personen talar.");
        if (Input.ReceivedBy is { Length: > 0 } receiver && !Receivers.Any(r => r.Value == receiver)) Wrong(nameof(Input.ReceivedBy), "Välj vem som tog emot det.");
        if (Input.Language is { Length: > 0 } language && !TemplateWords.Languages.Contains(language)) Wrong(nameof(Input.Language), "Välj ett språk.");
        if (Input.Reply is { Length: > 0 } reply && !Replies.Any(r => r.Value == reply)) Wrong(nameof(Input.Reply), "Välj hur personen vill ha svar.");
        if (Files.Count > MostFiles) ModelState.AddModelError("", "Det är för många bilagor. Välj högst 10.");
        if (Files.Any(f => f.Length > LargestFile)) ModelState.AddModelError("", "En bilaga är för stor. Varje fil får ha högst 20 MB.");
        return ModelState.IsValid;
    }

    private void Wrong(string field, string sentence) => ModelState.AddModelError($"Input.{field}", sentence);

    private NewCase Read()
    {
        var receiver = Receivers.Any(r => r.Value == Input.ReceivedBy) ? Organisation.Person(Input.ReceivedBy ?? "")?.Id : null;
        var wantsReply = Input.Reply is not "none";
        var people = People;
        var register = people.Mask(Text, Masks(people), ChosenRole);
        return new NewCase
        {
            Text = new Words(register, Text),
            People = people.All,
            Kind = Input.Kind ?? "",
            Channel = Input.Channel ?? "",
            UnitId = Organisation.Unit(Input.Unit)!.Id,
            ArrivedAt = StockholmTime.ToUtc(Input.ReceivedAt!.Value),
            ReceivedBy = receiver ?? Viewer.Id,
            Complainant = new Complainant { Name = Input.Name, Email = Input.Email, Phone = Input.Phone, Address = Input.Address, Protected = Input.Protected },
            Relation = Enum.TryParse<Relation>(Input.Relation, ignoreCase: true, out var relation) ? relation : Relation.Self,
            Language = Input.Language is { Length: > 0 } language ? language : "sv",
            Form = Found?.State.Number,
            IsAnonymous = Input.Anonymous,
            WantsReply = wantsReply,
            ReplyWay = wantsReply && Enum.TryParse<Way>(Input.Reply, ignoreCase: true, out var way) ? way : Way.None,
            SubmissionId = Input.SubmissionId,
            ReadBack = Input.ReadBack,
            AskedInWriting = Input.AskedInWriting,
            Files = [.. Files.Where(f => f.Length > 0).Select(f => new NewFile(Path.GetFileName(f.FileName), f.Length, f.OpenReadStream))],
        };
    }

    /// <summary>The findings that stayed marked, and every place of the words that were added.</summary>
    private List<Finding> Masks(NamedPeople people)
    {
        List<Finding> masks = [.. people.Groups(Text, Findings).Where(IsChosen).SelectMany(g => g.Findings)];
        masks.AddRange(Masking.Places(Text, Masking.WordsIn(Input.AlsoMask), masks));
        return [.. masks.OrderBy(m => m.Start)];
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Text { get; set; }
        public string? Kind { get; set; }
        public string? Channel { get; set; }
        public string? Unit { get; set; }
        public DateTime? ReceivedAt { get; set; }
        public bool Anonymous { get; set; }
        public string? Name { get; set; }
        public string? Phone { get; set; }
        public string? Email { get; set; }
        public string? Address { get; set; }
        public string? Reply { get; set; }
        public string? Relation { get; set; }
        public string? ReceivedBy { get; set; }
        public bool Protected { get; set; }
        public string? Language { get; set; }
        public string? AlsoMask { get; set; }
        public Guid? SubmissionId { get; set; }
        public bool ReadBack { get; set; }
        public bool AskedInWriting { get; set; }
        public bool CountOnly { get; set; }
    }
}
