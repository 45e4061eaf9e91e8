using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gava.Domain.Cases;
using Gava.Domain.Privacy;
using Gava.Operations.Backups;
using Gava.Operations.Database;
using Gava.Operations.Demo;
using Gava.Operations.Vault;
using Gava.Web.Tests.Operations;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Commands;

/// <summary>A backup is taken while others write, tells nothing to whoever finds it, and comes back whole and silent (docs/decisions/0016).</summary>
public sealed class BackupTests
{
    private static readonly string[] Planted = ["Tyra Planterad", "tyra.planterad@example.com", "Planteringsgatan 17", "Ingen plantering i morse"];
    private static readonly Complainant Tyra = new() { Name = "Tyra Planterad", Email = "tyra.planterad@example.com", Address = "Planteringsgatan 17", Phone = "070-174 06 05" };
    private static readonly string AnotherKey = Convert.ToBase64String(new byte[32]);
    private readonly string file = Path.Combine(TestFolder.New("backup"), "gava.backup");

    [Fact]
    public async Task A_backup_under_load_has_all_that_was_acknowledged_before_it_and_the_copy_is_whole_and_sends_no_old_mail()
    {
        await using var smtp = await SmtpServer.Start();
        await using var floor = await Floor.StartAsync();
        // Now, since a server has no other clock: nothing is late.
        floor.Clock.Advance(TimeProvider.System.GetUtcNow() - floor.Clock.GetUtcNow());
        await floor.RegisterAsync(text: "Ingen plantering i morse.", complainant: Tyra);
        var settings = floor.Settings;
        settings["Gava__Demo"] = "true";
        ConcurrentBag<string> acknowledged = [];
        string[] before;
        GavaCommand backup;
        await using (var gava = await GavaProcess.Start(settings))
        {
            using var enough = new CancellationTokenSource();
            var clients = Enumerable.Range(0, 4).Select(_ => RegisterAsync(gava.Url, acknowledged, enough.Token)).ToList();
            while (acknowledged.Count < 20 && clients.TrueForAll(c => !c.IsCompleted)) await Task.Delay(10);
            before = [.. acknowledged];
            backup = await floor.RunAsync(["backup", file]);
            await enough.CancelAsync();
            await Task.WhenAll(clients);
            Assert.Equal(0, await gava.Stop());
        }

        Assert.Equal((0, ""), (backup.ExitCode, backup.StandardOutput));
        Assert.StartsWith("Säkerhetskopian är skriven och läst tillbaka: ", backup.StandardError);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!));
        Assert.True(acknowledged.Count > before.Length, "Nobody registered during the backup.");
        var bytes = await File.ReadAllBytesAsync(file);
        foreach (var secret in Planted.Concat(["Boendestöd", "amal", "2026-0000"])) Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));

        await using var empty = await DatabaseUnderTest.NewEmpty();
        var into = Into(floor, empty.ConnectionString);
        var restore = await GavaCommand.Run(["restore", file], settings: into);
        Assert.Equal((0, ""), (restore.ExitCode, restore.StandardOutput));
        var (audit, check) = (await GavaCommand.Run(["audit", "verify"], settings: into), await GavaCommand.Run(["check"], settings: into));
        Assert.Equal((0, 0, "Allt är helt."), (audit.ExitCode, check.ExitCode, check.StandardError));

        await using var copy = Floor.On(empty.ConnectionString, floor.Clock);
        await using (var database = copy.Database())
        {
            var there = (await database.Cases.ToListAsync()).Select(c => c.Reference.ToString()).ToList();
            Assert.Empty(before.Except(there));
            Assert.Equal(there.Count, await database.Outbox.CountAsync(m => m.GivenUp && m.LastFault == OutboxMail.Restored && m.CaseId != null && m.PersonId == null));
            Assert.Equal(0, await database.JobLeases.CountAsync());
            await using var original = floor.Database();
            Assert.Empty((await original.SessionStamps.Select(s => s.Stamp).ToListAsync()).Intersect(await database.SessionStamps.Select(s => s.Stamp).ToListAsync()));
        }

        // A server on the copy with a real mail server: only what is new is sent.
        into["Gava__Demo"] = "true";
        (into["Gava__Mail__Smtp__Host"], into["Gava__Mail__Smtp__Port"], into["Gava__Mail__Smtp__From"]) = (smtp.Host, $"{smtp.Port}", "gava@almvik.example");
        await using (var gava = await GavaProcess.Start(into))
        {
            using var api = Api(gava.Url);
            var reference = await RegisterOneAsync(api, "ny@example.com");
            await smtp.Next(TimeSpan.FromSeconds(30), mail => mail.To.Contains("ny@example.com"));
            Assert.All(smtp.Received, mail => Assert.Contains(reference, mail.Header("Subject") + mail.Text));
            var found = await (await api.GetAsync("/api/v1/cases?q=morse&limit=5")).Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(5, found.GetProperty("items").GetArrayLength());
            Assert.Equal(0, await gava.Stop());
        }

        Assert.DoesNotContain(smtp.Received, mail => mail.To.Contains("tyra.planterad@example.com"));
    }

    [Fact]
    [Trait("Category", "Postgres")]
    public async Task What_was_taken_from_one_kind_of_database_comes_back_in_the_other_and_home_again()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        var postgres = await PostgresCluster.Shared();
        var other = Floor.IsSqlite ? await postgres.NewDatabase() : $"Data Source={Path.Combine(TestFolder.New("other"), "gava.db")}";
        await using var home = await DatabaseUnderTest.NewEmpty();
        try
        {
            await DeskOf(floor).WriteAsync(file);
            await using var there = Floor.On(other, floor.Clock);
            var restored = await there.Get<RestoreDesk>().RestoreAsync(file);
            var again = await DeskOf(there).WriteAsync(file + ".2");
            await using var back = Floor.On(home.ConnectionString, floor.Clock);
            await back.Get<RestoreDesk>().RestoreAsync(file + ".2");
            var third = await DeskOf(back).WriteAsync(file + ".3");

            Assert.Equal(restored.Content.Rows, again.Rows.Where(r => restored.Content.Rows.ContainsKey(r.Key)));
            Assert.Equal(again.Rows, third.Rows);
            Assert.Equal(await EverythingAsync(floor), await EverythingAsync(there));
            Assert.Equal(await EverythingAsync(floor), await EverythingAsync(back));
            Assert.Equal(0, (await GavaCommand.Run(["check"], settings: Into(floor, other))).ExitCode);
        }
        finally
        {
            if (Floor.IsSqlite) await postgres.Drop(other);
        }
    }

    [Fact]
    public async Task A_bit_that_is_changed_a_chunk_that_is_moved_and_a_cut_anywhere_are_found_and_leave_the_database_empty()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        const int header = 48;
        const int chunk = (64 * 1024) + 16;
        var right = await File.ReadAllBytesAsync(file);
        Assert.True(right.Length > header + (3 * chunk), "More chunks are needed for this.");
        List<byte[]> wrong = [.. Enumerable.Range(0, 150).Select(i => Flipped(right, (int)((long)i * (right.Length - 1) / 149)))];
        wrong.AddRange(Enumerable.Range(0, header + 20).Select(i => Flipped(right, i)));
        wrong.AddRange(new[] { 0, 1, 7, 8, 47, 48, 49, 63, 64, header + 100, header + chunk - 1, header + chunk, header + chunk + 1, header + (2 * chunk), right.Length / 2, right.Length - 17, right.Length - 16, right.Length - 1 }.Select(n => right[..n]));
        wrong.Add([.. right[..header], .. right[(header + chunk)..(header + (2 * chunk))], .. right[header..(header + chunk)], .. right[(header + (2 * chunk))..]]);
        wrong.Add([.. right[..(header + chunk)], .. right[(header + (2 * chunk))..]]);
        wrong.Add([.. right, 0]);
        wrong.Add([.. Encoding.UTF8.GetBytes("PK\u0003\u0004 en helt annan fil"), .. new byte[5000]]);

        var cipher = floor.Get<VaultCipher>();
        Assert.All(wrong, bytes => Assert.Throws<BackupRefused>(() => BackupReader.Prove(new MemoryStream(bytes), cipher)));
        Assert.Equal(5, BackupReader.Prove(new MemoryStream(right), cipher).Rows["cases"]);

        await using var empty = await DatabaseUnderTest.NewEmpty();
        foreach (var (bytes, sentence) in new[] { (wrong[75], "Säkerhetskopian är trasig: den har ändrats, eller är inte hel."), (right[..(header + chunk)], "Säkerhetskopian är trasig: den har ändrats, eller är inte hel."), (wrong[^1], "Filen är ingen säkerhetskopia från Gåva.") })
        {
            await File.WriteAllBytesAsync(file + ".wrong", bytes);
            var answer = await GavaCommand.Run(["restore", file + ".wrong"], settings: Into(floor, empty.ConnectionString));
            Assert.Equal((1, "", sentence), (answer.ExitCode, answer.StandardOutput, answer.StandardError));
        }

        await using var copy = Floor.On(empty.ConnectionString, floor.Clock);
        Assert.Equal(0, await copy.CountAsync(Floor.IsSqlite ? "SELECT COUNT(*) FROM sqlite_master" : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
        await copy.Get<RestoreDesk>().RestoreAsync(file);
    }

    [Fact]
    public async Task Another_key_is_told_at_once_and_the_key_that_was_left_still_opens_older_backups()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        await using var empty = await DatabaseUnderTest.NewEmpty();
        var into = Into(floor, empty.ConnectionString);

        into["Gava__Vault__Key"] = AnotherKey;
        var wrong = await GavaCommand.Run(["restore", file], settings: into);
        into["Gava__Vault__OldKey"] = Floor.VaultKey;
        var right = await GavaCommand.Run(["restore", file], settings: into);

        Assert.Equal((1, "Säkerhetskopian är låst med en annan nyckel. Ange den nyckel som gällde när den gjordes, i Gava__Vault__Key eller Gava__Vault__OldKey."), (wrong.ExitCode, wrong.StandardError));
        Assert.Equal(0, right.ExitCode);
        var useless = await floor.RunAsync(["backup", file + ".2"], settings: ("Gava__Vault__Key", AnotherKey));
        Assert.Equal((1, "Nyckeln öppnar inte valvet i den här databasen, så kopian skulle inte gå att använda."), (useless.ExitCode, useless.StandardError));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_and_a_database_with_anything_in_it_not_either()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        var before = await File.ReadAllBytesAsync(file);

        var (twice, noFolder, usage) = (await floor.RunAsync(["backup", file]), await floor.RunAsync(["backup", Path.Combine(file + "-folder", "x")]), await floor.RunAsync(["backup"]));
        var (onto, missing) = (await floor.RunAsync(["restore", file]), await floor.RunAsync(["restore", file + ".missing"]));

        Assert.Equal((1, "Det finns redan en fil med det namnet. Välj ett annat."), (twice.ExitCode, twice.StandardError));
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Equal((1, 2), (noFolder.ExitCode, usage.ExitCode));
        Assert.Single(noFolder.StandardError.Split('\n'));
        Assert.Equal((1, "Databasen är inte tom. Återläs till en ny databas."), (onto.ExitCode, onto.StandardError));
        Assert.Equal((1, "Filen finns inte."), (missing.ExitCode, missing.StandardError));
        Assert.Equal(5, await floor.CountAsync("SELECT COUNT(*) FROM cases"));
    }

    [Fact]
    public async Task A_database_that_was_migrated_and_not_used_is_empty_enough()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        await using var migrated = await DatabaseUnderTest.NewEmpty();
        var into = Into(floor, migrated.ConnectionString);
        Assert.Equal(0, (await GavaCommand.Run(["migrate"], settings: into)).ExitCode);

        var restore = await GavaCommand.Run(["restore", file], settings: into);

        Assert.Equal((0, ""), (restore.ExitCode, restore.StandardOutput));
        await using var copy = Floor.On(migrated.ConnectionString, floor.Clock);
        Assert.Equal(await EverythingAsync(floor), await EverythingAsync(copy));
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_migrated_when_it_comes_back_and_one_of_a_newer_is_refused()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        // Without what the last step added, the rows are what the version before would have written.
        Rewrite(floor, file, file + ".older", "0009_several_diaries", later: ["attachment.scan", "imported_row", "register_map", "printed_form", "form_use", "theme", "rise_signal", "compiled_report", "kept_report_file", "improvement_plan", "workplace_meeting", "survey", "survey_link", "disclosure_request", "disclosure_document", "caller_token", "reading_verdict", "cases.named_reader", "cases.concerned_unit_id", "cases.offered_upwards", "cases.held_at", "unit.users", "cases.points", "cases.outcome", "cases.code_given_at", "cases.vault_disposed_at", "cases.attachments_disposed_at", "cases.drafts_disposed_at"]);
        Rewrite(floor, file, file + ".newer", "9999_later");
        await using var empty = await DatabaseUnderTest.NewEmpty();
        await using var copy = Floor.On(empty.ConnectionString, floor.Clock);

        var newer = await Assert.ThrowsAsync<BackupRefused>(() => copy.Get<RestoreDesk>().RestoreAsync(file + ".newer"));
        await copy.Get<RestoreDesk>().RestoreAsync(file + ".older");

        Assert.Equal("Säkerhetskopian är gjord med en nyare version av Gåva. Lägg in den versionen först.", newer.Message);
        Assert.Empty(await copy.Get<Databases>().PendingAsync());
        Assert.Equal(NumberedSql.Steps.Count, await copy.CountAsync("SELECT COUNT(*) FROM \"__EFMigrationsHistory\""));
        Assert.Equal(await EverythingAsync(floor), await EverythingAsync(copy));
        Assert.Equal(0, (await GavaCommand.Run(["check"], settings: Into(floor, empty.ConnectionString))).ExitCode);
    }

    [Fact]
    public async Task What_fails_half_way_leaves_the_database_as_it_was()
    {
        await using var floor = await Floor.StartAsync();
        await RegisterSomeAsync(floor);
        await DeskOf(floor).WriteAsync(file);
        // Whole and sealed, and yet no database takes it: every mail is there twice.
        Rewrite(floor, file, file + ".twice", NumberedSql.Last, twice: "outbox_mail");
        await using var empty = await DatabaseUnderTest.NewEmpty();
        await using var copy = Floor.On(empty.ConnectionString, floor.Clock);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => copy.Get<RestoreDesk>().RestoreAsync(file + ".twice"));

        Assert.Equal(0, await copy.CountAsync(Floor.IsSqlite ? "SELECT COUNT(*) FROM sqlite_master" : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
        Assert.Equal(5, (await copy.Get<RestoreDesk>().RestoreAsync(file)).Content.Rows["cases"]);
    }

    [Fact]
    public async Task Every_table_is_in_the_backup_but_those_that_are_made_anew()
    {
        await using var floor = await Floor.StartAsync();
        await using var database = floor.Database();
        var names = (await floor.TextsAsync(Floor.IsSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            .Where(n => !n.StartsWith("case_search", StringComparison.Ordinal) && !n.StartsWith("__EFMigrations", StringComparison.Ordinal) && n is not ("job_lease" or "import_draft"));

        Assert.Equal(names.Order(StringComparer.Ordinal), BackupTables.In(database.Model).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_looks_after_the_installation_is_told_of_mail_that_is_held()
    {
        await using var app = await TestApp.StartAsync();
        await using (var database = app.Database())
        {
            var admin = await database.People.SingleAsync(p => p.UserName == "admin");
            await app.Services.GetRequiredService<WriteGate>().WriteAsync(null, inside =>
            {
                inside.Outbox.Add(new OutboxMail { PersonId = admin.Id, Text = "Overdue", GivenUp = true, LastFault = OutboxMail.Restored });
                return Task.CompletedTask;
            });
        }

        var page = await (await app.SignInAsync("admin")).GetAsync("/jobb");

        Assert.Contains("Allt är skickat.", page.Source);
        Assert.Contains("Ett mejl hålls kvar.", page.Source);
    }

    private static BackupDesk DeskOf(Floor floor) => floor.Get<BackupDesk>();

    private static Dictionary<string, string?> Into(Floor floor, string connectionString) => new(floor.Settings) { ["Gava__Database"] = connectionString, ["Gava__Data"] = TestFolder.New("restored") };

    /// <summary>Five cases with mail that waits, a handover, and files.</summary>
    private static async Task RegisterSomeAsync(Floor floor)
    {
        for (var i = 0; i < 4; i++) await floor.RegisterAsync(text: "Ingen plantering i morse. Å, ä och ö 😀.", complainant: Tyra);
        await floor.Get<FollowUpCodes>().OfAsync(Guid.CreateVersion7());
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.RegisterAsync(new NewCase
        {
            Text = new Words("Bilden visar allt.", "Bilden visar allt."),
            Kind = "complaint",
            Channel = "phone",
            UnitId = (await floor.UnitAsync("socialpsykiatri")).Id,
            ArrivedAt = floor.Clock.GetUtcNow().UtcDateTime.AddTicks(10),
            ReceivedBy = amal.Id,
            Complainant = Tyra,
            WantsReply = true,
            Files = [new NewFile("bild.jpg", [0xFF, 0xD8, 0xFF, .. new byte[200_000]])],
        }, amal);
    }

    /// <summary>What somebody would notice of cases, people, journal, vault and search.</summary>
    private static async Task<List<string>> EverythingAsync(Floor floor)
    {
        await using var database = floor.Database();
        List<string> all = [.. (await database.Cases.OrderBy(c => c.Id).ToListAsync()).Select(c => $"{c.Reference} {c.Text} {c.Status} {c.ArrivedAt:O} {c.UnitId} {c.SubmissionId} {c.WantsReply}")];
        all.AddRange((await database.Journal.OrderBy(e => e.Sequence).ToListAsync()).Select(e => $"{e.Sequence} {e.Kind} {e.At:O} {Convert.ToHexString(e.Hash)}"));
        all.AddRange((await database.Clocks.OrderBy(c => c.CaseId).ThenBy(c => c.Name).ToListAsync()).Select(c => $"{c.CaseId} {c.Name} {c.DueAt:O} {c.StoppedAt:O}"));
        all.AddRange((await database.People.OrderBy(p => p.UserName).ToListAsync()).Select(p => $"{p.Id} {p.UserName} {p.Name} {p.Email} {p.IsActive}"));
        all.AddRange((await database.Roles.OrderBy(r => r.Id).ToListAsync()).Select(r => $"{r.Id} {r.PersonId} {r.Role} {r.From} {r.Until}"));
        all.AddRange((await database.VaultEntries.ToListAsync()).Select(e => $"{e.CaseId} {e.Field} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(e.Sealed))}").Order(StringComparer.Ordinal));
        var amal = await floor.ViewerAsync("amal");
        var found = await floor.Get<Gava.Operations.Cases.CaseSearch>().FindAsync(amal, new() { Words = "plantering" });
        all.Add($"found {string.Join(' ', found.Rows.Select(r => r.Reference))}");
        return all;
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var wrong = bytes.ToArray();
        wrong[at] ^= 0x01;
        return wrong;
    }

    private static void Rewrite(Floor floor, string from, string to, string schema, string? twice = null, params string[] later)
    {
        var cipher = floor.Get<VaultCipher>();
        using var reader = new BackupReader(File.OpenRead(from), cipher);
        using var stream = File.Create(to);
        using var writer = new BackupWriter(stream, cipher, schema, reader.MadeAt);
        while (reader.NextTable() is { } table)
        {
            var kept = table.Columns.Select((column, i) => (column, i)).Where(c => !later.Contains($"{table.Name}.{c.column.Name}")).ToList();
            var isKnown = !later.Contains(table.Name);
            if (isKnown) writer.Begin(table with { Columns = [.. kept.Select(c => c.column)] });
            while (reader.NextRow(table) is { } row)
            {
                if (!isKnown) continue;
                object?[] values = [.. kept.Select(c => row[c.i])];
                writer.Row(values);
                if (table.Name == twice) writer.Row(values);
            }

            if (!isKnown) continue;

            writer.EndTable();
        }

        writer.Finish();
    }

    private static async Task RegisterAsync(string url, ConcurrentBag<string> acknowledged, CancellationToken enough)
    {
        using var api = Api(url);
        while (!enough.IsCancellationRequested) acknowledged.Add(await RegisterOneAsync(api, "tyra.planterad@example.com"));
    }

    private static async Task<string> RegisterOneAsync(HttpClient api, string email)
    {
        using var answer = await api.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom i morse.", kind = "complaint", channel = "api", unit = "socialpsykiatri", complainant = new { name = "Tyra Planterad", email, address = "Planteringsgatan 17" } });
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    private static HttpClient Api(string url)
    {
        var api = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoMunicipality.ApiKey);
        return api;
    }
}
