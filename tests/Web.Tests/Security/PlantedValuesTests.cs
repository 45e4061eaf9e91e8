using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gava.Domain.Privacy;
using Gava.Operations.Backups;
using Gava.Operations.Vault;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Security;

/// <summary>
/// More than a thousand different values of every type that the finder knows, put into every flow that takes words or files, those that are
/// refused too. Afterwards they are in the vault, and in nothing else that the program wrote, answered, sent or said.
/// The flows are taken from the matrix of rights, so that a new address is driven too.
/// </summary>
// R-REG-02, R-REG-03, R-SEC-04, R-SEC-05
[Trait("Category", "Privacy")]
public sealed partial class PlantedValuesTests(ITestOutputHelper output)
{
    private const int Seed = 20260424;

    [Fact]
    public async Task A_thousand_values_are_in_the_vault_and_nowhere_else()
    {
        var watch = Stopwatch.StartNew();
        var answers = new OverheardAnswers();
        using var signals = new OverheardSignals();
        using var temporary = new FileSystemWatcher(TestApp.Temporary) { EnableRaisingEvents = true };
        List<string> spilled = [];
        temporary.Created += (_, file) => spilled.Add(file.FullPath);
        var maildir = TestFolder.New("maildir");
        foreach (var part in new[] { "new", "cur", "tmp" }) Directory.CreateDirectory(Path.Combine(maildir, part));
        await using var smtp = await SmtpServer.Start();
        var app = await TestApp.StartWithAsync(services => services.AddSingleton<IStartupFilter>(answers),
            $"--Gava:Mail:Smtp:Host={smtp.Host}", $"--Gava:Mail:Smtp:Port={smtp.Port.ToString(CultureInfo.InvariantCulture)}", $"--Gava:Mail:Inbox:Maildir={maildir}");
        await using var work = Work.On(app);
        var planted = new PlantedValues(Seed, await WithoutPlantingAsync(app));
        var life = new PlantedLife(work, planted, maildir);

        await life.LiveAsync();

        var lived = watch.Elapsed;
        var search = new PlantedSearch(planted.All);
        var places = new Places(search);
        AllAreKept(life, await VaultAsync(app), search);
        await places.DatabaseAsync(app);
        places.Search("the log", app.LogLines);
        places.Search("activities and instruments", [signals.Said]);
        places.Mails(smtp.Received, life.Addresses);
        places.Files("the data folder", app.Data);
        places.Files("files of ASP.NET", TestApp.Temporary);
        places.Search("names of files of ASP.NET", spilled);
        places.Search("the copy that was handed out", [life.Copy]);
        places.Search("the copy, unpacked", [PdfTools.Uncompressed(life.Copy), PdfTools.Text(life.Copy), PdfTools.Information(life.Copy)]);
        await places.BackupAsync(app);

        await life.DisposeOfAsync();
        await places.DatabaseAsync(app);
        await places.BackupAsync(app);
        places.Answers(answers.All);

        output.WriteLine($"Database: {DatabaseUnderTest.Kind}. {watch.Elapsed.TotalSeconds:F0} s, of which {lived.TotalSeconds:F0} s were lived.");
        output.WriteLine($"Planted: {planted.All.Count} values ({string.Join(", ", planted.All.GroupBy(v => v.Type).Select(g => $"{g.Key} {g.Count()}"))}), looked for in {search.Patterns} spellings.");
        output.WriteLine($"Flows: {planted.All.Select(v => v.Flow).Distinct().Count()}, of which {life.Refused} refused what they were given. Answers: {answers.All.Count}.");
        places.Tell(output);
        Assert.Empty(places.Leaks);
        Assert.Empty(spilled);
        Assert.True(planted.All.Count >= 1000, $"{planted.All.Count} values are fewer than a thousand.");
        Assert.All(Enum.GetValues<PersonalDataType>(), type => Assert.True(planted.All.Count(v => v.Type == type) >= 50, $"{type}"));
        TestFolder.Remove(maildir);
    }

    /// <summary>All that Gåva says by itself: a value that is a part of it could not be told from a leak.</summary>
    private static async Task<string> WithoutPlantingAsync(TestApp app)
    {
        var own = new StringBuilder();
        foreach (var folder in new[] { "src/Web", "routines" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Folder, folder), "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".json" or ".js" or ".css" && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)))
            {
                own.AppendLine(await File.ReadAllTextAsync(file));
            }
        }

        // In SQLite's file the columns of a row stand without anything between them.
        foreach (var (_, row) in await Places.RowsAsync(app)) own.AppendLine(Encoding.UTF8.GetString(row)).AppendLine(Encoding.UTF8.GetString(row).Replace("\n", "", StringComparison.Ordinal));
        return own.ToString();
    }

