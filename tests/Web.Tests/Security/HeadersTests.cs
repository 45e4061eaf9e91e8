using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Security;

public sealed partial class HeadersTests(Work work) : IClassFixture<Work>
{
    public static TheoryData<string, string, int> Answers => new()
    {
        { "GET", "/", 200 }, { "GET", "/logga-in", 200 }, { "GET", "/finns-inte", 404 }, { "GET", "/arenden/2026-999999", 302 }, { "POST", "/logga-in", 400 }, { "PUT", "/logga-in", 405 },
        { "GET", "/css/gava.css", 200 }, { "GET", "/js/gava.js", 200 }, { "GET", "/img/gava.svg", 200 }, { "GET", "/css/finns-inte.css", 404 }, { "POST", "/css/gava.css", 405 },
        { "GET", "/api/v1/cases", 401 }, { "GET", "/api/v1/finns-inte", 404 }, { "DELETE", "/api/v1/cases", 405 }, { "GET", "/openapi/v1.json", 200 }, { "GET", "/openapi/v2.json", 404 },
        { "GET", "/healthz", 200 }, { "GET", "/readyz", 200 }, { "HEAD", "/", 200 }, { "GET", "/%00", 404 }, { "GET", "/..%2f..%2fappsettings.json", 404 }, { "GET", "/appsettings.json", 404 }, { "GET", "/gava.dll", 404 },
    };

