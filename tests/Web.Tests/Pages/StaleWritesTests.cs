using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

public sealed class StaleWritesTests(Work work) : IClassFixture<Work>
{
    public static TheoryData<string, string> Forms => new()
    {
        { "anteckna", "Input.Text" }, { "aterkoppla", "Input.Text" }, { "atgard", "Input.Text" }, { "kontakt", "Input.Text" }, { "svara", "Input.Text" }, { "forsening", "Input.Text" }, { "sort", "Input.Why" },
        { "lova-ringa", "Input.Text" }, { "avsluta", "Input.NoMeasureBecause" }, { "lamna-over", "Input.Message" },
    };

    private static readonly (string, string?)[] Choices = [("Input.Kind", "view"), ("Input.DueAt", "2026-04-28T10:00"), ("Input.To", "traffpunkten"), ("Input.Notice", "phone")];

    // V2.3.4, V15.4.2: what somebody saw is what they answer to
    [Theory, MemberData(nameof(Forms))]
    public async Task Whoever_comes_second_is_told_and_loses_nothing(string address, string field)
    {
        var reference = await work.CaseOfAmal();
        if (address == "avsluta") await work.Do("amal", reference, "reply", new { text = "Tack.", way = "phone" });
        var (amal, maria) = (await work.As("amal"), await work.As("maria"));
        var hers = await maria.GetAsync($"/arenden/{reference}/{address}");
        await (await amal.GetAsync($"/arenden/{reference}/anteckna")).SubmitAsync(("Input.Text", "Amal var först."));
        var lines = await work.LinesOf(reference);
        (string, string?)[] typed = [(field, "Det Maria hade skrivit."), .. Choices.Where(c => hers.Document.QuerySelector($"[name='{c.Item1}']") is not null)];

        var refused = await hers.SubmitAsync(typed);
        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, sentence => sentence.StartsWith("Ärendet har ändrats sedan du öppnade sidan.", StringComparison.Ordinal));
        foreach (var (name, value) in typed) Assert.Equal(value, refused.Value(name));
        Assert.Equal(lines, await work.LinesOf(reference));

        Assert.Equal(200, (await refused.SubmitAsync()).Status);
        Assert.Equal(lines + 1, await work.LinesOf(reference));
    }

    // R-DUE: the same form twice is one line
    [Theory, MemberData(nameof(Forms))]
    public async Task The_same_form_sent_twice_is_done_once(string address, string field)
    {
        var reference = await work.CaseOfAmal();
        if (address == "avsluta") await work.Do("amal", reference, "reply", new { text = "Tack.", way = "phone" });
        var page = await (await work.As("amal")).GetAsync($"/arenden/{reference}/{address}");
        var lines = await work.LinesOf(reference);
        (string, string?)[] typed = [(field, "En gång."), .. Choices.Where(c => page.Document.QuerySelector($"[name='{c.Item1}']") is not null)];

        Assert.Equal(200, (await page.SubmitAsync(typed)).Status);
        Assert.True((await page.SubmitAsync(typed)).Status is 400 or 409);
        Assert.Equal(lines + 1, await work.LinesOf(reference));
    }

    // R-FLOW-03
    [Fact]
    public async Task Two_who_accept_at_once_do_not_both_get_it()
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone" });
        var pages = new[] { await (await work.As("karin")).GetAsync($"/arenden/{reference}/ta-emot"), await (await work.As("birgitta")).GetAsync($"/arenden/{reference}/ta-emot") };
        var lines = await work.LinesOf(reference);

        var answers = await Task.WhenAll(pages.Select(page => page.SubmitAsync()));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Single(answers, answer => answer.Status == 400 && answer.Errors.Count > 0);
        Assert.Equal(lines + 1, await work.LinesOf(reference));
    }
}
