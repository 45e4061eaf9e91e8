using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>Every field of /arenden/nytt against what should not be in it.</summary>
public sealed class HostileRegisteringTests(Work work) : IClassFixture<Work>
{
    private static readonly (string, string?)[] Right = [("Input.Text", "Ingen kom i morse."), ("Input.Reply", "none"), ("Input.Name", "Elsa Exempel"), ("Input.Phone", "070-174 06 05")];

    public static TheoryData<string> Fields => ["Input.Text", "Input.Kind", "Input.Channel", "Input.Unit", "Input.ReceivedAt", "Input.Name", "Input.Phone", "Input.Email", "Input.Address", "Input.Reply", "Input.Relation",
        "Input.ReceivedBy", "Input.Anonymous", "Input.Protected", "submissionId"];

    // V2.2.1, V2.2.2, R-IN-03
    [Theory, MemberData(nameof(Fields))]
    public async Task A_field_refuses_what_it_cannot_take_and_keeps_what_was_typed(string field)
    {
        var amal = await work.As("amal");
        var before = await CasesAsync();
        foreach (var (name, typed) in Refused(field))
        {
            var answer = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync([.. Right, (field, typed)]);

            HostileFormsTests.AssertRefused(answer, $"{field} {name}");
            if (field is not ("Input.Anonymous" or "Input.Protected" or "submissionId")) HostileFormsTests.AssertKept(answer, field, typed, $"{field} {name}");
            foreach (var (other, value) in Right.Where(r => r.Item1 != field)) HostileFormsTests.AssertKept(answer, other, value!, $"{other} when {field} is {name}");
        }

        Assert.Equal(before, await CasesAsync());
    }

    // V1.2.1
    [Theory]
    [InlineData("Input.Text"), InlineData("Input.Name"), InlineData("Input.Address"), InlineData("Input.AlsoMask")]
    public async Task Strange_words_are_taken_as_words_and_shown_as_text(string field)
    {
        var amal = await work.As("amal");
        foreach (var (name, typed) in Hostile.Words)
        {
            var value = field == "Input.Name" ? typed.ReplaceLineEndings(" ") : typed;
            var answer = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync([.. Right, (field, value)]);
            if (answer.Path == "/arenden/nytt") answer = await answer.SubmitAsync();
            Assert.True(answer.Path.StartsWith("/arenden/2026-", StringComparison.Ordinal), $"{field} {name}: {answer.Status} {string.Join(" ", answer.Errors)}");
            HostileFormsTests.AssertNoForeignElements(answer);
            var opened = await (await amal.GetAsync($"{answer.Path}/uppgifter")).SubmitAsync(("Input.Reason", "contact"));
            Assert.Equal(200, opened.Status);
            HostileFormsTests.AssertNoForeignElements(opened);
        }
    }

    // R-REG-02: maskings that nobody proposed are not believed
    [Fact]
    public async Task Made_up_maskings_and_thousands_of_them_do_no_harm()
    {
        var amal = await work.As("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        (string, string)[] fields = [("Input.Text", "Karin Holmlund kom inte."), ("Input.Kind", "complaint"), ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"), ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Reply", "none")];
        foreach (var masks in new[] { ["-1-5-PERSON", "0-999-PERSON", "<b>"], Enumerable.Repeat("0-5-PERSON", 1900).ToArray(), [.. Enumerable.Repeat("0-5-PERSON", 2500)] })
        {
            var answer = await Raw.PostAsync(amal, page, "/arenden/nytt", [.. fields, .. masks.Select(m => ("mask", m)), ("reviewed", "0000")]);
            Assert.True(answer.Status is 200 or 400, $"{answer.Status}");
            Assert.Equal("/arenden/nytt", answer.Path);
        }
    }

    // R-REG-02, V14.1
    [Fact]
    public async Task The_preview_shows_text_as_text_and_nothing_when_it_is_too_long()
    {
        var amal = await work.As("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        foreach (var text in Hostile.Words.Values.Concat(Hostile.NoWords.Where(v => v.Key != "NUL").Select(v => v.Value)))
        {
            var answer = await Raw.PostAsync(amal, page, "/arenden/nytt/granska", ("text", text));
            Assert.Equal(200, answer.Status);
            Assert.Empty(answer.Document.QuerySelectorAll("script, img, svg, [onerror], [onload]"));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Refused(string field) => field switch
    {
        "Input.Text" => Hostile.Nothing.Concat(Hostile.NoWords),
        "Input.Kind" or "Input.Channel" or "Input.Unit" => Hostile.Nothing.Concat(Hostile.NoChoice),
        "Input.ReceivedAt" => Hostile.Nothing.Concat(Hostile.NoMoment),
        "Input.Name" or "Input.Address" => Hostile.NoWords,
        "Input.Phone" => Hostile.NoWords.Concat(Hostile.Words).Append(new("short", "12")).Append(new("long", new string('1', 41))).Append(new("words", "ring mig")),
        "Input.Email" => Hostile.NoWords.Concat(Hostile.Words).Append(new("two", "a@b.example, c@d.example")).Append(new("no host", "a@")).Append(new("a header", "a@b.example\r\nBcc: c@d.example")),
        "Input.Reply" => Hostile.NoChoice.Append(new("no number to call", "email")),
        "Input.Anonymous" => Hostile.NoChoice.Append(new("with a name", "true")),
        "submissionId" => Hostile.NoChoice,
        _ => Hostile.NoChoice,
    };

    private async Task<int> CasesAsync()
    {
        await using var database = work.App.Database();
        return await database.Cases.CountAsync();
    }
}
