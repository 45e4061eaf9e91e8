using System.Text.Json.Nodes;
using Gava.Operations.Cases;
using Gava.Operations.Demo;
using Gava.Operations.History;
using Gava.Operations.Registers;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations.Registers;

/// <summary>The register's part of all cases, from one installation to another (R-SYS-01; contract: gava export, gava import).</summary>
public sealed class RegisterLinesTests
{
    private static async Task<List<string>> LinesAsync(Floor floor)
    {
        using var text = new StringWriter();
        await floor.Get<RegisterLines>().WriteAsync(text);
        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r'))];
    }

    private static async Task<ImportReceipt> ImportAsync(Floor floor, List<string> lines)
    {
        var (receipt, faults) = await floor.Get<RegisterLines>().ImportAsync(() => lines, "00", Domain.People.Person.System);
        Assert.Equal([], faults);
        return receipt;
    }

    /// <summary>Without what must differ: the line that says where it came from, and the version that this line is.</summary>
    private static string Comparable(string line, bool isImported)
    {
        var one = JsonNode.Parse(line)!.AsObject();
        var journal = one["journal"]!.AsArray();
        if (isImported)
        {
            Assert.Equal("imported", (string?)journal[^1]!["kind"]);
            journal.RemoveAt(journal.Count - 1);
        }

        one.Remove("lastEventNumber");
        return one.ToJsonString();
    }

    [Fact]
    public async Task What_goes_out_comes_in_elsewhere_and_goes_out_the_same()
    {
        await using var floor = await Floor.StartAsync();
        await floor.Get<Seeder>().SeedAsync(120, 3);
        await using var other = await Floor.StartAsync();
        var lines = await LinesAsync(floor);

        var receipt = await ImportAsync(other, lines);
        var again = await ImportAsync(other, lines);
        var back = await LinesAsync(other);

        Assert.Equal((120, 0), (receipt.Added, receipt.There));
        Assert.Equal((0, 120), (again.Added, again.There));
        Assert.Equal(lines.Select(l => Comparable(l, false)), back.Select(l => Comparable(l, true)));
        Assert.Null((await other.Get<JournalCheck>().VerifyAsync()).Fault);
        await using (var database = other.Database()) Assert.Empty(await database.Outbox.ToListAsync());
        // They are found, seen by whom they were seen by, and go on: the next case and the next number of a diary follow.
        var amal = await other.ViewerAsync("amal");
        Assert.Equal((await floor.Get<CaseSearch>().FindAsync(await floor.ViewerAsync("amal"), new() { Take = 200 })).Rows.Select(r => r.Reference), (await other.Get<CaseSearch>().FindAsync(amal, new() { Take = 200 })).Rows.Select(r => r.Reference));
        Assert.Equal(121, (await other.RegisterAsync()).Number);
        Assert.Equal(await floor.TextsAsync("SELECT series || ' ' || year || ' ' || last_number FROM diary_series ORDER BY 1"), await other.TextsAsync("SELECT series || ' ' || year || ' ' || last_number FROM diary_series ORDER BY 1"));
    }

    [Fact]
    public async Task The_lines_hold_the_register_and_nothing_of_the_vault_or_the_codes()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync(text: "Tyra Planterad fick ingen hjälp.", complainant: new() { Name = "Tyra Planterad", Phone = "070-174 06 05", Address = "Storgatan 1" });

        var line = (await LinesAsync(floor)).Single();

