using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>The citizen's door with keys only: the focus is always seen, goes as one reads, and everything can be done (WCAG 2.1.1, 2.4.3, 2.4.7).</summary>
[Trait("Category", "Browser")]
[Trait("Database", "None")]
public sealed class CitizenKeyboardTests(Work work) : IClassFixture<Work>
{
    private const string Said = "Maten var kall i dag igen.";

    public static TheoryData<string> Addresses =>
        ["/", "/lamna", "/lamna?lang=ar", "/folj", "/folj?lang=ar", "/betyg/fel", "/ni-tyckte", "/statistik", "/statistik?lang=ar", "/personuppgifter", "/tillganglighet", "/blankett/visa?enhet=stad", "/lamna/finns-inte"];

    [Theory, MemberData(nameof(Addresses))]
    public async Task Tabbing_goes_through_the_page_as_it_is_read_and_out_of_it(string address)
    {
        var keyboard = await Keyboard.ComeAsync(work.App);
        await keyboard.OpenAsync(address);
        var links = await keyboard.Page.Locator("a[href], button:visible, input:not([type=hidden]):not([type=radio]), select, textarea").CountAsync();
        var passed = await keyboard.TabThroughAsync();
        Assert.InRange(passed.Count, Math.Max(1, links), links + 10);
        await keyboard.Page.CloseAsync();
    }

    // R-IN-04, R-FLOW-13, R-FLOW-17
    [Fact]
    public async Task Somebody_leaves_follows_answers_and_rates_with_keys_only()
    {
        var t = Tongue.Find("sv");
        var keyboard = await Keyboard.ComeAsync(work.App);
        await keyboard.OpenAsync("/");
        await keyboard.FollowAsync(t["start.leave"]);

        // What is wrong has the focus, and its link leads to the field.
        await keyboard.FollowAsync(t["form.send"]);
        await Assertions.Expect(keyboard.Page.Locator("[role=alert]")).ToBeFocusedAsync();
        await keyboard.UnfoldAsync(t["error.text-missing"]);
        Assert.Equal("text", await keyboard.FocusedIdAsync());
        await keyboard.TypeAsync("text", Said);
        await keyboard.ChooseAsync("kind", "Klagomål");
        await keyboard.SelectAsync("unit", "Dagverksamheten Solsidan");
        await keyboard.AttachAsync("files", new() { Name = "maten.txt", MimeType = "text/plain", Buffer = "Kall."u8.ToArray() });
        await keyboard.CheckAsync("anonymous");
        await keyboard.FollowAsync(t["form.send"]);

        var receipt = await keyboard.TextAsync();
        Assert.Contains(t["receipt.title"], receipt, StringComparison.Ordinal);
        var code = await keyboard.Page.Locator("main .code").InnerTextAsync();
        var reference = await keyboard.Page.Locator(".receipt").GetAttributeAsync("data-ref") ?? "";
        await keyboard.TabThroughAsync();
        await keyboard.FollowAsync(t["receipt.follow"]);
        Assert.Contains(Said, await keyboard.TextAsync(), StringComparison.Ordinal);

        await work.Do("yasmin", reference, "take", new { });
        await work.Do("yasmin", reference, "ask", new { text = "Vilken dag var det?", way = "web" });
        await FollowAsync();
        Assert.Contains("Vilken dag var det?", await keyboard.TextAsync(), StringComparison.Ordinal);
        await keyboard.TypeAsync("message", "I onsdags.");
        await keyboard.FollowAsync(t["case.write.send"]);
        Assert.Contains(t["case.written"], await keyboard.TextAsync(), StringComparison.Ordinal);

        await work.Do("yasmin", reference, "reply", new { text = "Tack. Vi beklagar. Från i dag serveras maten varm.", way = "web" });
        await FollowAsync();
        await keyboard.TabThroughAsync();
        foreach (var (question, grade) in new[] { ("clearness", "4"), ("simplicity", "5"), ("manner", "5") }) await keyboard.ChooseAsync(question, grade);
        await keyboard.FollowAsync(t["case.rate.send"]);
        Assert.Contains(t["case.rated"], await keyboard.TextAsync(), StringComparison.Ordinal);

        await keyboard.UnfoldAsync(t["case.unhappy"]);
        await keyboard.TypeAsync("another-text", "Maten var kall i dag igen.");
        await keyboard.FollowAsync(t["case.unhappy.send"]);
        Assert.Contains(t["case.unhappy.asked"], await keyboard.TextAsync(), StringComparison.Ordinal);
        await keyboard.Page.CloseAsync();

        async Task FollowAsync()
        {
            await keyboard.OpenAsync("/folj");
            await keyboard.TypeAsync("code", code);
            await keyboard.FollowAsync(t["follow.open"]);
        }
    }

    // The way to the text, and to another language, are the first that one comes to.
    [Fact]
    public async Task The_first_key_leads_past_the_top_and_the_languages_are_near()
    {
        var keyboard = await Keyboard.ComeAsync(work.App);
        await keyboard.OpenAsync("/lamna");
        await keyboard.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(Tongue.Find("sv")["skip"], (await keyboard.Page.EvaluateAsync<string>("() => document.activeElement.textContent")).Trim());
        await keyboard.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(keyboard.Page.Locator("main")).ToBeFocusedAsync();
        await keyboard.OpenAsync("/lamna");
        await keyboard.FollowAsync(Tongue.Find("ar").Name);
        await Assertions.Expect(keyboard.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await keyboard.Page.CloseAsync();
    }
}
