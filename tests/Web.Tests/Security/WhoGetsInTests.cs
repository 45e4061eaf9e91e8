using System.Net;
using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Security;

public sealed class WhoGetsInTests
{
    // V6.3.1: guessing is slowed where it comes from, and the owner elsewhere is not locked out
    [Fact]
    public async Task Ten_wrong_passwords_slow_the_guesser_and_not_the_owner()
    {
        await using var app = await TestApp.StartAsync();
        // A space or a capital does not make another name of it.
        var names = new[] { "maria", " maria", "Maria", "MARIA ", "maria", "maria", "mAria", "maria\t", "maria", "maria" };
        foreach (var name in names) Assert.Equal(400, (await SignInAsync(app, name, "fel", "192.0.2.1")).Status);

        var slowed = await SignInAsync(app, "maria", DemoMunicipality.Password, "192.0.2.1");
        Assert.Equal(429, slowed.Status);
        Assert.Contains("Det har varit många försök. Vänta tio minuter och försök igen.", slowed.Errors);
        Assert.Equal("/start", (await SignInAsync(app, "maria", DemoMunicipality.Password, "192.0.2.2")).Path);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/start", (await SignInAsync(app, "maria", DemoMunicipality.Password, "192.0.2.1")).Path);
    }

    // V6.3.1: a list of names from one address
    [Fact]
    public async Task Many_names_from_one_address_are_slowed_too()
    {
        await using var app = await TestApp.StartAsync();
        for (var i = 0; i < 50; i++) await SignInAsync(app, $"namn{i}", "fel", "192.0.2.7");

        Assert.Equal(429, (await SignInAsync(app, "nytt-namn", "fel", "192.0.2.7")).Status);
    }

    // V4.1.3: only the proxy's word counts
    [Fact]
    public async Task What_a_stranger_says_about_its_address_is_not_believed()
    {
        await using var app = await TestApp.StartAsync("--Gava:Proxy=10.99.0.0/16");
        for (var i = 0; i < 10; i++) Assert.Equal(400, (await SignInAsync(app, "maria", "fel", $"192.0.2.{i}")).Status);
        Assert.Equal(429, (await SignInAsync(app, "maria", "fel", "192.0.2.200")).Status);

        using var client = new HttpClient { BaseAddress = new Uri(app.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logga-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    // V6.3.8: nothing tells whether there is such a person
    [Fact]
    public async Task A_name_that_does_not_exist_answers_as_a_wrong_password_does()
    {
        await using var app = await TestApp.StartAsync();
        var wrong = await SignInAsync(app, "maria", "fel", "192.0.2.1");
        var nobody = await SignInAsync(app, "maria2", "fel", "192.0.2.1");
        var service = await SignInAsync(app, "e-tjanst", "fel", "192.0.2.1");

        Assert.Equal(wrong.Errors, nobody.Errors);
        Assert.Equal(wrong.Errors, service.Errors);
        Assert.Equal(wrong.Status, nobody.Status);
        TimeSpan Took(IEnumerable<TimeSpan> all) => all.Order().ElementAt(2);
        List<TimeSpan> known = [], unknown = [];
        for (var i = 0; i < 5; i++)
        {
            known.Add(await TimeAsync(() => SignInAsync(app, "maria", "fel", $"192.0.2.{i + 10}")));
            unknown.Add(await TimeAsync(() => SignInAsync(app, "ingen-alls", "fel", $"192.0.2.{i + 10}")));
        }

        // The password's rounds cost the same; without them it would be a hundredth.
        Assert.True(Took(unknown) > Took(known) / 3, $"{Took(unknown)} against {Took(known)}");
    }

    // V2.2.1, V6.2
    [Fact]
    public async Task No_name_or_password_breaks_the_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        var address = 0;
        foreach (var (name, typed) in Hostile.Words.Concat(Hostile.NoWords.Where(v => v.Key != "NUL")).Concat(Hostile.Nothing))
        {
            foreach (var (userName, password) in new[] { (typed, "fel"), ("maria", typed) })
            {
                var answer = await SignInAsync(app, userName, password, $"198.51.100.{address++ / 5}");
                Assert.True(answer.Status == 400, $"{name}: {answer.Status}");
                Assert.Contains("Användarnamnet eller lösenordet stämmer inte. Försök igen.", answer.Errors);
                if (typed.Length < 1000) Assert.DoesNotContain(app.LogLines, line => typed.Trim().Length > 3 && line.Contains(typed, StringComparison.Ordinal));
            }
        }
    }

    // V7.4.1: a kept copy of the cookie is worth nothing
    [Fact]
    public async Task A_session_ends_at_sign_out_also_for_whoever_kept_its_cookie()
    {
        await using var app = await TestApp.StartAsync();
        var amal = await app.SignInAsync("amal");
        var elsewhere = await app.SignInAsync("amal");
        var kept = amal.Cookies.GetCookieHeader(new Uri(app.Url));

        await (await amal.GetAsync("/logga-ut")).SubmitAsync();

        Assert.StartsWith("/logga-in", (await amal.GetAsync("/start")).Path, StringComparison.Ordinal);
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/start");
        request.Headers.Add("Cookie", kept);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.SendAsync(request)).StatusCode);
        Assert.Equal("/start", (await elsewhere.GetAsync("/start")).Path);
    }

    // V5.1 of the redirects: V1.2.2, V3.7.2
    [Theory]
    [InlineData("https://ond.example/"), InlineData("//ond.example"), InlineData("/\\ond.example"), InlineData("\\\\ond.example"), InlineData("javascript:alert(1)"), InlineData("https:ond.example"), InlineData("/%09/ond.example"),
        InlineData("%2F%2Fond.example"), InlineData(" //ond.example"), InlineData("http://127.0.0.1@ond.example/"), InlineData("~//ond.example"), InlineData("/\t/ond.example")]
    public async Task Signing_in_never_leads_to_another_host(string till)
    {
        await using var app = await TestApp.StartAsync();
        using var client = new HtmlClient(app.Url);
        var page = await client.GetAsync($"/logga-in?till={Uri.EscapeDataString(till)}");
        using var handler = new HttpClientHandler { CookieContainer = client.Cookies, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(app.Url) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["username"] = "maria",
            ["password"] = DemoMunicipality.Password,
            ["__RequestVerificationToken"] = page.Value("__RequestVerificationToken")!,
        });
        using var answer = await http.PostAsync(page.Path, form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var target = answer.Headers.Location!.OriginalString;
        Assert.True(target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal) && !target.Contains('\\') && !target.Contains('\t'), target);
    }

    // V7.4.2, R-SEC-01: whose time has passed sees nothing, also with a session
    [Fact]
    public async Task Whose_time_has_passed_can_sign_in_and_sees_no_case()
    {
        await using var work = new Disposable(await WorkAsync());
        var reference = await work.It.CaseOfAmal("Hissen står still.");
        var vera = await work.It.As("vera");
        foreach (var address in new[] { "/start", "/arenden?status=all", "/arenden?q=hissen" })
        {
            var page = await vera.GetAsync(address);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain(reference, page.Source, StringComparison.Ordinal);
        }
    }

    private static async Task<Work> WorkAsync()
    {
        var work = new Work();
        await work.InitializeAsync();
        return work;
    }

    private sealed record Disposable(Work It) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => It.DisposeAsync();
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await act();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start);
    }

    private static async Task<HtmlPage> SignInAsync(TestApp app, string userName, string password, string address)
    {
        using var client = new HtmlClient(app.Url);
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        var page = await client.GetAsync("/logga-in");
        return await page.SubmitAsync(("username", userName), ("password", password));
    }
}
