using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A text of the register as it stands, with what may have to be hidden in it.</summary>
public sealed record ShownText(string Heading, IReadOnlyList<Piece> Pieces);

/// <summary>Something found that is proposed to be hidden, wherever it stands in the case.</summary>
public sealed record Proposal(IReadOnlyList<string> Spellings, Finding First, PersonRole? Role)
{
    public string Text => Spellings[0];
}

/// <summary>Hides what slipped through when it was written, and shows again what was hidden by mistake: in the text and in the journal (R-REG-02).</summary>
public sealed class MaskModel(CaseReading reading, CaseDesk desk, VaultDesk vault) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The proposals that are to be hidden, by their text.</summary>
    [BindProperty(Name = "mask")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>What somebody is called instead: the text, an equals sign and a role.</summary>
    [BindProperty(Name = "as")]
    public List<string> As { get; set; } = [];

    /// <summary>The button that opens what is hidden.</summary>
    [BindProperty(Name = "open")]
    public string? Open { get; set; }

    /// <summary>Set when it is the lower form that was sent: what is to be seen again.</summary>
    [BindProperty(Name = "show")]
    public bool Show { get; set; }

    /// <summary>What the original says at the hidden places. It comes back with the form, so that a refused one need not open it again.</summary>
    [BindProperty(Name = "hidden")]
    public List<string> Hidden { get; set; } = [];

    /// <summary>What is to be seen again.</summary>
    [BindProperty(Name = "word")]
    public List<string> Words { get; set; } = [];

    public bool IsAboutShowing => Open is not null || Show;

    public bool IsOpened => Show || (Open is not null && ModelState.ErrorCount == 0);

    public bool MayShow => Case.MayBeUnmaskedBy(Viewer) && VaultDesk.MayOpen(Viewer, Case) && Case.VaultDisposedAt is null;

    public IReadOnlyList<ShownText> Texts { get; private set; } = [];

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public static IEnumerable<PersonRole> Roles => Enum.GetValues<PersonRole>();

    public bool IsChosen(Proposal proposal) => Request.Method == "GET" || Chosen.Contains(proposal.Text);

    public PersonRole RoleOf(Proposal proposal) => RoleOf(proposal.Text) ?? proposal.Role ?? PersonRole.Somebody;

    protected override bool MayAct() => Case.MayBeMaskedBy(Viewer);

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        var people = PeopleInCase.Of(Organisation, Case.UnitId, Today, null, Case.Relation);
        List<Proposal> proposals = [];
        List<ShownText> texts = [];
        foreach (var (heading, text) in Written())
        {
            var findings = people.Find(text);
            var groups = people.Groups(text, findings);
            List<int> rows = [.. groups.Select(g => RowOf(proposals, g))];
            texts.Add(new(heading, [.. Piece.Of(text, findings, groups).Select(p => p.Group is { } group ? p with { Group = rows[group] } : p)]));
        }

        (Texts, Proposals) = (texts, proposals);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Open is not null) return await OpenAsync();
        if (Show)
        {
            await desk.UnmaskAsync(Viewer, Reference, Seen, Words, Input.Why ?? "");
            return BackToCase("Det syns igen.");
        }

        await ShowAsync();
        var words = Proposals.Where(p => Chosen.Contains(p.Text)).SelectMany(p => p.Spellings).Concat(Masking.WordsIn(Input.AlsoMask)).ToList();
        await desk.MaskAsync(Viewer, Reference, new(Seen.Version), words, RoleOf);
        return BackToCase("Det är dolt. Det som stod finns i valvet.");
    }

    private async Task<IActionResult> OpenAsync()
    {
        var opened = await vault.OpenAsync(Viewer, Reference, "correct");
        await ShowAsync();
        ModelState.Clear();
        var texts = View.Journal.Where(l => l.Text is not null && opened.Lines.ContainsKey(l.Number)).Select(l => (l.Text!, opened.Lines[l.Number])).Prepend((Case.Text, opened.Text));
        Hidden = [.. texts.SelectMany(t => HiddenPlaces.Of(t.Item1, t.Item2)).Select(p => p.Words).Distinct(StringComparer.OrdinalIgnoreCase)];
        return Page();
    }

    private IEnumerable<(string Heading, string Text)> Written()
    {
        yield return ("Vad som sades", Case.Text);
        foreach (var line in View.Journal)
        {
            var heading = Text.Swedish.Title(line, Organisation, View.Routine);
            if (!string.IsNullOrEmpty(line.Text)) yield return (heading, line.Text);
            if (!string.IsNullOrEmpty(line.Why)) yield return ($"{heading}, skäl", line.Why);
        }
    }

    private static int RowOf(List<Proposal> proposals, FoundGroup group)
    {
        var row = proposals.FindIndex(p => p.Spellings.Intersect(group.Spellings, StringComparer.OrdinalIgnoreCase).Any());
        if (row < 0)
        {
            proposals.Add(new(group.Spellings, group.First, group.Role));
            return proposals.Count - 1;
        }

        proposals[row] = proposals[row] with { Spellings = [.. proposals[row].Spellings.Union(group.Spellings)] };
        return row;
    }

    private PersonRole? RoleOf(string text) =>
        As.Find(a => a.StartsWith(text + "=", StringComparison.OrdinalIgnoreCase)) is { } said && Enum.TryParse<PersonRole>(said[(text.Length + 1)..], out var role) && Enum.IsDefined(role) ? role : null;

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? AlsoMask { get; set; }
        public string? Why { get; set; }
    }
}
