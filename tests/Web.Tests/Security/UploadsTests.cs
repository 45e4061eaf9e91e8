using System.Net.Http.Json;
using System.Text.Json;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Intake;
using Gava.Operations.Vault;
using Gava.Web.Tests.Operations;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Security;

/// <summary>V5.4.3: every file passes a real virus scanner before it is kept, whatever door it comes through (docs/decisions/0031).</summary>
[Trait("Category", "Servers")]
public sealed class UploadsTests
{
    private const string Said = "Maten var kall i dag igen.";
    private const string Harmful = "Virusskyddet säger att en fil kan vara skadlig. Skicka utan den.";
    private const string Unchecked = "Vi kan inte kontrollera filer just nu. Skicka utan fil, eller försök igen om en stund.";

    [Fact]
    public async Task A_harmful_file_is_refused_at_every_door_and_what_was_typed_stays()
    {
        await using var clam = await ClamServer.StartAsync();
        await using var app = await TestApp.StartAsync($"--Gava:Uploads:Scanner={clam.Where}");
        using var citizen = new HtmlClient(app.Url);
        using var amal = await app.SignInAsync("amal");
        using var api = app.Api();

        var refused = await LeaveAsync(citizen, ClamServer.Eicar);
        Assert.Equal((400, Said), (refused.Status, refused.Value("text")));
        Assert.Equal([Harmful], refused.Errors);
        var taken = await LeaveAsync(citizen, "en bild"u8.ToArray());
        var receipt = taken.Document.QuerySelector("[data-code]")!;

        var mine = await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/folj") { Content = Form(ClamServer.Eicar, ("code", receipt.GetAttribute("data-code")!), ("act", "message"), ("text", Said)) });
        Assert.Equal(400, mine.Status);
        Assert.Contains(Harmful, mine.Text, StringComparison.Ordinal);
        Assert.Equal(Said, mine.Document.QuerySelector("form[enctype] [name=text]")!.TextContent);

        var page = await amal.GetAsync("/arenden/nytt");
        var staff = await amal.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt")
        {
            Content = Form(ClamServer.Eicar, ("submissionId", page.Value("submissionId")!), ("__RequestVerificationToken", page.Value("__RequestVerificationToken")!), ("Input.Text", Said), ("Input.Kind", "complaint"),
                ("Input.Channel", "phone"), ("Input.Unit", "socialpsykiatri"), ("Input.ReceivedAt", "2026-04-24T14:00"), ("Input.Reply", "none")),
        });
        Assert.Equal((400, Said), (staff.Status, staff.Value("Input.Text")));
        Assert.Contains("Virusskyddet säger att en av filerna kan vara skadlig. Skicka utan den.", staff.Errors);