        foreach (var secret in new[] { "Tyra", "Planterad", "070-174", "Storgatan", "followUpCode", "submissionId" }) Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase);
        var one = JsonNode.Parse(line)!;
        Assert.Equal(("socialpsykiatri", "amal", "inProgress", "complaint"), ((string?)one["unitId"], (string?)one["responsibleId"], (string?)one["status"], (string?)one["kind"]));
        Assert.Equal(["arrived", "registered"], one["journal"]!.AsArray().Select(l => (string?)l!["kind"]));
        Assert.NotEmpty(one["clocks"]!.AsArray());
    }

    [Fact]
    public async Task Its_own_cases_read_in_again_are_left_as_they_are()
    {
        await using var floor = await Floor.StartAsync();
        await floor.Get<Seeder>().SeedAsync(10, 5);

        var receipt = await ImportAsync(floor, await LinesAsync(floor));

        Assert.Equal((0, 10), (receipt.Added, receipt.There));
    }

    [Theory]
    [InlineData("{", "Rad 2: Raden går inte att läsa. Den ska vara skriven av gava export.")]
    [InlineData("{\"reference\":\"2026-000001\"}", "Rad 2: Raden går inte att läsa. Den ska vara skriven av gava export.")]
    [InlineData("[]", "Rad 2: Raden går inte att läsa. Den ska vara skriven av gava export.")]
    public async Task A_line_that_is_wrong_is_named_and_nothing_is_written(string wrong, string fault)
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        await using var other = await Floor.StartAsync();

        var (_, faults) = await other.Get<RegisterLines>().ImportAsync(() => [.. LinesAsync(floor).Result, wrong], "00", Domain.People.Person.System);

        Assert.Equal([fault], faults.Select(f => f.ToString()));
        Assert.Equal(0, await other.CountAsync("SELECT COUNT(*) FROM cases"));
    }

    [Fact]
    public async Task What_is_not_here_must_be_put_in_first()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        await using var other = await Floor.StartAsync();
        var line = (await LinesAsync(floor)).Single();

        var (_, faults) = await other.Get<RegisterLines>().ImportAsync(() => [line.Replace("\"amal\"", "\"amanda\"", StringComparison.Ordinal), line.Replace("\"socialpsykiatri\"", "\"manen\"", StringComparison.Ordinal), line.Replace("\"routineVersion\":1", "\"routineVersion\":99", StringComparison.Ordinal)],
            "00", Domain.People.Person.System);

        Assert.Equal(
        [
            "Rad 1: Personen amanda finns inte här. Lägg till den först: gava user add",
            "Rad 2: Enheten manen finns inte här. Lägg in den först: gava organisation import",
            "Rad 3: Rutinen nacka-socialpsykiatri version 99 finns inte här. Lägg in den först: gava routine import",
        ], faults.Select(f => f.ToString()));
    }

    // The program itself: contract, Command line
    [Fact]
    public async Task The_commands_write_data_on_standard_output_and_words_on_standard_error()
    {
        await using var floor = await Floor.StartAsync();
        var folder = TestFolder.New("register");
        var (list, map, lines) = (Path.Combine(folder, "lista.xlsx"), Path.Combine(folder, "karta.json"), Path.Combine(folder, "rader.jsonl"));
        await File.WriteAllBytesAsync(list, OldList.Workbook());

        var guessed = await floor.RunAsync(["import", list]);
        Assert.Equal(1, guessed.ExitCode);
        await File.WriteAllTextAsync(map, guessed.StandardOutput);
        var tried = await floor.RunAsync(["import", list, "--map", map, "--dry-run", "--by", "olle"]);
        Assert.Equal((0, "", "120 ärenden skulle läggas in. 0 fanns redan."), (tried.ExitCode, tried.StandardOutput, tried.StandardError));
        var done = await floor.RunAsync(["import", list, "--map", map]);
        Assert.Equal((0, "120 ärenden lades in. 0 fanns redan."), (done.ExitCode, done.StandardError));
        Assert.Equal((0, "0 ärenden lades in. 120 fanns redan."), (await floor.RunAsync(["import", list, "--map", map])) is var again ? (again.ExitCode, again.StandardError) : default);

        var csv = await floor.RunAsync(["export", "--format", "csv", "--columns", map, "--unit", "internservice"]);
        Assert.Equal(string.Join(';', OldList.Headings), csv.StandardOutput.TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r'));
        var exported = await floor.RunAsync(["export"]);
        Assert.Equal(120, exported.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await File.WriteAllTextAsync(lines, exported.StandardOutput);
        await using var other = await Floor.StartAsync();
        Assert.Equal((0, "120 ärenden lades in. 0 fanns redan."), (await other.RunAsync(["import", lines])) is var moved ? (moved.ExitCode, moved.StandardError) : default);
        Assert.Equal(0, (await other.RunAsync(["audit", "verify"])).ExitCode);

        await File.WriteAllTextAsync(list, "Datum;Ärende\ni våras;Smutsigt\n");
        await File.WriteAllTextAsync(map, """{"register":"Liten","columns":[{"heading":"Datum","field":"arrivedAt"},{"heading":"Ärende","field":"text"}],"constants":{"unit":"stad"}}""");
        var wrong = await floor.RunAsync(["import", list, "--map", map]);
        Assert.Equal((1, "Rad 2, Datum: Dagen går inte att läsa. Skriv den som 2025-03-31.", "Inget är inlagt. Ett fel att rätta."), (wrong.ExitCode, wrong.StandardOutput.Trim(), wrong.StandardError));
        Assert.Equal((1, 2, 2, 1), ((await floor.RunAsync(["import", list + ".borta"])).ExitCode, (await floor.RunAsync(["export", "--format", "ods"])).ExitCode, (await floor.RunAsync(["import"])).ExitCode, (await floor.RunAsync(["import", list, "--map", map, "--by", "sven"])).ExitCode));
    }
}
