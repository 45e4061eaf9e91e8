using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Command line: <c>gava calendar due</c>.</summary>
[Trait("Database", "None")]
public sealed class CalendarCommandTests
{
    // R-DUE-01
    [Fact]
    public async Task A_batch_of_moments_and_days_gives_a_date_a_line()
    {
        var answer = await GavaCommand.Run(["calendar", "due", "--batch"], """
            2026-04-24T14:10,5
            2026-04-24,0
            2026-06-18T16:00,1
            2026-12-23,1
            2026-04-24T23:30Z,1
            2026-04-24T23:30+02:00,1
            2026-04-24T14:10, 10
            """);

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        Assert.Equal(["2026-05-04", "2026-04-24", "2026-06-22", "2026-12-28", "2026-04-27", "2026-04-27", "2026-05-11"], answer.StandardOutput.Split('\n'));
    }

    [Theory]
    [InlineData("2026-05-04", "--from", "2026-04-24T14:10", "--days", "10", "--kind", "calendar")]
    [InlineData("2026-05-01", "--from", "2026-04-24T14:10", "--days", "7", "--kind", "calendar")]
    [InlineData("2026-05-04", "--from", "2026-04-24T14:10", "--days", "7", "--kind", "calendar", "--roll")]
    // Half past twelve at night in Stockholm is the day after in UTC's eyes.
    [InlineData("2026-04-28", "--from", "2026-04-26T22:30:00Z", "--days", "1")]
    public async Task One_question_gives_one_date(string date, params string[] question)
    {
        var answer = await GavaCommand.Run(["calendar", "due", .. question]);

        Assert.Equal((0, date, ""), (answer.ExitCode, answer.StandardOutput, answer.StandardError));
    }

    [Theory]
    [InlineData("--from", "2026-02-30", "--days", "5")]
    [InlineData("--from", "2026-04-24T14:10", "--days", "fem")]
    [InlineData("--from", "2026-04-24T14:10", "--days", "-1")]
    [InlineData("--from", "2026-04-24T14:10")]
    [InlineData("--from", "2026-04-24", "--days", "5", "--kind", "bank")]
    [InlineData("--from", "9999-12-30", "--days", "5")]
    [InlineData("--from", "2026-04-24", "--days", "5", "--nonsens")]
    public async Task What_cannot_be_counted_is_wrong_usage_and_is_said(params string[] question)
    {
        var answer = await GavaCommand.Run(["calendar", "due", .. question]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.StandardOutput));
        Assert.NotEmpty(answer.StandardError);
        Assert.DoesNotContain("   at ", answer.StandardError);
    }

    [Fact]
    public async Task A_bad_line_in_a_batch_is_named_and_the_others_are_counted()
    {
        var answer = await GavaCommand.Run(["calendar", "due", "--batch"], "2026-04-24,5\nnonsens\n2026-04-24,x\n2026-04-24,1\n");

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(["2026-05-04", "", "", "2026-04-27"], answer.StandardOutput.Split('\n'));
        Assert.StartsWith("Rad 2: ", answer.StandardError.Split('\n')[0]);
        Assert.StartsWith("Rad 3: ", answer.StandardError.Split('\n')[1]);
    }
}
