using Gava.Domain;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Learning;

namespace Gava.Web.Tests.Operations;

// R-LEARN-05: what recurs is proposed as one theme, looked into once, answered each for itself
public sealed class ThemeTests
{
    private static readonly string[] Cold = ["Maten från köket är kall när den kommer.", "Kall mat från köket igen, tredje gången.", "Är det meningen att maten från köket ska vara kall?"];

    [Fact]
    public async Task What_several_say_is_proposed_gathered_and_looked_into_once()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ThemeDesk>();
        await ComplainAsync(floor, [.. Cold, "Ingen ringde tillbaka."]);
        var maria = await floor.ViewerAsync("maria");
        var proposal = Assert.Single((await desk.AllAsync(maria)).Proposals);
        Assert.Equal((3, "socialpsykiatri"), (proposal.Cases.Count, proposal.Unit.Slug));
        Assert.Contains("kall", proposal.Words);

        var id = await desk.StartAsync(maria, "Kall mat, säger Ellinor Brask", References(proposal), "amal");
        Assert.Empty((await desk.AllAsync(maria)).Proposals);
        var theme = (await desk.OpenAsync(maria, id)).Theme;
        Assert.Equal("Kall mat, säger [namn]", theme.Title);

        // One more says the same: it is proposed to the theme.
        var more = await floor.RegisterAsync(text: "Köket skickar maten kall.");
        var joins = Assert.Single((await desk.AllAsync(maria)).Proposals);
        Assert.Equal(($"{more}", id), ($"{Assert.Single(joins.Cases).Reference}", joins.Theme!.Id));
        await desk.AddAsync(maria, id, References(joins));
        Assert.Equal(4, (await desk.OpenAsync(maria, id)).Cases.Count);

        // The one who looks into it has it before them until they have told.
        var amal = await floor.ViewerAsync("amal");
        Assert.Equal((1, 0), (await desk.WaitingAsync(amal), await desk.WaitingAsync(maria)));
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.RemoveAsync(amal, id, $"{more}"))).Code);
        await desk.TellAsync(amal, id, "Vagnen är trasig. Ring 070-174 06 61.");
        Assert.Equal(0, await desk.WaitingAsync(amal));
        Assert.Equal("Vagnen är trasig. Ring [telefon].", Assert.Single(await desk.OfCaseAsync(maria, more.Number)).Finding);
        await desk.RemoveAsync(maria, id, $"{more}");
        Assert.Empty(await desk.OfCaseAsync(maria, more.Number));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact]
    public async Task What_somebody_said_is_not_one_thing_is_not_proposed_again_until_three_more_have_come()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ThemeDesk>();
        await ComplainAsync(floor, Cold);
        var maria = await floor.ViewerAsync("maria");
        var proposal = Assert.Single((await desk.AllAsync(maria)).Proposals);
        await desk.DismissAsync(maria, References(proposal));
        Assert.Equal((0, 0), await SizesAsync());
        await ComplainAsync(floor, Cold[..2]);
        Assert.Equal((0, 0), await SizesAsync());
        await ComplainAsync(floor, Cold[2..]);
        Assert.Equal((1, 0), await SizesAsync());

        async Task<(int, int)> SizesAsync() => await desk.AllAsync(maria) is var view ? (view.Proposals.Count, view.Themes.Count) : default;
    }

    [Fact] // R-REG-02: the words of a theme are the register's of today
    public async Task A_name_that_is_hidden_afterwards_ties_nothing()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ThemeDesk>();
        var cases = await ComplainAsync(floor, "Granen kom med kall mat.", "Kall mat när granen kom.");
        var maria = await floor.ViewerAsync("maria");
        var id = await desk.StartAsync(maria, "Kall mat", cases, "maria");
        Assert.Contains("granen", (await desk.OpenAsync(maria, id)).Words);
        foreach (var one in cases) await floor.Desk.MaskAsync(maria, new(2026, long.Parse(one.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)), new(null), ["granen"]);
        Assert.Equal(["kall", "mat"], (await desk.OpenAsync(maria, id)).Words.Order(StringComparer.Ordinal));
    }

    [Fact] // R-SEC-03: what is kept from somebody is in no theme, and leaves those that it was in for them
    public async Task A_case_that_somebody_is_kept_from_is_in_no_theme()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ThemeDesk>();
        var cases = await ComplainAsync(floor, Cold);
        await floor.SqlAsync($"INSERT INTO case_hidden (case_id, person_id) SELECT {cases[0].Split('-')[1]}, id FROM person WHERE user_name = 'amal'");
        var maria = await floor.ViewerAsync("maria");
        Assert.Empty((await desk.AllAsync(maria)).Proposals);
        Assert.Equal("theme-case-hidden", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(maria, "Kall mat", cases, "maria"))).Code);

        var id = await desk.StartAsync(maria, "Kall mat", cases[1..], "maria");
        var amal = await floor.ViewerAsync("amal");
        Assert.Single(await desk.OfCaseAsync(amal, long.Parse(cases[1].Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)));
        await floor.SqlAsync($"INSERT INTO case_hidden (case_id, person_id) SELECT {cases[2].Split('-')[1]}, id FROM person WHERE user_name = 'amal'");
        Assert.Empty(await desk.OfCaseAsync(amal, long.Parse(cases[1].Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)));
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(amal, id));
    }

    [Fact] // R-SEC-01: one unit's leader neither sees nor gathers another's cases
    public async Task Whoever_leads_both_places_gathers_across_them_and_each_sees_their_own()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<ThemeDesk>();
        var here = await ComplainAsync(floor, Cold[..2]);
        var there = $"{await floor.RegisterAsync("nadia", "barn-och-familj", Cold[2])}";
        var (maria, johan, kerstin) = (await floor.ViewerAsync("maria"), await floor.ViewerAsync("johan"), await floor.ViewerAsync("kerstin"));
        Assert.Empty((await desk.AllAsync(maria)).Proposals);
        Assert.Equal("case-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(maria, "Kall mat", [.. here, there], "maria"))).Code);
        Assert.Equal("theme-cases-few", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(maria, "Kall mat", [here[0], here[0]], "maria"))).Code);
        Assert.Equal("person-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(maria, "Kall mat", here, "ingen"))).Code);
        Assert.Equal("title-length", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(maria, " ", here, "maria"))).Code);

        Assert.Equal("social", Assert.Single((await desk.AllAsync(kerstin)).Proposals).Unit.Slug);
        var id = await desk.StartAsync(kerstin, "Kall mat", [.. here, there], "kerstin");
        Assert.Equal((3, 2), ((await desk.OpenAsync(kerstin, id)).Cases.Count, (await desk.OpenAsync(maria, id)).Cases.Count));
        Assert.False((await desk.OpenAsync(maria, id)).MayTell);
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(johan, id));
    }

    private static IReadOnlyList<string> References(ThemeProposal proposal) => [.. proposal.Cases.Select(c => $"{c.Reference}")];

    private static async Task<string[]> ComplainAsync(Floor floor, params string[] texts)
    {
        List<string> references = [];
        foreach (var text in texts) references.Add($"{await floor.RegisterAsync(text: text)}");
        return [.. references];
    }
}
