using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Command line: <c>gava routine list|check|walk|export</c>, without database or key. R-PROC-03.</summary>
[Trait("Database", "None")]
public sealed class RoutineCommandTests
{
    private static readonly string[] Shipped = ["internservice", "nacka-kommun", "nacka-socialpsykiatri", "nacka-socialtjanst", "rinkeby-kista"];

    [Fact]
    public async Task The_shipped_routines_are_listed_one_a_line()
    {
        var answer = await GavaCommand.Run(["routine", "list"]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        Assert.Equal(Shipped, answer.StandardOutput.Split('\n'));
    }

    [Fact]
    public async Task A_routine_comes_out_as_it_was_written_and_can_be_followed_when_it_is_read_again()
    {
        var exported = await GavaCommand.Run(["routine", "export", "internservice"]);
        var file = await FileOf(exported.StandardOutput);
        var check = await GavaCommand.Run(["routine", "check", file]);

        Assert.Equal((await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "routines", "internservice.json"))).TrimEnd(), exported.StandardOutput.TrimEnd());
        Assert.Equal((0, ""), (check.ExitCode, check.StandardOutput));
    }

    [Fact]
    public async Task A_broken_file_is_told_by_line_and_column()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "routines", "internservice.json"));
        var lines = source.Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains("\"start\": \"arrival\"", StringComparison.Ordinal));
        var column = lines[at].IndexOf("\"arrival\"", StringComparison.Ordinal) + 1;
        lines[at] = lines[at].Replace("\"arrival\"", "\"arival\"", StringComparison.Ordinal);
        var file = await FileOf(string.Join('\n', lines));

        var check = await GavaCommand.Run(["routine", "check", file]);
        var walk = await GavaCommand.Run(["routine", "walk", file, "--received", "2026-04-24T14:10"]);

        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith($"{file}:{at + 1}:{column}", Assert.Single(check.StandardOutput.Split('\n')));
        Assert.Contains("arrival", check.StandardOutput);
        Assert.Equal((1, ""), (walk.ExitCode, walk.StandardOutput));
        Assert.StartsWith($"{file}:{at + 1}:{column}", walk.StandardError);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\0\u0001")]
    public async Task What_is_no_routine_at_all_is_refused_with_a_place(string content)
    {
        var file = await FileOf(content);

        var answer = await GavaCommand.Run(["routine", "check", file]);

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith($"{file}:1:", answer.StandardOutput);
    }

    // R-DUE-01, the worked example W0
    [Fact]
    public async Task A_walk_prints_every_clock_as_the_contract_says()
    {
        var answer = await GavaCommand.Run(["routine", "walk", "nacka-socialpsykiatri", "--received", "2026-04-24T14:10"]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        var clocks = JsonDocument.Parse(answer.StandardOutput).RootElement.GetProperty("clocks").EnumerateArray().ToList();
        var first = clocks.Single(c => c.GetProperty("name").GetString() == "forsta-aterkoppling");
        Assert.Equal("2026-05-04", first.GetProperty("due").GetString());
        Assert.All(clocks, c => Assert.NotEmpty(c.GetProperty("stops").EnumerateArray()));
    }

    [Fact]
    public async Task A_clock_that_starts_with_the_registration_is_counted_from_it()
    {
        var atOnce = await DueAsync("--received", "2026-04-24T14:10");
        var later = await DueAsync("--received", "2026-04-24T14:10", "--registered", "2026-04-27T09:00");

        Assert.Equal(("2026-05-04", "2026-05-07"), (atOnce, later));

        static async Task<string?> DueAsync(params string[] moments)
        {
            var answer = await GavaCommand.Run(["routine", "walk", "nacka-socialtjanst", .. moments]);
            return JsonDocument.Parse(answer.StandardOutput).RootElement.GetProperty("clocks").EnumerateArray()
                .Single(c => c.GetProperty("name").GetString() == "svar").GetProperty("due").GetString();
        }
    }

    [Theory]
    [InlineData(1, "routine", "check", "finns-inte")]
    [InlineData(1, "routine", "check", "")]
    [InlineData(1, "routine", "export", "../gava")]
    [InlineData(1, "routine", "walk", "finns-inte", "--received", "2026-04-24")]
    [InlineData(2, "routine", "walk", "internservice", "--received", "i går")]
    [InlineData(2, "routine", "walk", "internservice", "--received", "2026-04-24", "--registered", "sen")]
    [InlineData(2, "routine", "walk", "internservice")]
    [InlineData(2, "routine", "check")]
    [InlineData(2, "nonsens")]
    [InlineData(2, "user", "add", "nisse")]
    [InlineData(2, "user", "add", "nisse", "--role", "Kung", "--unit", "stad")]
    [InlineData(2, "key", "add")]
    [InlineData(2, "seed", "--cases", "0")]
    [InlineData(2, "mask", "--nonsens")]
    public async Task What_is_refused_is_1_what_is_written_wrong_is_2_and_both_are_said(int status, params string[] arguments)
    {
        var answer = await GavaCommand.Run(arguments);

        Assert.Equal(status, answer.ExitCode);
        Assert.NotEmpty(answer.StandardError);
        Assert.DoesNotContain("   at ", answer.StandardError);
    }

    private static async Task<string> FileOf(string content)
    {
        var file = Path.Combine(TestFolder.New("routine"), "rutin.json");
        await File.WriteAllTextAsync(file, content);
        return file;
    }
}
