namespace Gava.Web.Tests.Testing;

/// <summary>What no browser would send: fields twice, fields that the form does not have.</summary>
public static class Raw
{
    /// <summary>Posts exactly these fields, with the page's antiforgery token.</summary>
    public static async Task<HtmlPage> PostAsync(HtmlClient client, HtmlPage page, string address, params (string Name, string Value)[] fields)
    {
        var token = page.Value("__RequestVerificationToken") ?? "";
        using var body = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = body });
    }
}
