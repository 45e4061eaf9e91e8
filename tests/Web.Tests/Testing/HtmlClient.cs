using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gava.Web.Tests.Testing;

/// <summary>A browser without script: keeps cookies, follows links and redirects, fills in forms as they stand.</summary>
public sealed class HtmlClient : IDisposable
{
    private readonly HttpClient http;

    public HtmlClient(string url)
    {
        Cookies = new CookieContainer();
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = new Uri(url) };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Http => http;

    public Task<HtmlPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<HtmlPage> SendAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        return new HtmlPage(this, answer, content);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page as it came, with what a person could do on it.</summary>
public sealed class HtmlPage
{
    private readonly HtmlClient client;

    public HtmlPage(HtmlClient client, HttpResponseMessage answer, byte[] content)
    {
        this.client = client;
        Content = content;
        Status = (int)answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        Source = System.Text.Encoding.UTF8.GetString(content);
        Document = new HtmlParser().ParseDocument(Source);
    }

    public int Status { get; }

    /// <summary>Where it ended up after redirects.</summary>
    public string Path { get; }

    public byte[] Content { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Source { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The words of the page.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Document.DocumentElement.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll("[role=alert] li").Select(e => e.TextContent.Trim())];

    /// <summary>What a field holds, as typed.</summary>
    public string? Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement { Type: "radio" } => Document.QuerySelectorAll($"input[name='{name}']").OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked)?.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>Sends the page's form with these answers in place of what stands there; a null leaves the field out, and the last of a name counts.</summary>
    public Task<HtmlPage> SubmitAsync(params (string Name, string? Value)[] answers) => SubmitToAsync("main form[method=post]", answers);

    /// <summary>Sends the form that the selector finds.</summary>
    public Task<HtmlPage> SubmitToAsync(string selector, params (string Name, string? Value)[] answers)
    {
        var form = Document.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form {selector} on {Path} ({Status}): {Text}");
        List<KeyValuePair<string, string>> fields = [.. Standing(form).Where(f => answers.All(a => a.Name != f.Key)),
            .. answers.GroupBy(a => a.Name).Select(g => g.Last()).Where(a => a.Value is not null).Select(a => new KeyValuePair<string, string>(a.Name, a.Value!))];
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Path;
        HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = content });
    }

    private static MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        return content;
    }

    /// <summary>What a browser would send if nobody touched the form.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name],textarea[name],select[name]"))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }
}
