using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Security;

public sealed class AttachmentsTests(Work work) : IClassFixture<Work>
{
    // V5.3.2, V5.4.1, V5.4.2, V3.2.1
    [Theory]
    [InlineData("../../../etc/cron.d/ondfil", "text/html", "<script>alert(1)</script>")]
    [InlineData("..\\..\\windows\\hemlig.exe", "image/svg+xml", "<svg onload=alert(1)>")]
    [InlineData("/etc/passwd", "text/html", "<!DOCTYPE html><b>hej</b>")]
    [InlineData("foto av Karin Holmlund 070-174 06 05.jpg", "image/jpeg", "inget foto")]
    [InlineData("nyckel\" ; filename=ondfil.html", "text/html", "<b>")]
    [InlineData("namn.pdf.html", "application/pdf", "%PDF-1.4")]
    [InlineData(".htaccess", "application/x-httpd-php", "<?php ?>")]
    [InlineData("CON", "application/octet-stream", "x")]
    public async Task A_file_comes_back_as_a_download_under_a_name_of_ours(string name, string type, string content)
    {
        var amal = await work.As("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        using var form = new MultipartFormDataContent();
        foreach (var field in new[] { "submissionId", "__RequestVerificationToken" }) form.Add(new StringContent(page.Value(field)!), field);
        foreach (var (field, value) in new[] { ("Input.Text", "Ingen kom."), ("Input.Kind", "complaint"), ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"), ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Reply", "none") }) form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new(type);
        form.Add(file, "files", name.Replace("\"", "%22", StringComparison.Ordinal));
        var registered = await amal.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt") { Content = form });
        Assert.StartsWith("/arenden/2026-", registered.Path);

        var reference = registered.Path.Split('/')[^1];
        using var answer = await amal.Http.GetAsync($"/arenden/{reference}/bilaga/1");
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches($@"^""?bilaga-{reference}-1\.(bin|pdf)""?$", answer.Content.Headers.ContentDisposition.FileName!);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());

        // The name is a person's too: not in the page, an address, the log or a file name.
        foreach (var part in new[] { "ondfil", "hemlig", "passwd", "Holmlund", "htaccess", "namn.pdf" }.Where(p => name.Contains(p, StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(part, registered.Source, StringComparison.Ordinal);
            Assert.DoesNotContain(work.App.LogLines, line => line.Contains(part, StringComparison.Ordinal));
            Assert.DoesNotContain(Directory.EnumerateFiles(work.App.Data, "*", SearchOption.AllDirectories), path => Path.GetFileName(path).Contains(part, StringComparison.Ordinal));
        }
    }

    // V2.2.1
    [Fact]
    public async Task Eleven_files_are_too_many_and_nothing_is_registered()
    {
        var amal = await work.As("amal");
        var page = await amal.GetAsync("/arenden/nytt");
        await using var database = work.App.Database();
        var before = await database.Cases.CountAsync();
        using var form = new MultipartFormDataContent();
        foreach (var field in new[] { "submissionId", "__RequestVerificationToken" }) form.Add(new StringContent(page.Value(field)!), field);
        foreach (var (field, value) in new[] { ("Input.Text", "Ingen kom."), ("Input.Kind", "complaint"), ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"), ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Reply", "none") }) form.Add(new StringContent(value), field);
        for (var i = 0; i < 11; i++) form.Add(new ByteArrayContent([1, 2, 3]), "files", $"{i}.bin");
        var answer = await amal.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt") { Content = form });

        Assert.Equal(400, answer.Status);
        Assert.Contains("Det är för många bilagor. Välj högst 10.", answer.Errors);
        Assert.Equal("Ingen kom.", answer.Value("Input.Text"));
        Assert.Equal(before, await database.Cases.CountAsync());
    }
}