    /// <summary>What the vault holds, opened behind the program's back: nothing is logged and nothing is cached.</summary>
    private static async Task<List<byte[]>> VaultAsync(TestApp app)
    {
        await using var database = app.Database();
        var cipher = app.Services.GetRequiredService<VaultCipher>();
        var keys = (await database.VaultKeys.ToListAsync()).ToDictionary(k => k.CaseId, cipher.Unwrap);
        List<byte[]> opened = [];
        await foreach (var entry in database.VaultEntries.AsNoTracking().AsAsyncEnumerable()) opened.Add(VaultCipher.OpenField(keys[entry.CaseId], entry));
        return opened;
    }

    /// <summary>A flow that drops what it is given leaks nothing either: what was taken in must be in the vault.</summary>
    private static void AllAreKept(PlantedLife life, List<byte[]> vault, PlantedSearch search)
    {
        var kept = vault.SelectMany(search.In).Select(found => found.Value).ToHashSet();
        var lost = life.Kept.Where(v => !kept.Contains(v)).Select(v => $"{v.Type} of {v.Flow}").ToList();
        Assert.True(lost.Count == 0, $"The vault has lost {lost.Count} of {life.Kept.Count}: {string.Join("; ", lost.Take(20))}");
        Assert.True(life.Kept.Count > 700, $"Only {life.Kept.Count} were taken in.");
    }

    /// <summary>Where it was looked, and what was found there.</summary>
    private sealed class Places(PlantedSearch search)
    {
        private readonly Dictionary<string, (int Things, long Bytes)> searched = [];

        public List<string> Leaks { get; } = [];

        public void Tell(ITestOutputHelper output)
        {
            output.WriteLine($"Places searched: {searched.Count}. Leaks: {Leaks.Count}.");
            foreach (var leak in Leaks.Take(200)) output.WriteLine($"  LEAK {leak}");
            foreach (var (place, (things, bytes)) in searched) output.WriteLine($"  {place}: {things}, {bytes / 1024.0:N0} KiB");
        }

        public void Search(string place, IEnumerable<string> texts) => Search(place, texts.Select(Encoding.UTF8.GetBytes));

        public void Search(string place, IEnumerable<byte[]> things)
        {
            foreach (var thing in things)
            {
                var (count, bytes) = searched.GetValueOrDefault(place);
                searched[place] = (count + 1, bytes + thing.Length);
                foreach (var (value, around) in search.In(thing).Take(3)) Leaks.Add($"{value.Type} of {value.Flow} is in {place}: {around}");
            }
        }

