using System.Globalization;
using System.Text;
using System.Text.Json;
using Gava.Web.Tests.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Browser;

/// <summary>
/// A whole life of a case with a name, a number or an address planted in everything that can be written. None of them may come
/// up anywhere but in the vault (R-REG-02, R-REG-03, R-SEC-04).
/// </summary>
[Trait("Category", "Browser")]
public sealed class PlantedNamesTests
{
    private const string Mail = "svarslada-7731@exempel.se";

    // A name of its own for each place, so that a leak tells where it came from.
    private static readonly (string Where, string Planted, string[] Parts)[] Planted =
    [
        ("the text", "Ragnhild Silfverstolpe", ["Ragnhild", "Silfverstolpe"]),
        ("the text", "070-174 06 31", ["070-174 06 31", "174 06 31", "0701740631"]),
        ("the text", "19121212-1212", ["19121212", "121212-1212"]),
        ("the text", "Plommonvägen 917", ["Plommonvägen"]),
        ("the text", "ragnhild.s.4471@exempel.se", ["4471@exempel"]),
        ("the complainant", "Torborg Lagercrantz", ["Torborg", "Lagercrantz"]),
        ("the complainant", "070-174 06 77", ["070-174 06 77", "174 06 77", "0701740677", "+46701740677"]),
        ("the complainant", Mail, ["svarslada"]),
        ("the complainant", "Körsbärsgränd 883", ["Körsbärsgränd"]),
        ("the message of the hand-over", "Sigvard Hellstrand", ["Sigvard", "Hellstrand"]),
        ("a note", "Hillevi Rosengren", ["Hillevi", "Rosengren"]),
        ("a contact", "Sixten Wahlgren", ["Sixten", "Wahlgren"]),
        ("a promise", "Rigmor Nordvall", ["Rigmor", "Nordvall"]),
        ("a kept promise", "Dagny Åkesson", ["Dagny", "Åkesson"]),
        ("a measure", "Börje Tamm", ["Börje Tamm"]),
        ("a feedback", "070-174 06 42", ["070-174 06 42", "174 06 42", "0701740642"]),
        ("the reason of a delay", "Hjördis Stenlund", ["Hjördis", "Stenlund"]),
        ("the reply", "Egil Vestergren", ["Egil", "Vestergren"]),
        ("the close", "Ingvar Palmborg", ["Palmborg"]),
        ("the reason of a reopening", "Solveig Marklund", ["Solveig", "Marklund"]),
        ("the reason for opening the vault", "Gunvor Isaksson", ["Gunvor", "Isaksson"]),
        ("the reason for another kind", "Arvid Thunberg", ["Arvid", "Thunberg"]),
        ("the reason for saying no", "Majken Cederholm", ["Majken", "Cederholm"]),
        ("the name of a file", "Tyra Wikander", ["Tyra", "Wikander"]),
        ("the content of a file", "Hedvig Ljungqvist", ["Hedvig", "Ljungqvist"]),
    ];

