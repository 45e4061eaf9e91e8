using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rutiner;

/// <summary>What differs between two versions, by the sentences that people read.</summary>
public sealed class JamforModel(RoutineBook book) : StaffPage
{
    public sealed record Difference(string Heading, IReadOnlyList<string> Gone, IReadOnlyList<string> New);

    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "fran")]
    public int From { get; set; }

    [BindProperty(SupportsGet = true, Name = "till")]
    public int To { get; set; }

    public Routine Old { get; private set; } = null!;

    public Routine Newer { get; private set; } = null!;

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Old = await book.FindVersionAsync(Name, From) ?? throw new NotFound();
        Newer = await book.FindVersionAsync(Name, To) ?? throw new NotFound();
        var (before, after) = (Sentences(Old), Sentences(Newer));
        Differences = [.. before.Keys.Union(after.Keys).Select(heading => Differ(heading, before.GetValueOrDefault(heading, []), after.GetValueOrDefault(heading, [])))
            .Where(d => d.Gone.Count + d.New.Count > 0)];
    }

    private static Difference Differ(string heading, IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        new(heading, [.. before.Except(after)], [.. after.Except(before)]);

    private static Dictionary<string, IReadOnlyList<string>> Sentences(Routine routine) =>
        RoutineInWords.Parts(routine).ToDictionary(p => p.Heading, p => (IReadOnlyList<string>)[.. p.Rules.Select(r => r.Sentence)]);
}
