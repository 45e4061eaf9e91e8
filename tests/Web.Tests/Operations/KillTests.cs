using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>A receipt shown means that the case is durable, whatever happens to the program the moment after.</summary>
public sealed class KillTests
{
    private const int Clients = 8;

    [Fact]
    public async Task A_program_killed_while_eight_register_has_kept_what_it_acknowledged_and_doubled_nothing()
    {
        await using var floor = await Floor.StartAsync();
        // One case is enough for the demo to leave the rest to us.
        await floor.RegisterAsync();
        var settings = floor.Settings;
        settings["Gava__Demo"] = "true";
        ConcurrentDictionary<string, string> acknowledged = new();
        ConcurrentDictionary<string, bool> asked = new();

        await using (var gava = await GavaProcess.Start(settings))
        {
            var clients = Enumerable.Range(0, Clients).Select(i => RegisterUntilItDiesAsync(gava.Url, $"{i}", asked, acknowledged)).ToList();
            while (acknowledged.IsEmpty && clients.TrueForAll(c => !c.IsCompleted)) await Task.Delay(10);
            await Task.Delay(Random.Shared.Next(50, 1000));
            await gava.Kill();
            await Task.WhenAll(clients);
        }

        Assert.True(!acknowledged.IsEmpty, $"{acknowledged.Count} of {asked.Count} were acknowledged.");
        await using (var again = await GavaProcess.Start(settings))
        {
            // Whoever got no answer asks again, as the same request; whoever did, would get the same one.
            using var api = Api(again.Url);
            foreach (var key in asked.Keys)
            {
                var reference = await RegisterAsync(api, key);
                Assert.Equal(acknowledged.GetValueOrDefault(key, reference), reference);
            }

            Assert.Equal(0, await again.Stop());
        }

        await using var database = floor.Database();
        var cases = await database.Cases.Where(c => c.Channel == "api").ToListAsync();
        Assert.Equal(asked.Count, cases.Count);
        Assert.Equal(asked.Count, cases.DistinctBy(c => c.SubmissionId).Count());
        Assert.Empty(acknowledged.Values.Except(cases.Select(c => c.Reference.ToString())));
        var numbers = await database.Cases.Select(c => c.Id).Order().ToListAsync();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers);
        var (audit, check) = (await floor.RunAsync(["audit", "verify"]), await floor.RunAsync(["check"]));
        Assert.Equal((0, 0), (audit.ExitCode, check.ExitCode));
    }

    private static async Task RegisterUntilItDiesAsync(string url, string client, ConcurrentDictionary<string, bool> asked, ConcurrentDictionary<string, string> acknowledged)
    {
        using var api = Api(url);
        for (var number = 0; ; number++)
        {
            var key = $"{client}-{number}";
            asked[key] = true;
            try
            {
                acknowledged[key] = await RegisterAsync(api, key);
            }
            catch (Exception death) when (death is HttpRequestException or IOException or TaskCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<string> RegisterAsync(HttpClient api, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases")
        {
            Content = JsonContent.Create(new { text = "Ingen kom i morse.", kind = "complaint", channel = "api", unit = "socialpsykiatri", complainant = new { email = "elsa@example.com" } }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await api.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    private static HttpClient Api(string url)
    {
        var api = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(20) };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoMunicipality.ApiKey);
        return api;
    }
}
