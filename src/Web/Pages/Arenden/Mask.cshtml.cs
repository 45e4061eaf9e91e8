using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A text of the register as it stands, with what may have to be hidden in it.</summary>
public sealed record ShownText(string Heading, IReadOnlyList<Piece> Pieces);

/// <summary>Something found that is proposed to be hidden, wherever it stands in the case.</summary>
public sealed record Proposal(IReadOnlyList<string> Spellings, Finding First, PersonRole? Role)
{
    public string Text => Spellings[0];
}

/// <summary>Hides what slipped through when it was written: in the text and in the journal (R-REG-02).</summary>
public sealed class MaskModel(CaseReading reading, CaseDesk desk) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The proposals that are to be hidden, by their text.</summary>
    [BindProperty(Name = "mask")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>What somebody is called instead: the text, an equals sign and a role.</summary>
    [BindProperty(Name = "as")]
    public List<string> As { get; set; } = [];

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
        await ShowAsync();
        var words = Proposals.Where(p => Chosen.Contains(p.Text)).SelectMany(p => p.Spellings).Concat(Masking.WordsIn(Input.AlsoMask)).ToList();
        await desk.MaskAsync(Viewer, Reference, new(Seen.Version), words, RoleOf);
        return BackToCase("Det är dolt. Det som stod finns i valvet.");
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
    }
}
