using Gava.Operations.History;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Operations;

/// <summary>R-SEC-02: a log that shows if it was altered, whoever altered it and how.</summary>
[Trait("Category", "Privacy")]
public sealed class JournalCheckTests(ITestOutputHelper output)
{
    private const string Somebody = "00000000-0000-7000-8000-000000000009";

    public static TheoryData<string, string> Alterations => new()
    {
        { "UPDATE journal SET kind = 'Noted' WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET kind = 'Påhittat' WHERE sequence = 5", "Rad 5 går inte att läsa" },
        { "UPDATE journal SET number = 99 WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET case_id = 0 WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET case_id = 1, number = 99 WHERE sequence = 5", "Rad 5 har ändrats" },
        { $"UPDATE journal SET by = {Key(Somebody)} WHERE sequence = 5", "Rad 5 har ändrats" },
        { $"UPDATE journal SET at = {Moment} WHERE sequence = 5", "Rad 5 har ändrats" },
        { $"UPDATE journal SET happened_at = {Moment} WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET text = '' WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET subject = 'någon-annan' WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET subject = NULL WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET why = 'Därför' WHERE sequence = 5", "Rad 5 har ändrats" },
        { "UPDATE journal SET hash = (SELECT hash FROM journal WHERE sequence = 6) WHERE sequence = 5", "Rad 5 har ändrats" },
        { "DELETE FROM journal WHERE sequence = 1", "Rad 1 saknas" },
        { "DELETE FROM journal WHERE sequence = 5", "Rad 5 saknas" },
        { "DELETE FROM journal WHERE sequence = 5; UPDATE journal SET sequence = -sequence WHERE sequence > 5; UPDATE journal SET sequence = -sequence - 1 WHERE sequence < 0", "Rad 5 har ändrats" },
        { "UPDATE journal SET sequence = 1000005 WHERE sequence = 5; UPDATE journal SET sequence = 5 WHERE sequence = 6; UPDATE journal SET sequence = 6 WHERE sequence = 1000005", "Rad 5 har ändrats" },
        { $"UPDATE journal SET sequence = -sequence WHERE sequence > 5; UPDATE journal SET sequence = -sequence + 1 WHERE sequence < 0; {Inserted("6")}", "Rad 6 har ändrats" },
        { Inserted("(SELECT max(sequence) + 1 FROM journal)"), "har ändrats" },
        { "DELETE FROM journal WHERE sequence > 10", "Journalen slutar vid rad 10, men borde ha" },
        { "DELETE FROM journal", "Journalen slutar vid rad 0, men borde ha" },
        { "DELETE FROM journal WHERE sequence > 10; UPDATE register_head SET last_sequence = 10", "Sista raden är inte den som skrevs sist." },
        { "DELETE FROM register_head", "Raden som säger var journalen slutar saknas." },
    };

    [Fact]
    public async Task A_journal_written_anew_with_a_chain_that_holds_does_not_pass_through_an_anchor_kept_elsewhere()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var check = floor.Get<JournalCheck>();
        var anchor = (await check.AnchorAsync())!;
        await floor.RegisterAsync();
        var later = (await check.AnchorAsync())!;
        Assert.Equal(anchor, JournalAnchor.Parse($"info: Journal anchor {anchor}"));
        Assert.Null((await check.VerifyAsync(default, anchor, later)).Fault);

