using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gava.Web.Tests.Bench;

/// <summary>
/// What <c>./bench</c> runs: Gåva as its own process on an embedded database with 50,000 cases, over HTTP, beside what the same
/// machine can do at most in the same run. Ratios count; single figures depend on the machine. Nothing is asserted but that
/// every answer was right.
/// </summary>
[Trait("Category", "Bench")]
[Trait("Database", "None")]
public sealed class HttpBench
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    /// <summary>A page is warm when the runtime has compiled for the second time what it does often: some two thousand requests.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static readonly byte[] NewCase = JsonSerializer.SerializeToUtf8Bytes(new
    {
        text = "Personalen kom för sent i morse och ingen ringde. Det har hänt fyra gånger den här månaden och jag blir orolig.",
        kind = "complaint",
        channel = "phone",
        unit = "socialpsykiatri",
        complainant = new { name = "Elsa Exempel", phone = "070-174 06 05" },
    });

    private readonly List<Row> rows = [];

    private sealed record Row(string Work, string Figure, double Value, string Unit, string Beside);

    [Fact, Trait("Bench", "Http")]
    public async Task Figures_beside_the_limits_of_the_machine()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("GAVA_BENCH_CASES") ?? "50000", CultureInfo.InvariantCulture);
        var settings = await SeedAsync(cases, 36);
        var bare = BareCommits(settings["Gava__Data"]!);
        var clock = Stopwatch.StartNew();
        await using var gava = await GavaProcess.Start(settings, TimeSpan.FromMinutes(2));
        Add("start, until ready", "time", clock.Elapsed.TotalSeconds, "s", "aim: under 1 s; peers 2.3 and 6.9 s");
        await RegisterAsync(gava, bare);
        await ReadAsync(gava);
        Add("memory after the run", "working set", await WorkingSetAsync(gava) / 1024 / 1024, "MiB", "aim: under 200; peers 403 and 563 MiB");
        Write($"Gåva over HTTP at {cases:N0} cases", "bench-results");
    }

    /// <summary>The reports where there is most to count: a month of 50,000 cases, and a year among ten of 500,000 cases.</summary>
    [Theory, Trait("Bench", "Reports")]
    [InlineData("month", 2, 110_000)]
    [InlineData("years", 120, 500_000)]
    public async Task Reports_of_many_cases(string name, int months, int all)
    {
        var cases = Environment.GetEnvironmentVariable("GAVA_BENCH_CASES") is { } fewer ? int.Parse(fewer, CultureInfo.InvariantCulture) : all;
        await using var gava = await GavaProcess.Start(await SeedAsync(cases, months), TimeSpan.FromMinutes(5));
        var cookie = await SignInAsync(gava.Url);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(gava.Url), Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var today = Gava.Domain.Deadlines.StockholmTime.Today(TimeProvider.System);
        var period = name == "month" ? today.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture) : $"{today.Year - 1}";
        const string Received = "received,total,";
        var received = int.Parse((await http.GetStringAsync($"/rapporter/{period}?format=csv")).Split('\n').Single(l => l.StartsWith(Received, StringComparison.Ordinal))[Received.Length..], CultureInfo.InvariantCulture);
        var beside = string.Create(CultureInfo.InvariantCulture, $"{received:N0} received in it; aim: seconds");
        await CountAnewAsync($"page of {period}", $"/rapporter/{period}", beside);
        if (name == "years") await CountAnewAsync("the same as boards read it", $"/rapporter/{period}?oppen=true", beside);
        foreach (var format in new[] { "pdf", "docx", "xlsx", "csv" }) await CountAnewAsync($"{format} of {period}", $"/rapporter/{period}?format={format}", beside);
        await CountAnewAsync("how things stand", "/laget", "aim: seconds");
        if (name == "years")
        {
            var clock = Stopwatch.StartNew();
            for (var year = today.Year - 9; year <= today.Year; year++) await http.GetByteArrayAsync($"/rapporter/{year}");
            Add("ten years' reports, one after the other", "time", clock.Elapsed.TotalSeconds, "s", "aim: seconds");
        }

        Add("memory after the run", "working set", await WorkingSetAsync(gava) / 1024 / 1024, "MiB", "");
        Write($"Reports at {cases:N0} cases of {months} months", $"bench-reports-{name}");

        async Task CountAnewAsync(string work, string path, string against)
        {
            List<double> times = [];
            for (var i = 0; i < 5; i++)
            {
                await RegisterOneAsync(gava.Url);
                var start = Stopwatch.GetTimestamp();
                Assert.NotEmpty(await http.GetByteArrayAsync(path));
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            Add($"{work}, after a write", "median of 5", times.Order().ElementAt(2), "s", against);
        }
    }

    /// <summary>A demo municipality with so many cases, and where it lies.</summary>
    private async Task<Dictionary<string, string?>> SeedAsync(int cases, int months)
    {
        var folder = TestFolder.New("bench");
        var settings = new Dictionary<string, string?>
        {
            ["Gava__Demo"] = "true",
            ["Gava__Data"] = folder,
            ["Gava__Database"] = $"Data Source={Path.Combine(folder, "gava.db")}",
        };
        var clock = Stopwatch.StartNew();
        var seeded = await GavaCommand.Run(["seed", "--cases", $"{cases}", "--seed", "1", "--months", $"{months}"], settings: settings, timeout: TimeSpan.FromMinutes(60));
        Assert.Equal(0, seeded.ExitCode);
        Add($"seed {cases:N0} cases", "time", clock.Elapsed.TotalSeconds, "s", "");
        return settings;
    }

    /// <summary>So that nothing worked out before holds.</summary>
    private static async Task RegisterOneAsync(string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        using var answer = await http.SendAsync(Registering());
        Assert.Equal(201, (int)answer.StatusCode);
    }

    private static HttpRequestMessage Registering()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new ByteArrayContent(NewCase) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DemoMunicipality.ApiKey);
        return request;
    }

    private async Task RegisterAsync(GavaProcess gava, double bare)
    {
        Add("one bare durable row", "rate", bare, "commits/s", "the machine's own limit for one client");
        await RunAsync(gava.Url, Registering, 8, 201, TimeSpan.FromSeconds(3));
        foreach (var (clients, aim) in new[] { (1, "at least 0.5 × bare"), (8, "at least 4 × bare"), (32, "at least 1,100/s (50 × the better peer)") })
        {
            var (rate, p50, _) = await RunAsync(gava.Url, Registering, clients, 201, Window);
            Add($"register, {clients} clients", "rate", rate, "cases/s", string.Create(CultureInfo.InvariantCulture, $"{rate / bare:0.00} × bare; p50 {p50:0.0} ms; aim: {aim}"));
        }
    }

    private async Task ReadAsync(GavaProcess gava)
    {
        var cookie = await SignInAsync(gava.Url);
        foreach (var (work, path, peer) in new[]
        {
            ("case page", $"/arenden/{await NewestAsync(gava.Url)}", 7.6),
            ("list of 50 by urgency", "/arenden", 5.0),
            ("search, common word", "/arenden?q=personalen", 3.3),
            ("search, rare word", "/arenden?q=schema", 3.3),
            ("my work", "/start", 5.0),
            ("four-month report, nothing written since", $"/rapporter/{LastTertial()}", 5.0),
            ("how things stand, nothing written since", "/laget", 5.0),
        })
        {
            HttpRequestMessage Request()
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Add("Cookie", cookie);
                return request;
            }

            await RunAsync(gava.Url, Request, 2, 200, WarmUp);
            var (_, p50, p99) = await RunAsync(gava.Url, Request, 1, 200, Window);
            Add(work, "p50, one client", p50, "ms", string.Create(CultureInfo.InvariantCulture, $"p99 {p99:0.0} ms; aim: p50 under 5 ms"));
            var (rate, _, _) = await RunAsync(gava.Url, Request, 8, 200, Window);
            var memory = await FromMemoryAsync(gava.Url, Request);
            Add(work, "rate, 8 clients", rate, "pages/s", string.Create(CultureInfo.InvariantCulture,
                $"{rate / memory:0.00} of the same bytes from memory ({memory:0}/s), aim 0.25; {rate / peer:0} × the better peer ({peer}/s), aim 100"));
        }
    }

    /// <summary>The tertial that ended last.</summary>
    private static string LastTertial() => Gava.Domain.Routines.Period.Of(Gava.Domain.Deadlines.StockholmTime.Today(TimeProvider.System), Gava.Domain.Routines.ReportPeriod.Tertial).Before().Name;

    private static async Task<string> NewestAsync(string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoMunicipality.ApiKey);
        using var list = JsonDocument.Parse(await http.GetStringAsync("/api/v1/cases?sort=reference&unit=socialpsykiatri&limit=1"));
        return list.RootElement.GetProperty("items")[0].GetProperty("reference").GetString()!;
    }

    /// <summary>Asks with so many clients for so long; every answer must have the status.</summary>
    private static async Task<(double Rate, double P50, double P99)> RunAsync(string url, Func<HttpRequestMessage> request, int clients, int status, TimeSpan window)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        var until = Stopwatch.GetTimestamp() + (long)(window.TotalSeconds * Stopwatch.Frequency);
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            List<double> mine = [];
            while (Stopwatch.GetTimestamp() < until)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request());
                await answer.Content.ReadAsByteArrayAsync();
                Assert.Equal(status, (int)answer.StatusCode);
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return mine;
        }));
        var all = times.SelectMany(t => t).Order().ToList();
        return (all.Count / clock.Elapsed.TotalSeconds, all[all.Count / 2], all[all.Count * 99 / 100]);
    }

    /// <summary>The same web server giving the same bytes from memory, asked in the same way.</summary>
    private static async Task<double> FromMemoryAsync(string url, Func<HttpRequestMessage> request)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(url) };
        using var once = await http.SendAsync(request());
        var bytes = await once.Content.ReadAsByteArrayAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.StartAsync();
        var own = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await RunAsync(own, () => new HttpRequestMessage(HttpMethod.Get, "/"), 8, 200, TimeSpan.FromSeconds(1));
        var (rate, _, _) = await RunAsync(own, () => new HttpRequestMessage(HttpMethod.Get, "/"), 8, 200, TimeSpan.FromSeconds(3));
        await app.StopAsync();
        return rate;
    }

    /// <summary>Rows a second, each its own commit that has reached the disk.</summary>
    private static double BareCommits(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, words TEXT);");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row (words) VALUES ($words)";
        insert.Parameters.AddWithValue("$words", new string('x', 200));
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < TimeSpan.FromSeconds(3))
        {
            insert.ExecuteNonQuery();
            count++;
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Somebody who sees much: the head of the administration.</summary>
    private static async Task<string> SignInAsync(string url)
    {
        using var client = new HtmlClient(url);
        await (await client.GetAsync("/logga-in")).SubmitAsync(("username", "gunnar"), ("password", DemoMunicipality.Password));
        return client.Cookies.GetCookieHeader(new Uri(url));
    }

    private static async Task<double> WorkingSetAsync(GavaProcess gava)
    {
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync($"{gava.Url}/metrics");
        var line = metrics.Split('\n').Single(l => l.StartsWith("process_working_set_bytes ", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private void Add(string work, string figure, double value, string unit, string beside) => rows.Add(new(work, figure, value, unit, beside));

    private void Write(string title, string name)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{title}, {Environment.ProcessorCount} processors, SQLite\n\n| work | figure | value | beside |\n| --- | --- | ---: | --- |\n");
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"| {row.Work} | {row.Figure} | {row.Value:0.##} {row.Unit} | {row.Beside} |\n");
        var file = Path.Combine(Checkout.Folder, name);
        File.WriteAllText(file + ".md", text.ToString());
        File.WriteAllText(file + ".json", JsonSerializer.Serialize(new { title, processors = Environment.ProcessorCount, rows }));
    }
}