        /// <summary>Every column of every table, the sealed ones too; and on SQLite the files as they are, where deleted rows may linger.</summary>
        public async Task DatabaseAsync(TestApp app)
        {
            var rows = await RowsAsync(app);
            Assert.Contains(rows, r => r.Table == "vault_entry");
            Assert.Contains(rows, r => r.Table == "journal" && Encoding.UTF8.GetString(r.Row).Contains("[namn", StringComparison.Ordinal));
            foreach (var table in rows.GroupBy(r => r.Table)) Search($"table {table.Key}", table.Select(r => r.Row));
            await using var database = app.Database();
            if (!database.Database.IsSqlite()) return;
            var file = new SqliteConnectionStringBuilder(app.ConnectionString).DataSource;
            foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(file)!)) Search($"file {Path.GetFileName(part)}", [await ReadAsync(part)]);
        }

        public static async Task<List<(string Table, byte[] Row)>> RowsAsync(TestApp app)
        {
            await using var database = app.Database();
            var isSqlite = database.Database.IsSqlite();
            var connection = database.Database.GetDbConnection();
            await connection.OpenAsync();
            var tables = (await QueryAsync(connection, isSqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")).ConvertAll(Encoding.UTF8.GetString);
            List<(string, byte[])> rows = [];
            foreach (var table in tables) rows.AddRange((await QueryAsync(connection, isSqlite ? $"SELECT * FROM \"{table}\"" : $"SELECT t.* FROM \"{table}\" t")).Select(row => (table, row)));
            return rows;
        }

        /// <summary>A row as its bytes: a text in UTF-8, bytes as they are, and between columns what is in no value.</summary>
        private static async Task<List<byte[]>> QueryAsync(DbConnection connection, string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // table names of the database itself
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            List<byte[]> rows = [];
            while (await reader.ReadAsync())
            {
                using var row = new MemoryStream();
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (i > 0) row.WriteByte((byte)'\n');
                    row.Write(reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? ""));
                }

                rows.Add(row.ToArray());
            }

            return rows;
        }

        public void Files(string place, string folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                Search($"names in {place}", [Path.GetRelativePath(folder, file)]);
                Search(place, [File.ReadAllBytes(file)]);
            }
        }

        /// <summary>The address stands where the mail goes and in nothing else of it.</summary>
        public void Mails(IReadOnlyList<ReceivedMail> mails, IReadOnlySet<string> addresses)
        {
            Assert.Contains(mails, m => m.To.Any(addresses.Contains));
            Search("mails that were sent", mails.SelectMany(m => new[] { m.Text, m.Header("Subject") ?? "", string.Join('\n', m.Source.Split('\n').Where(line => !line.StartsWith("To:", StringComparison.OrdinalIgnoreCase))) }));
        }

        public async Task BackupAsync(TestApp app)
        {
            var folder = TestFolder.New("backup");
            var file = Path.Combine(folder, "gava.backup");
            await app.Services.GetRequiredService<BackupDesk>().WriteAsync(file);
            Search("the backup", [await File.ReadAllBytesAsync(file)]);
            TestFolder.Remove(folder);
        }

        public void Answers(IReadOnlyList<OverheardAnswer> answers)
        {
            Search("headers of answers", answers.Select(a => a.Headers));
            foreach (var answer in answers.Where(a => !IsForWhoMayKnow(a)))
            {
                // What the finder missed is in the open until somebody hides it; afterwards it must be gone from all that is kept.
                // A refused form comes back with what was typed still in its fields, to the one who typed it; so does a search.
                var isPage = answer.MediaType.StartsWith("text/html", StringComparison.Ordinal);
                var what = $"{(answer.Status < 400 ? "pages and answers" : "error pages")}: {answer.Method} {Numbers().Replace(answer.Path, "{…}")}";
                foreach (var (value, around) in search.In(isPage && (answer.Method == "POST" || answer.IsAsked) ? Encoding.UTF8.GetBytes(WithoutFields(answer.Body)) : answer.Body)
                    .Where(found => found.Value.Flow != PlantedLife.ToHide).Take(3))
                {
                    Leaks.Add($"{value.Type} of {value.Flow} is in {what} ({answer.Status}): {around}");
                }

                var place = answer.Path.StartsWith("/api/", StringComparison.Ordinal) ? "answers of the API" : isPage ? "pages" : "other answers";
                var (count, bytes) = searched.GetValueOrDefault(place);
                searched[place] = (count + 1, bytes + answer.Body.Length);
            }
        }

        private static string WithoutFields(byte[] page)
        {
            var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
            foreach (var field in document.QuerySelectorAll("input, textarea").ToList())
            {
                if (field is IHtmlTextAreaElement area) area.TextContent = "";
                else field.RemoveAttribute("value");
            }

            return document.DocumentElement.OuterHtml;
        }

        private static async Task<byte[]> ReadAsync(string path)
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            return content.ToArray();
        }
    }

    /// <summary>The answers that are there to tell: what opens the vault for a reason, and what somebody has just typed themselves. Nothing else may hold a value.</summary>
    private static bool IsForWhoMayKnow(OverheardAnswer answer) => (answer.Status == 200 || answer is { Status: 400, Path: "/arenden/nytt" }) && ForWhoMayKnow().IsMatch($"{answer.Method} {answer.Path}{(answer.IsAsked ? "?" : "")}");

    [System.Text.RegularExpressions.GeneratedRegex(@"^POST (/arenden/nytt(/granska)?|/arenden/[\d-]+/(uppgifter|ratta-uppgifter)|/lamna|/folj|/nodoppna|/registerutdrag/paket)$|^GET /arenden/[\d-]+/(bilaga/\d+)$|^POST /arenden/[\d-]+/brev/\d+$|^(GET|POST) /api/v1/cases/[\d-]+/(attachments|letters)/\d+$|^POST /api/v1/cases/[\d-]+/emergency-opening$|^POST /api/v1/extracts$|^GET /api/v1/cases/[\d-]+\?$|^POST /api/v1/disclosures/\d+/documents/\d+/opening$")]
    private static partial System.Text.RegularExpressions.Regex ForWhoMayKnow();

    [System.Text.RegularExpressions.GeneratedRegex(@"\d{4}-\d{6}|(?<=/)\d+")]
    private static partial System.Text.RegularExpressions.Regex Numbers();
}