        var answer = await api.PostAsJsonAsync("/api/v1/cases", new { text = Said, kind = "complaint", channel = "api", unit = "socialpsykiatri", attachments = new[] { new { filename = "x.bin", content = Convert.ToBase64String(ClamServer.Eicar) } } });
        Assert.Equal((400, "file-infected"), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));

        await using var database = app.Database();
        Assert.Equal((1, 1), (await database.Cases.CountAsync(), await database.Attachments.CountAsync(a => a.Scan == FileScan.Clean)));
    }

    [Fact]
    public async Task When_the_scanner_is_gone_files_wait_outside_and_words_come_in()
    {
        await using var app = await TestApp.StartAsync($"--Gava:Uploads:Scanner=127.0.0.1:{FreePort.Next()}");
        using var citizen = new HtmlClient(app.Url);

        var refused = await LeaveAsync(citizen, "en bild"u8.ToArray());

        Assert.Equal((400, Said), (refused.Status, refused.Value("text")));
        Assert.Equal([Unchecked], refused.Errors);
        Assert.NotNull((await refused.SubmitAsync()).Document.QuerySelector("[data-code]"));
    }

    [Fact]
    public async Task A_harmful_file_in_a_mail_is_kept_where_nobody_can_fetch_it_and_the_case_says_so()
    {
        await using var clam = await ClamServer.StartAsync();
        await using var floor = await Floor.StartAsync(("Gava:Uploads:Scanner", clam.Where));
        var raw = Mail("Se bilagan.", ClamServer.Eicar);

        var taken = await floor.Get<MailIntake>().TakeAsync(raw);
        await floor.Get<MailIntake>().TakeAsync(raw);

        await SeeHarmAsync(floor, taken.Reference);
    }

    [Fact]
    public async Task A_mail_that_comes_while_the_scanner_is_gone_is_kept_and_its_files_are_looked_at_later()
    {
        await using var floor = await Floor.StartAsync(("Gava:Uploads:Scanner", $"127.0.0.1:{FreePort.Next()}"));
        var harmful = await floor.Get<MailIntake>().TakeAsync(Mail("Se bilagan.", ClamServer.Eicar));
        var harmless = await floor.Get<MailIntake>().TakeAsync(Mail("Se bilden.", "en bild"u8.ToArray()));
        var kerstin = await floor.ViewerAsync("kerstin");
        Assert.Equal(0, await floor.Get<FileRescan>().ScanAsync(TestContext.Current.CancellationToken));
        foreach (var reference in new[] { harmful.Reference, harmless.Reference })
        {
            Assert.Equal("attachment-unchecked", (await Assert.ThrowsAsync<Gava.Domain.RuleBroken>(() => floor.Get<VaultDesk>().OpenAttachmentAsync(kerstin, reference, 1))).Code);
        }

        var check = await floor.RunAsync(["check"], settings: ("Gava__Uploads__Scanner", $"127.0.0.1:{FreePort.Next()}"));
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("Virusskyddet svarar inte", check.StandardOutput, StringComparison.Ordinal);

        await using var clam = await ClamServer.StartAsync();
        await using var later = Floor.On(floor.ConnectionString, floor.Clock, ("Gava:Uploads:Scanner", clam.Socket));
        Assert.Equal(4, await later.Get<FileRescan>().ScanAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await later.Get<FileRescan>().ScanAsync(TestContext.Current.CancellationToken));

        await SeeHarmAsync(later, harmful.Reference);
        var (content, _) = await later.Get<VaultDesk>().OpenAttachmentAsync(kerstin, harmless.Reference, 1);
        await content.DisposeAsync();
        Assert.Equal(0, (await floor.RunAsync(["check"], settings: ("Gava__Uploads__Scanner", clam.Where))).ExitCode);
    }

    // R-IN-07: files that never get an answer, fifty a round, hold up neither older nor newer ones
    [Fact]
    public async Task Files_without_a_verdict_hold_up_no_others()
    {
        await using var silent = await Floor.StartAsync(("Gava:Uploads:Scanner", $"127.0.0.1:{FreePort.Next()}"));
        List<CaseReference> mails = [];
        foreach (var text in new[] { "Den äldsta.", "Den i mitten.", "Den nyaste." })
        {
            if (mails.Count > 0) await AddWithoutContentAsync(silent, mails[^1], 60);
            mails.Add((await silent.Get<MailIntake>().TakeAsync(Mail(text, "en bild"u8.ToArray()))).Reference);
        }

        await using var clam = await ClamServer.StartAsync();
        await using var floor = Floor.On(silent.ConnectionString, silent.Clock, ("Gava:Uploads:Scanner", clam.Socket));
        List<int> answers = [];
        for (var round = 0; round < 5; round++) answers.Add(await floor.Get<FileRescan>().ScanAsync(TestContext.Current.CancellationToken));

        // The newest at once, the others as their turn comes: two files each, the file and its message.
        Assert.Equal((2, 6), (answers[0], answers.Sum()));
        var late = await silent.Get<MailIntake>().TakeAsync(Mail("En till.", "en bild"u8.ToArray()));
        for (var turn = 0; turn < 3; turn++) await floor.Get<FileRescan>().ScanAsync(TestContext.Current.CancellationToken);
        var (content, _) = await floor.Get<VaultDesk>().OpenAttachmentAsync(await floor.ViewerAsync("kerstin"), late.Reference, 1);
        await content.DisposeAsync();
    }

    /// <summary>Files that wait and have nothing to look at, so that no scanner ever answers.</summary>
    private static Task AddWithoutContentAsync(Floor floor, CaseReference reference, int count) => floor.Gate.WriteAsync(null, async database =>
    {
        for (var i = 0; i < count; i++) database.Attachments.Add(new() { CaseId = reference.Number, Number = 100 + i, Size = 1, MediaType = "application/octet-stream", Scan = FileScan.Waiting });
        return await database.SaveChangesAsync();
    });

    /// <summary>Both the file and the raw message that it came in.</summary>
    private static async Task SeeHarmAsync(Floor floor, CaseReference reference)
    {
        var kerstin = await floor.ViewerAsync("kerstin");
        var view = await floor.Get<CaseReading>().OpenAsync(kerstin, reference);
        Assert.Contains("Se bilagan.", view.Case.Text, StringComparison.Ordinal);
        Assert.Single(view.Journal, e => e.Kind == EventKind.Noted && e.Text!.Contains("kan vara skadlig", StringComparison.Ordinal));
        var files = await floor.Get<CaseReading>().FilesAsync(kerstin, view.Case);
        Assert.Equal([FileScan.Infected, FileScan.Infected], files.Select(f => f.Scan!.Value));
        foreach (var file in files)
        {
            Assert.Equal("attachment-infected", (await Assert.ThrowsAsync<Gava.Domain.RuleBroken>(() => floor.Get<VaultDesk>().OpenAttachmentAsync(kerstin, reference, file.Number))).Code);
        }
    }

    private static async Task<HtmlPage> LeaveAsync(HtmlClient citizen, byte[] file) =>
        await citizen.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/lamna") { Content = Form(file, ("text", Said), ("submissionId", (await citizen.GetAsync("/lamna")).Value("submissionId")!)) });

    private static MultipartFormDataContent Form(byte[] file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "files", "bilaga.bin");
        return form;
    }

    private static byte[] Mail(string text, byte[] file) => System.Text.Encoding.UTF8.GetBytes($"""
        From: tyra@exempel.example
        To: gava@kommun.example
        Subject: Hej
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        {text}
        --x
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename=bilaga.bin

        {Convert.ToBase64String(file)}
        --x--

        """.ReplaceLineEndings("\r\n"));
}
