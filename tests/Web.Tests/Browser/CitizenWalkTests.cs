using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Browser;

/// <summary>Walkthrough W1 from the other side: whoever got cold food, from the start page to the survey, on a telephone (R-IN-04, R-IN-05, R-FLOW-13, R-FLOW-17).</summary>
[Trait("Category", "Browser")]
public sealed class CitizenWalkTests(Work work) : IClassFixture<Work>
{
    private static readonly string[] Planted = ["Tallström", "Stålberg", "070-174"];

    [Fact]
    public Task Whoever_got_cold_food_asks_reads_asks_again_and_rates() => WalkAsync("sv", javaScript: true, isSatisfied: true);

    [Theory]
    [InlineData("sv", false, false)]
    [InlineData("ar", true, true)]
    [InlineData("ar", false, false)]
    [Trait("Database", "None")] // the same way in other clothes
    public Task So_do_they_without_script_from_right_to_left_and_when_they_are_not_satisfied(string language, bool javaScript, bool isSatisfied) => WalkAsync(language, javaScript, isSatisfied);

    private async Task WalkAsync(string language, bool javaScript, bool isSatisfied)
    {
        var (citizen, said) = (await Citizen.ComeAsync(work.App, language, javaScript), language == "ar" ? Arabic : Swedish);
        await citizen.EnterAsync();
        await citizen.LeaveAsync(said.Complaint, "koket-eken");
        var (t, reference) = (citizen.Tongue, citizen.Reference);

        // The routine promises no day (S1.49), and so does the page.
        await citizen.FollowAsync();
        await citizen.HasReachedAsync("received");
        await citizen.SeesAsync(said.Complaint, t["case.nobody"], t["case.talk.none"]);
        Assert.DoesNotContain(t["case.promises"], await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        work.App.Clock.Advance(TimeSpan.FromHours(20));
        await work.Do("lotta", reference, "take", new { });
        await citizen.FollowAsync();
        await citizen.HasReachedAsync("inProgress");
        await citizen.SeesAsync(t.Of("case.handler", "Lotta Engdahl, Kökschef"));

        await work.Do("lotta", reference, "measure", new { text = "Värmevagnen är lagad." });
        await work.Do("lotta", reference, "reply", new { text = said.Reply, way = "web" });
        await citizen.FollowAsync();
        await citizen.HasReachedAsync("answered");
        await citizen.SeesAsync(said.Reply, t.Of("case.from.us", "Lotta Engdahl"), t["case.rate.lead"]);
        await citizen.WriteAsync(said.NextQuestion);

        work.App.Clock.Advance(TimeSpan.FromHours(26));
        await work.Do("lotta", reference, "reply", new { text = said.NextReply, way = "web" });
        await citizen.FollowAsync();
        await citizen.SeesAsync(said.Reply, said.NextQuestion, said.NextReply);
        await citizen.RateAsync(4, 5, 5);
        if (!isSatisfied) await citizen.AskForAnotherAsync(said.Complaint);
        await citizen.Page.CloseAsync();
        await StaffSeeAsync(reference, citizen.Code, isSatisfied);
    }

    /// <summary>All that was said is on the case, masked; neither names nor the code are anywhere else. R-REG-02, R-SEC-04</summary>
    private async Task StaffSeeAsync(string reference, string code, bool isSatisfied)
    {
        var shown = await (await work.As("lotta")).GetAsync($"/arenden/{reference}");
        Assert.Contains("[namn]", shown.Text, StringComparison.Ordinal);
        Assert.Equal(!isSatisfied, shown.Text.Contains("vill att någon annan tittar på det", StringComparison.Ordinal));
        Assert.DoesNotContain(Planted.Append(code), secret => shown.Source.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(work.App.LogLines, line => Planted.Append(code).Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private sealed record Conversation(string Complaint, string Reply, string NextQuestion, string NextReply);

    private static readonly Conversation Swedish = new(
        "Är det meningen att maten ska vara kall? I onsdags var potatisen iskall igen. Gunilla Tallström sa att det är så det är. Nås på 070-174 06 21.",
        "Tack för att du berättade. Jag beklagar att maten var kall. Vi har lagat värmevagnen, och ser till att det inte händer igen.",
        "Blir det likadant i sommar? Hälsa Ebba Stålberg.",
        "Tack för att du frågade. Nej, vi mäter värmen varje dag, också i sommar.");

    /// <summary>The same in Arabic, with the names of staff as they are written at work.</summary>
    private static readonly Conversation Arabic = new(
        "هل من المفترض أن يكون الطعام بارداً؟ كانت البطاطس باردة جداً يوم الأربعاء. قالت Gunilla Tallström إن الأمر هكذا. هاتفي 070-174 06 21.",
        "شكراً لأنك أخبرتنا. أنا آسف لأن الطعام كان بارداً. أصلحنا عربة التدفئة ولن يتكرر ذلك.",
        "هل سيكون الأمر كذلك في الصيف؟ تحياتي إلى Ebba Stålberg.",
        "شكراً على سؤالك. لا، نحن نقيس الحرارة كل يوم، وفي الصيف أيضاً.");
}