    // V3.4.3, V3.4.4, V3.4.5, V3.4.6, V3.4.8, V13.4.6
    [Theory, MemberData(nameof(Answers))]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string method, string address, int status)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(work.App.Url) };
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await client.SendAsync(request);

        if (address != "/%00") Assert.Equal(status, (int)answer.StatusCode);
        else Assert.True((int)answer.StatusCode is 400 or 404);
        if (address == "/%00" && !answer.Headers.Contains("Content-Security-Policy")) return;
        AssertHeaders(answer);
    }

    [Fact]
    public async Task The_pages_of_staff_carry_them_too()
    {
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        foreach (var address in new[] { "/start", "/arenden", "/arenden/nytt", $"/arenden/{reference}", $"/arenden/{reference}/svara", "/arenden/2026-999999", $"/arenden/{reference}/uppgifter" })
        {
            using var answer = await amal.Http.GetAsync(address);
            AssertHeaders(answer);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    // V3.4.3: the policy is not undone by the page itself; and no reference or word leaves for another host
    [Fact]
    public async Task No_page_has_script_or_style_in_it_or_asks_another_host()
    {
        var reference = await work.CaseOfAmal("Hissen står still.");
        var amal = await work.As("amal");
        foreach (var address in new[] { "/", "/logga-in", "/start", "/arenden?q=hissen", "/arenden/nytt", $"/arenden/{reference}", $"/arenden/{reference}/svara", $"/arenden/{reference}/uppgifter", "/stilguide" })
        {
            var page = await amal.GetAsync(address);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), style, [style], iframe, object, embed, base, meta[http-equiv]"));
            Assert.DoesNotContain(page.Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            foreach (var link in page.Document.QuerySelectorAll("[src], [href], [action], [formaction], [poster], [srcset], [data], [ping]").SelectMany(e => e.Attributes)
                .Where(a => a.Name is "src" or "href" or "action" or "formaction" or "poster" or "srcset" or "data" or "ping").Select(a => a.Value))
            {
                Assert.False(Foreign().IsMatch(link), $"{address}: {link}");
            }
        }

        foreach (var file in new[] { "/css/gava.css", "/css/theme.css", "/lib/designsystemet.css", "/js/gava.js" })
        {
            Assert.DoesNotMatch(@"(url\(\s*['""]?|@import\s+['""]?|fetch\(\s*['""`])(https?:)?//", await amal.Http.GetStringAsync(file));
        }
    }

    // V3.4.1, V3.3.1, V3.3.2, V3.3.3, V3.3.4
    [Fact]
    public async Task Over_https_the_cookies_belong_to_this_host_alone()
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(work.App.Url) };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var jar = new Dictionary<string, string>();

        var page = await SendAsync(http, jar, HttpMethod.Get, "/logga-in");
        var signedIn = await SendAsync(http, jar, HttpMethod.Post, "/logga-in", ("username", "amal"), ("password", DemoMunicipality.Password), ("__RequestVerificationToken", Token(page.Body)));
        Assert.Equal("/start", signedIn.Answer.Headers.Location!.OriginalString);
        var start = await SendAsync(http, jar, HttpMethod.Get, "/start");
        Assert.Equal(200, (int)start.Answer.StatusCode);
        var reference = await work.CaseOfAmal();
        var form = await SendAsync(http, jar, HttpMethod.Get, $"/arenden/{reference}/anteckna");
        var noted = await SendAsync(http, jar, HttpMethod.Post, $"/arenden/{reference}/anteckna", ("Input.Text", "Har ringt."), ("__RequestVerificationToken", Token(form.Body)));
        Assert.Equal(302, (int)noted.Answer.StatusCode);
        Assert.Contains("Anteckningen är sparad.", (await SendAsync(http, jar, HttpMethod.Get, $"/arenden/{reference}")).Body, StringComparison.Ordinal);
        var leaving = await SendAsync(http, jar, HttpMethod.Get, "/logga-ut");
        var left = await SendAsync(http, jar, HttpMethod.Post, "/logga-ut", ("__RequestVerificationToken", Token(leaving.Body)));

        foreach (var (answer, _) in new[] { page, signedIn, start, form, noted, leaving, left })
        {
            Assert.Matches(@"^max-age=\d{8,}", answer.Headers.GetValues("Strict-Transport-Security").Single());
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                var parts = cookie.Split(';').Select(p => p.Trim().ToLowerInvariant()).Skip(1).ToList();
                Assert.Contains("secure", parts);
                Assert.Contains("path=/", parts);
                Assert.DoesNotContain(parts, p => p.StartsWith("domain=", StringComparison.Ordinal));
                if (cookie.Contains("1970", StringComparison.Ordinal)) continue;
                Assert.Contains("httponly", parts);
                Assert.Contains(parts, p => p is "samesite=lax" or "samesite=strict");
            }
        }

        Assert.All(jar.Keys, name => Assert.StartsWith("__Host-", name, StringComparison.Ordinal));
        Assert.Contains("__Host-gava-form", jar.Keys);
        Assert.DoesNotContain("__Host-gava-session", jar.Keys);
    }

    // V3.3.1: a neighbour's cookie without the prefix is not ours
    [Fact]
    public async Task Over_https_a_cookie_without_its_prefix_opens_nothing()
    {
        var amal = await work.As("amal");
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(work.App.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/start");
        request.Headers.Add("Cookie", amal.Cookies.GetCookieHeader(new Uri(work.App.Url)));
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await http.SendAsync(request);

        Assert.Equal(302, (int)answer.StatusCode);
    }

    // V4.1.4, V13.4.4
    [Theory]
    [InlineData("TRACE"), InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("OPTIONS"), InlineData("CONNECT"), InlineData("PROPFIND"), InlineData("X")]
    public async Task A_method_that_nothing_answers_is_refused_and_no_fault(string method)
    {
        var reference = await work.CaseOfAmal();
        var lines = await work.LinesOf(reference);
        var cookie = (await work.As("amal")).Cookies.GetCookieHeader(new Uri(work.App.Url));
        foreach (var address in new[] { "/", "/logga-in", "/start", "/arenden", "/arenden/nytt", $"/arenden/{reference}", $"/arenden/{reference}/svara", $"/arenden/{reference}/uppgifter", $"/arenden/{reference}/bilaga/1", $"/arenden/{reference}/brev/2",
            "/logga-ut", "/arenden/nytt/granska", "/stilguide", "/css/gava.css", "/healthz", "/api/v1/cases", $"/api/v1/cases/{reference}", $"/api/v1/cases/{reference}/note", "/openapi/v1.json" })
        {
            var status = await RawStatusAsync(method, address, cookie);
            Assert.True(status is 400 or 401 or 404 or 405, $"{method} {address}: {status}");
        }

        Assert.Equal(lines, await work.LinesOf(reference));
        Assert.DoesNotContain(work.App.LogLines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Matches("^(same-origin|no-referrer)$", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<int> RawStatusAsync(string method, string address, string cookie)
    {
        using var client = new TcpClient();
        var url = new Uri(work.App.Url);
        await client.ConnectAsync(url.Host, url.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{method} {(method == "CONNECT" ? $"{url.Host}:{url.Port}" : address)} HTTP/1.1\r\nHost: {url.Authority}\r\nCookie: {cookie}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync() ?? "";
        return int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<(HttpResponseMessage Answer, string Body)> SendAsync(HttpClient http, Dictionary<string, string> jar, HttpMethod method, string address, params (string, string)[] fields)
    {
        using var request = new HttpRequestMessage(method, address);
        if (jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0][(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (value.Length == 0) jar.Remove(name);
            else jar[name] = value;
        }

        return (answer, await answer.Content.ReadAsStringAsync());
    }

    private static string Token(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    [GeneratedRegex(@"^\s*(https?:)?//|^\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