        // Somebody cuts the end off and makes the head fit: a shorter journal in which everything is right.
        var hash = Floor.IsSqlite ? $"x'{anchor.Hash}'" : $"'\\x{anchor.Hash}'";
        await floor.SqlAsync($"DELETE FROM journal WHERE sequence > {anchor.Sequence}; UPDATE register_head SET last_sequence = {anchor.Sequence}, last_hash = {hash}");
        Assert.Null((await check.VerifyAsync()).Fault);
        Assert.Null((await check.VerifyAsync(default, anchor)).Fault);
        Assert.Contains("när ankaret sattes", (await check.VerifyAsync(default, later)).Fault, StringComparison.Ordinal);
        Assert.Contains("har skrivits om", (await check.VerifyAsync(default, anchor with { Hash = later.Hash })).Fault, StringComparison.Ordinal);
        output.WriteLine($"Anchors on {DatabaseUnderTest.Kind}: a journal of {later.Sequence} lines cut off at {anchor.Sequence} with a head that fits, and one written anew; both found by the anchor, and not without it.");
    }

    [Fact]
    public async Task The_command_keeps_and_checks_anchors()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var anchor = await floor.RunAsync(["audit", "anchor"]);
        var folder = TestFolder.New("anchors");
        var file = Path.Combine(folder, "anchors.txt");
        await File.WriteAllTextAsync(file, $"2026-04-24 {anchor.StandardOutput}\n", TestContext.Current.CancellationToken);
        Assert.Equal((0, true), ((await floor.RunAsync(["audit", "verify", "--anchors", file])) is var good ? good.ExitCode : -1, good.StandardError.Contains("1 ankare", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(file, $"{new JournalAnchor(3, new string('A', 64))}\n", TestContext.Current.CancellationToken);
        var wrong = await floor.RunAsync(["audit", "verify", "--anchors", file]);
        Assert.Equal((1, true), (wrong.ExitCode, wrong.StandardOutput.Contains("Rad 3", StringComparison.Ordinal)));
        Assert.Equal(2, (await floor.RunAsync(["audit", "verify", "--anchors", file + ".finns-inte"])).ExitCode);
        TestFolder.Remove(folder);
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task Whatever_is_done_to_the_journal_shows_and_the_first_broken_line_is_named(string sql, string named)
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);

        await floor.SqlAsync(sql);

        var fault = (await floor.Get<JournalCheck>().VerifyAsync()).Fault;
        Assert.Contains(named, fault);
        output.WriteLine($"Found on {DatabaseUnderTest.Kind}: {sql.Split(';')[0]} → {fault}");
    }

    // Each column, one after the other, of every line: there is no line that nobody looks at.
    [Fact]
    public async Task Every_line_is_tied_in_every_column()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var (lines, found) = (await floor.CountAsync("SELECT count(*) FROM journal"), 0);
        for (var line = 1; line <= lines; line++)
        {
            foreach (var column in new[] { "text", "subject", "why" })
            {
                var before = await floor.TextsAsync($"SELECT coalesce({column}, '∅') FROM journal WHERE sequence = {line}");
                await floor.SqlAsync($"UPDATE journal SET {column} = coalesce({column}, '') || 'x' WHERE sequence = {line}");
                Assert.Contains($"Rad {line} har ändrats", (await floor.Get<JournalCheck>().VerifyAsync()).Fault);
                await floor.SqlAsync($"UPDATE journal SET {column} = {(before[0] == "∅" ? "NULL" : $"'{before[0].Replace("'", "''", StringComparison.Ordinal)}'")} WHERE sequence = {line}");
                found++;
            }
        }

        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        output.WriteLine($"Tampering on {DatabaseUnderTest.Kind}: {found} of {lines * 3} edits of {lines} lines found at their line, besides {Alterations.Count} other ways.");
    }

    [Fact]
    public async Task The_command_says_how_long_a_whole_journal_is_and_names_the_line_of_a_broken_one()
    {
        await using var floor = await Floor.StartAsync();
        var lines = await floor.CountAsync("SELECT count(*) FROM journal");

        var whole = await floor.RunAsync(["audit", "verify"]);
        await floor.SqlAsync("UPDATE journal SET subject = 'någon-annan' WHERE sequence = 7");
        var broken = await floor.RunAsync(["audit", "verify"]);
        var check = await floor.RunAsync(["check"]);

        Assert.Equal((0, ""), (whole.ExitCode, whole.StandardOutput));
        Assert.Contains($"{lines} rader", whole.StandardError);
        Assert.Equal((1, "Rad 7 har ändrats, eller hör inte hemma där."), (broken.ExitCode, broken.StandardOutput));
        Assert.Equal((1, "Rad 7 har ändrats, eller hör inte hemma där."), (check.ExitCode, check.StandardOutput));
    }

    private static string Moment => Floor.IsSqlite ? "'2020-01-01 00:00:00'" : "'2020-01-01T00:00:00Z'";

    private static string Key(string id) => Floor.IsSqlite ? $"X'{id.Replace("-", "", StringComparison.Ordinal)}'" : $"'{id}'";

    private static string Inserted(string sequence) =>
        $"INSERT INTO journal SELECT {sequence}, case_id, 77, kind, by, at, happened_at, text, subject, why, hash FROM journal WHERE sequence = 4";
}
