using System.Net;

namespace Gava.Web.Tests.Testing.SelfTests;

[Trait("Database", "None")]
public sealed class GavaProcessTests
{
    private static readonly string[] StandIn = ["node", Path.Combine(AppContext.BaseDirectory, "Testing", "SelfTests", "stand-in.js")];

    [Fact]
    public async Task A_started_program_is_ready_has_its_settings_and_ends_when_asked()
    {
        await using var gava = await GavaProcess.Start(new Dictionary<string, string?> { ["Gava__Demo"] = "true" }, command: StandIn);

        Assert.Equal("Gåva started with Gava__Data Gava__Database Gava__Demo", gava.StandardOutput);
        Assert.Equal($"Data Source={gava.Data}/gava.db", gava.StandardError);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(gava));
        Assert.Equal(0, await gava.Stop());
    }

    [Fact]
    public async Task A_killed_program_answers_no_more_and_takes_its_folder_along()
    {
        var gava = await GavaProcess.Start(command: StandIn);

        await gava.Kill();

        await Assert.ThrowsAsync<HttpRequestException>(() => StatusOf(gava));
        Assert.True(Directory.Exists(gava.Data));
        await gava.DisposeAsync();
        Assert.False(Directory.Exists(gava.Data));
    }

    [Fact]
    public async Task A_program_that_ends_too_early_is_reported_with_what_it_said()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => GavaProcess.Start(command: ["node", "-e", "console.log('ett ord'); console.error('ett annat'); process.exit(3)"]));

        Assert.Contains("ended with status 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ett ord", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ett annat", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_never_ready_is_reported_and_ended()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => GavaProcess.Start(timeout: TimeSpan.FromSeconds(1), command: ["node", "-e", "console.log('väntar'); setInterval(() => {}, 1000)"]));

        Assert.Contains("Not ready after 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("väntar", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_lies_beside_the_tests_with_what_it_needs_to_start()
    {
        foreach (var file in new[] { "gava.dll", "gava.runtimeconfig.json", "gava.deps.json" })
        {
            Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, file)), file);
        }
    }

    private static async Task<HttpStatusCode> StatusOf(GavaProcess gava)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri($"{gava.Url}/readyz"), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