    [Fact]
    public async Task What_was_planted_is_found_in_the_vault_and_nowhere_else()
    {
        await using var smtp = await SmtpServer.Start();
        await using var app = await TestApp.StartAsync($"--Gava:Mail:Smtp:Host={smtp.Host}", $"--Gava:Mail:Smtp:Port={smtp.Port.ToString(CultureInfo.InvariantCulture)}");
        var reference = await LiveAsync(app);
        await app.SendMailAsync();

        using var johan = await app.SignInAsync("johan");
        var vault = await (await johan.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"));
        foreach (var place in Planted.Where(p => !p.Where.StartsWith("the reason for opening", StringComparison.Ordinal) && !p.Where.Contains("a file", StringComparison.Ordinal)))
        {
            Assert.True(vault.Document.DocumentElement.TextContent.Contains(place.Planted, StringComparison.Ordinal), $"The vault has lost {place.Planted} of {place.Where}.");
        }

        await PagesAsync(app, reference);
        await ApiAsync(app, reference);
        Nowhere("the log", app.LogLines);
        Mails(smtp.Received, reference);
        Nowhere("the database", await DumpAsync(app));
        Files(app);
    }

    private static string Of(string where) => string.Join(", ", Planted.Where(p => p.Where == where).Select(p => p.Planted));

    /// <summary>Every verb, each with something planted.</summary>
    private static async Task<string> LiveAsync(TestApp app)
    {
        using var amal = await app.SignInAsync("amal");
        using var johan = await app.SignInAsync("johan");
        var reference = await RegisterAsync(app, amal);
        await DoAsync(amal, reference, "lamna-over", ("Input.To", "gruppboendet-linden"), ("Input.Notice", "email"), ("Input.Message", $"Ring {Of("the message of the hand-over")}."));
        await DoAsync(johan, reference, "sag-nej", ("Input.Why", $"{Of("the reason for saying no")} arbetar inte hos oss."));
        await DoAsync(amal, reference, "lamna-over", ("Input.To", "gruppboendet-linden"), ("Input.Notice", "email"), ("Input.Message", "Jo, det gäller er."));
        await DoAsync(johan, reference, "ta-emot");
        await DoAsync(johan, reference, "anteckna", ("Input.Text", $"Talade med {Of("a note")} om saken. Torborg är ledsen."));
        await DoAsync(johan, reference, "kontakt", ("Input.Text", $"Sökte {Of("a contact")}, som svarade."));
        await DoAsync(johan, reference, "lova-ringa", ("Input.DueAt", "2026-04-27T09:00"), ("Input.Text", $"Ringa upp {Of("a promise")}."));
        await DoAsync(johan, reference, "ring-upp/1", ("Input.Text", $"Talade med {Of("a kept promise")}."));
        await DoAsync(johan, reference, "atgard", ("Input.Text", $"Nytt schema för {Of("a measure")}. Fru Lagercrantz vet."));
        await DoAsync(johan, reference, "aterkoppla", ("Input.Way", "email"), ("Input.Text", $"Vi har börjat. Ring mig på {Of("a feedback")}. Hälsa Torborg Lagercrantz."));
        await DoAsync(johan, reference, "sort", ("Input.Kind", "view"), ("Input.Why", $"{Of("the reason for another kind")} menade det så."));
        await DoAsync(johan, reference, "sort", ("Input.Kind", "complaint"), ("Input.Why", "Det är ett klagomål ändå."));
        await DoAsync(johan, reference, "forsening", ("Input.Way", "email"), ("Input.NewDay", "2026-05-20"), ("Input.Text", $"Vi behöver tala med {Of("the reason of a delay")} först."));
        await DoAsync(johan, reference, "svara", ("Input.Way", "email"), ("Input.Text", $"Hej Torborg! Jag har talat med {Of("the reply")}. Kryddsillen är borta."));
        await DoAsync(johan, reference, "avsluta", ("Input.Text", $"{Of("the close")} följer upp."));
        await DoAsync(johan, reference, "oppna-igen", ("Input.Why", $"{Of("the reason of a reopening")} ringde igen."));
        var opened = await (await johan.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"),
            ("Input.More", $"{Of("the reason for opening the vault")} bad mig. Torborg väntar på Lagercrantz."));
        Assert.Contains("Att du öppnade uppgifterna är antecknat.", opened.Text, StringComparison.Ordinal);
        return reference;
    }

    private static async Task<string> RegisterAsync(TestApp app, HtmlClient amal)
    {
        var form = await amal.GetAsync("/arenden/nytt");
        (string, string?)[] answers = [("Input.Text", $"Kryddsillen var slut. {Planted[0].Planted} kom sent. Ring {Planted[1].Planted}, {Planted[2].Planted}, {Planted[3].Planted}, {Planted[4].Planted}. Torborg Lagercrantz är ledsen."),
            ("Input.Name", "Torborg Lagercrantz"), ("Input.Phone", "070-174 06 77"), ("Input.Email", Mail), ("Input.Address", "Körsbärsgränd 883\n123 45 Almvik"), ("Input.Reply", "email")];
        var review = await form.SubmitAsync(answers);
        var registered = await SendWithFileAsync(amal, review);
        Assert.True(registered.Status == 200 && registered.Path.StartsWith("/arenden/2026-", StringComparison.Ordinal), registered.Text);
        await app.SendMailAsync();
        return registered.Path["/arenden/".Length..];
    }

    private static async Task<HtmlPage> SendWithFileAsync(HtmlClient client, HtmlPage review)
    {
        using var content = new MultipartFormDataContent();
        foreach (var name in review.Document.QuerySelectorAll("main form [name]").Select(e => e.GetAttribute("name")!).Distinct().Where(n => n is not ("mask" or "files" or "Input.Anonymous" or "Input.Protected")))
        {
            if (review.Value(name) is { } value) content.Add(new StringContent(value), name);
        }

        foreach (var mask in review.Document.QuerySelectorAll("input[name=mask]")) content.Add(new StringContent(mask.GetAttribute("value")!), "mask");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"Skrivet av {Of("the content of a file")}.\n")), "files", $"{Of("the name of a file")}.txt");
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/arenden/nytt") { Content = content });
    }

    private static async Task DoAsync(HtmlClient client, string reference, string verb, params (string, string?)[] answers)
    {
        var done = await (await client.GetAsync($"/arenden/{reference}/{verb}")).SubmitAsync(answers);
        Assert.True(done.Status == 200 && !done.Path.EndsWith(verb, StringComparison.Ordinal), $"{verb}: {done.Status} {string.Join(' ', done.Errors)}");
    }

    /// <summary>As another person sees them who may see the case, and as the one who handles it.</summary>
    private static async Task PagesAsync(TestApp app, string reference)
    {
        foreach (var userName in new[] { "birgitta", "johan", "amal" })
        {
            using var client = await app.SignInAsync(userName);
            List<string> addresses = ["/start", "/arenden", "/arenden?status=all", "/arenden?q=kryddsill", "/arenden/nytt", $"/arenden/{reference}"];
            addresses.AddRange(new[] { "aterkoppla", "atgard", "kontakt", "lamna-over", "forsening", "svara", "lova-ringa", "ring-upp/1", "sort", "avsluta", "anteckna", "uppgifter", "oppna-igen", "ta-emot", "sag-nej" }
                .Select(verb => $"/arenden/{reference}/{verb}"));
            foreach (var address in addresses)
            {
                Nowhere($"{address} as {userName} sees it", [Tokens.Without((await client.GetAsync(address)).Source)]);
            }

            var found = await client.GetAsync("/arenden?q=kryddsill");
            Assert.Single(found.Document.QuerySelectorAll("tr[data-ref]"));
            foreach (var part in Planted.SelectMany(p => p.Parts))
            {
                var sought = await client.GetAsync($"/arenden?status=all&q={Uri.EscapeDataString(part)}");
                Assert.Empty(sought.Document.QuerySelectorAll("tr[data-ref]"));
            }
        }
    }

    private static async Task ApiAsync(TestApp app, string reference)
    {
        using var api = app.Api();
        using var list = JsonDocument.Parse(await api.GetStringAsync("/api/v1/cases?status=all"));
        Nowhere("the API's list", [list.RootElement.ToString()]);
        using var one = JsonDocument.Parse(await api.GetStringAsync($"/api/v1/cases/{reference}"));
        Assert.Contains("Kryddsillen", one.RootElement.ToString(), StringComparison.Ordinal);
        Nowhere("the API's case", [one.RootElement.ToString()]);
        using var anybody = app.Anonymous();
        Nowhere("the figures", [(await anybody.GetAsync("/metrics")).Source]);
        Nowhere("the public start", [(await anybody.GetAsync("/")).Source]);
    }

    /// <summary>The reference and nothing of what it is about; the address itself only where the mail goes.</summary>
    private static void Mails(IReadOnlyList<ReceivedMail> mails, string reference)
    {
        Assert.Equal(6, mails.Count(m => m.To.Contains(Mail))); // received, handed over twice, feedback, delay, reply
        Assert.Contains(mails, m => m.To.Contains("johan@almvik.example"));
        foreach (var mail in mails)
        {
            Assert.Contains(reference, mail.Text, StringComparison.Ordinal);
            Nowhere("a mail", [mail.Text, mail.Header("Subject")!, string.Join('\n', mail.Source.Split('\n').Where(line => !line.StartsWith("To:", StringComparison.OrdinalIgnoreCase)))]);
            Assert.DoesNotContain(["kryddsill", "schema", "ledsen", "börjat", "070"], word => mail.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Every row of every table but the vault's, as text; and on SQLite the file itself, where deleted rows may linger.</summary>
    private static async Task<List<string>> DumpAsync(TestApp app)
    {
        await using var database = app.Database();
        var isSqlite = database.Database.IsSqlite();
        var connection = database.Database.GetDbConnection();
        await connection.OpenAsync();
        var tables = await RowsAsync(connection, isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()");
        Assert.Contains("vault_entry", tables);
        Assert.Contains("journal", tables);
        List<string> dump = [];
        foreach (var table in tables.Where(t => t != "vault_entry"))
        {
            dump.AddRange((await RowsAsync(connection, isSqlite ? $"SELECT * FROM \"{table}\"" : $"SELECT t::text FROM \"{table}\" t")).Select(row => $"{table}: {row}"));
        }

        Assert.Contains(dump, row => row.StartsWith("journal: ", StringComparison.Ordinal) && (row.Contains("[namn", StringComparison.Ordinal) || row.Contains("[personen]", StringComparison.Ordinal)));
        if (!isSqlite) return dump;
        var file = new SqliteConnectionStringBuilder(app.ConnectionString).DataSource;
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(file)!)) dump.Add($"{Path.GetFileName(part)}: {Latin(await ReadAsync(part))}");
        Assert.Contains(dump, row => row.Contains("Kryddsillen", StringComparison.Ordinal));
        return dump;
    }

    private static async Task<List<string>> RowsAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // table names of the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes
                ? Latin(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private static void Files(TestApp app)
    {
        foreach (var file in Directory.EnumerateFiles(app.Data, "*", SearchOption.AllDirectories))
        {
            Nowhere("the data folder", [Path.GetRelativePath(app.Data, file), Latin(File.ReadAllBytes(file))]);
        }
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>Fails with what leaked from where to where. Looks for each part as it is, in capitals or not, as bytes and as hexadecimal.</summary>
    private static void Nowhere(string where, IEnumerable<string> texts)
    {
        var searched = texts.ToList();
        foreach (var place in Planted)
        {
            foreach (var part in place.Parts)
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                string[] forms = [part, Latin(bytes), System.Net.WebUtility.HtmlEncode(part), .. part.Length > 4 ? new[] { Convert.ToHexStringLower(bytes) } : []];
                var leak = searched.FirstOrDefault(text => forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)));
                Assert.True(leak is null, $"{part} of {place.Where} is in {where}: {Around(leak, forms)}");
            }
        }
    }

    private static string Around(string? text, string[] forms)
    {
        if (text is null) return "";
        var at = forms.Max(form => text.IndexOf(form, StringComparison.OrdinalIgnoreCase));
        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 120)];
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
