using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Learning;
using Gava.Operations.Routines;

namespace Gava.Web.Tests.Operations;

/// <summary>R-LEARN-01: categories are merged and renamed in a new version of the routine; what was set keeps its words, what is counted goes on.</summary>
public sealed class CategoryHistoryTests
{
    private const string Routine = "nacka-socialtjanst";
    private const string Waiting = "        { \"code\": \"vantetid\", \"label\": \"Kort väntetid för besök\" },\n";
    private const string Quick = "{ \"code\": \"snabbhet\", \"label\": \"Snabb handläggning\" }";

    [Fact]
    public async Task Two_categories_become_one_and_what_was_set_to_either_is_counted_found_and_learnt_from_as_it()
    {
        await using var floor = await Floor.StartAsync();
        var kerstin = await floor.ViewerAsync("kerstin");
        var (slow, late) = (await CategorisedAsync("Jag fick vänta två timmar i receptionen.", "vantetid"), await CategorisedAsync("Beskedet tog ett halvår.", "snabbhet"));
        Assert.Equal((1, 1), await CountedAsync());
        Assert.Empty(await PublishedAsync(floor, 2, (Waiting, ""), (Quick, "{ \"code\": \"snabbhet\", \"label\": \"Det går fort\", \"formerly\": [\"vantetid\"] }")));

        Assert.Equal((0, 2), await CountedAsync());
        Assert.Equal("Det går fort", (await floor.Get<ReportDesk>().ReadAsync(kerstin, "2026", null, false, false)).Words.Of("received.byCategory", "snabbhet"));
        var search = floor.Get<CaseSearch>();
        Assert.Equal(2, (await search.FindAsync(kerstin, new() { Category = "snabbhet" })).Rows.Count);
        Assert.Equal(slow, Assert.Single((await search.FindAsync(kerstin, new() { Category = "snabbhet", Words = "receptionen" })).Rows).Reference);

        // The case itself says what it was set to, in the words of its own version.
        Assert.Equal("vantetid", Assert.Single((await floor.Get<CaseReading>().OpenAsync(kerstin, slow)).Case.Categories).Code);
        Assert.Equal("snabbhet", Assert.Single((await floor.Get<CaseReading>().OpenAsync(kerstin, late)).Case.Categories).Code);

        async Task<(decimal, decimal)> CountedAsync()
        {
            var figures = (await floor.Get<ReportDesk>().ReadAsync(kerstin, "2026", null, false, false)).Figures;
            return (figures["received.byCategory", "vantetid"].Value ?? 0, figures["received.byCategory", "snabbhet"].Value ?? 0);
        }

        async Task<CaseReference> CategorisedAsync(string text, string code)
        {
            var reference = await floor.RegisterAsync("nadia", "barn-och-familj", text);
            await floor.Desk.CategoriseAsync(kerstin, reference, new(null), "kvalitetsindikator", [code]);
            return reference;
        }
    }

    [Fact]
    public async Task A_category_that_nobody_takes_over_is_told_before_the_version_is_published()
    {
        await using var floor = await Floor.StartAsync();
        Assert.Equal(["Kategorin Kort väntetid för besök (vantetid) finns inte längre. Skriv \"formerly\": [\"vantetid\"] hos den som tar över, så räknas det gamla dit."], await PublishedAsync(floor, 2, (Waiting, "")));
    }

    private static async Task<IReadOnlyList<string>> PublishedAsync(Floor floor, int version, params (string Old, string New)[] changes)
    {
        var routines = floor.Get<RoutineDesk>();
        var source = (await routines.SourceAsync(Routine, version - 1)).ReplaceLineEndings("\n").Replace($"\"version\": {version - 1}", $"\"version\": {version}", StringComparison.Ordinal);
        foreach (var (old, @new) in changes)
        {
            Assert.Contains(old, source, StringComparison.Ordinal);
            source = source.Replace(old, @new, StringComparison.Ordinal);
        }

        var published = await routines.PublishAsync(null, source);
        Assert.Empty(published.Faults);
        return [.. published.Gaps.Where(g => g.Contains("Kategori", StringComparison.Ordinal))];
    }
}
