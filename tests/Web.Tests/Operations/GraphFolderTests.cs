using System.Text;
using Gava.Operations.Gateways;
using Gava.Operations.Intake;
using Gava.Web.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-IN-07: a mailbox in Microsoft 365 is read as a Maildir is, against a server that stands in for Microsoft's.</summary>
public sealed class GraphFolderTests
{
    [Fact]
    public async Task What_waits_is_taken_page_by_page_marked_as_read_and_moved()
    {
        await using var graph = await GraphStandIn.StartAsync();
        for (var i = 1; i <= 5; i++) Put(graph, $"AAkALg/{i}==", $"Mejl {i}.");
        await using var floor = await Floor.StartAsync([.. graph.Settings, ("Gava:Mail:Inbox:Graph:MoveTo", "archive")]);

        Assert.Equal(5, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));

        Assert.Equal(5, await MailsAsync(floor));
        Assert.Equal(5, graph.Read.Distinct().Count());
        Assert.All(graph.Moved, m => Assert.Equal("archive", m.Folder));
        Assert.Equal((5, 1), (graph.Moved.Count, graph.Tokens));
        await using var database = floor.Database();
        Assert.All(await database.Cases.Select(c => c.ArrivedAt).ToListAsync(), at => Assert.Equal(new DateTime(2026, 4, 24, 9, 0, 0, DateTimeKind.Utc), at));
    }

    [Fact]
    public async Task The_same_message_is_one_case_also_when_it_is_written_anew_and_could_not_be_marked()
    {
        await using var graph = await GraphStandIn.StartAsync();
        var times = 0;
        graph.Put("A1", () => Mail($"Ett mejl.\r\n{new string(' ', ++times)}"));
        graph.Instead = (request, response) => RefuseAsync(request.Method == "PATCH", response, 500);
        await using var floor = await Floor.StartAsync(graph.Settings);
        await Assert.ThrowsAsync<GraphRefused>(() => floor.Get<GraphFolder>().EmptyAsync());
        Assert.Equal(1, await MailsAsync(floor));

        graph.Instead = null;
        await using var another = Floor.On(floor.ConnectionString, floor.Clock, graph.Settings);
        Assert.Equal(1, await another.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));

        Assert.Equal((1, 2), (await MailsAsync(floor), times));
    }

    [Fact]
    public async Task When_it_asks_for_rest_it_is_left_alone_so_long_and_nothing_is_lost()
    {
        await using var graph = await GraphStandIn.StartAsync();
        Put(graph, "A1", "Ett.");
        graph.Instead = async (request, response) =>
        {
            response.Headers.RetryAfter = "120";
            return await RefuseAsync(request.Path.Value!.EndsWith("$value", StringComparison.Ordinal), response, 429);
        };
        await using var floor = await Floor.StartAsync(graph.Settings);
        var refused = await Assert.ThrowsAsync<GraphRefused>(() => floor.Get<GraphFolder>().EmptyAsync());
        Assert.Equal(("429", TimeSpan.FromMinutes(2)), (refused.Message, refused.Wait));

        graph.Instead = null;
        var asked = graph.Asked.Count;
        floor.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(0, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(asked, graph.Asked.Count);
        floor.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_that_is_taken_back_or_has_run_out_is_asked_for_anew_and_only_once()
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var floor = await Floor.StartAsync(graph.Settings);
        Put(graph, "A1", "Ett.");
        await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken);
        graph.ForgetToken();
        Put(graph, "A2", "Två.");
        Assert.Equal(1, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));
        floor.Clock.Advance(TimeSpan.FromHours(1));
        Put(graph, "A3", "Tre.");
        Assert.Equal(1, await floor.Get<GraphFolder>().EmptyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, graph.Tokens);

        graph.Instead = (_, response) => RefuseAsync(true, response, 401);
        Assert.Equal("401", (await Assert.ThrowsAsync<GraphRefused>(() => floor.Get<GraphFolder>().EmptyAsync())).Message);
        Assert.Equal(4, graph.Tokens);
    }

    [Fact]
    public async Task One_message_that_cannot_be_had_stops_no_other_and_the_job_says_so()
    {
        await using var graph = await GraphStandIn.StartAsync();
        foreach (var id in new[] { "A1", "A2", "A3", "A4" }) Put(graph, id, $"Mejl {id}.");
        graph.Instead = (request, response) => RefuseAsync(request.Path.Value!.Contains("/A2/", StringComparison.Ordinal), response, 500);
        await using var floor = await Floor.StartAsync(graph.Settings);

        Assert.Equal("500", (await Assert.ThrowsAsync<GraphRefused>(() => floor.Get<GraphFolder>().EmptyAsync())).Message);

        Assert.Equal(3, await MailsAsync(floor));
        Assert.DoesNotContain("A2", graph.Read);
    }

    // A server that is broken, slow, lies, or wants the token sent elsewhere.
    [Fact]
    public async Task Whatever_it_answers_nothing_is_taken_that_is_not_there_and_the_secret_is_nowhere()
    {
        await using var graph = await GraphStandIn.StartAsync();
        await using var elsewhere = await GraphStandIn.StartAsync();
        Put(graph, "A1", "Ett.");
        // The app's own job finds nothing to take, and comes back in a minute.
        graph.Instead = (_, response) => RefuseAsync(true, response, 500);
        string[] answers = ["", "{}", "[]", "null", "{\"value\":7}", "{\"value\":[7]}", "{\"value\":[{}]}", "{\"value\":[{\"id\":\"\"}]}", "<html>", $"{{\"value\":[],\"@odata.nextLink\":\"{elsewhere.Url}/v1.0/x\"}}"];
        await using var app = await TestApp.StartAsync([.. graph.Settings.Select(s => $"--{s.Key}={s.Value}")]);
        var folder = (GraphFolder)app.Services.GetService(typeof(GraphFolder))!;
        foreach (var answer in answers)
        {
            graph.Instead = async (_, response) =>
            {
                await response.WriteAsync(answer);
                return true;
            };
            await Assert.ThrowsAsync<GraphRefused>(() => folder.EmptyAsync());
        }

        foreach (var status in new[] { 302, 400, 403, 404, 500, 502, 503 })
        {
            graph.Instead = (_, response) => RefuseAsync(true, response, status);
            Assert.Equal($"{status}", (await Assert.ThrowsAsync<GraphRefused>(() => folder.EmptyAsync())).Message);
        }

        Assert.Empty(elsewhere.Asked);
        Assert.DoesNotContain(app.LogLines, line => line.Contains(GraphStandIn.Secret, StringComparison.Ordinal) || line.Contains("token-", StringComparison.Ordinal) || line.Contains(GraphStandIn.Mailbox, StringComparison.Ordinal));
        Assert.DoesNotContain(GraphStandIn.Secret, new GraphSettings { Tenant = "t", Client = "c", Secret = GraphStandIn.Secret, Mailbox = "m" }.ToString(), StringComparison.Ordinal);
        await using var database = app.Database();
        Assert.Equal(0, await database.Cases.CountAsync());
    }

    [Fact]
    public async Task A_server_that_says_nothing_or_is_gone_does_not_stop_the_jobs()
    {
        await using var graph = await GraphStandIn.StartAsync();
        var never = new TaskCompletionSource<bool>();
        graph.Instead = (_, _) => never.Task;
        var settings = new GraphSettings { Tenant = "kommun.example", Client = "c", Secret = GraphStandIn.Secret, Mailbox = GraphStandIn.Mailbox, LoginUrl = new(graph.Url), Url = new(graph.Url), Patience = TimeSpan.FromMilliseconds(500) };
        using (var mailbox = new GraphMailbox(settings, TimeProvider.System)) Assert.Equal("silent", (await Assert.ThrowsAsync<GraphRefused>(() => mailbox.UnreadAsync(10))).Message);
        never.SetResult(true);
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        using (var mailbox = new GraphMailbox(settings with { LoginUrl = nowhere, Url = nowhere }, TimeProvider.System)) Assert.Equal("unreachable", (await Assert.ThrowsAsync<GraphRefused>(() => mailbox.UnreadAsync(10))).Message);
        using (var mailbox = new GraphMailbox(settings with { Secret = "fel" }, TimeProvider.System)) Assert.Equal("token 401", (await Assert.ThrowsAsync<GraphRefused>(() => mailbox.UnreadAsync(10))).Message);
    }

    private static async Task<int> MailsAsync(Floor floor)
    {
        await using var database = floor.Database();
        return await database.Cases.CountAsync(c => c.Channel == "email");
    }

    private static Task<bool> RefuseAsync(bool refuses, HttpResponse response, int status)
    {
        if (refuses) response.StatusCode = status;
        return Task.FromResult(refuses);
    }

    private static void Put(GraphStandIn graph, string id, string text) => graph.Put(id, () => Mail(text));

    private static byte[] Mail(string text) => Encoding.UTF8.GetBytes($"From: tyra@exempel.example\r\nTo: {GraphStandIn.Mailbox}\r\nSubject: Hej\r\n\r\n{text}\r\n");
}
