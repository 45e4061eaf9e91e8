using System.Net.Http.Json;
using System.Text.Json;
using Gava.Domain.People;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// One app for all tests of a class that leave each other's cases alone: people sign in once, and cases are made by the API
/// with somebody's own key.
/// </summary>
public sealed class Work : IAsyncLifetime
{
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);
    private readonly Dictionary<string, (HtmlClient Client, DateTimeOffset At)> people = [];
    private readonly Dictionary<string, HttpClient> keys = [];

    public TestApp App { get; private set; } = null!;

    /// <summary>On an app that somebody else has started; disposed of with this.</summary>
    public static Work On(TestApp app) => new() { App = app };

    public async ValueTask InitializeAsync() => App = await TestApp.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var (client, _) in people.Values) client.Dispose();
        foreach (var client in keys.Values) client.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Somebody signed in; the same session each time, unless the clock has gone so far that it is over.</summary>
    public async Task<HtmlClient> As(string userName)
    {
        var now = App.Clock.GetUtcNow();
        if (people.TryGetValue(userName, out var known) && (now - known.At).Duration() < Session) return known.Client;
        known.Client?.Dispose();
        return (people[userName] = (await App.SignInAsync(userName), now)).Client;
    }

    /// <summary>A program with a key of somebody's own; the same each time.</summary>
    public async Task<HttpClient> KeyOf(string userName) => keys.TryGetValue(userName, out var known) ? known
        : keys[userName] = App.Api(await App.Services.GetRequiredService<SignInDesk>().IssueKeyAsync(userName, Person.System));

    /// <summary>A complaint about Boendestöd Centrum that Amal took on the phone and answers for. Its reference.</summary>
    public async Task<string> CaseOfAmal(string text = "Ingen kom i morse.")
    {
        var answer = await (await KeyOf("amal")).PostAsJsonAsync("/api/v1/cases", new
        {
            text,
            kind = "complaint",
            channel = "phone",
            unit = "socialpsykiatri",
            complainant = new { name = "Elsa Exempel", phone = "070-174 06 05", email = "elsa@exempel.example", address = "Storgatan 1\n123 45 Almvik" },
        });
        Assert.Equal(201, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    /// <summary>Registers by the API, which must go well. The reference.</summary>
    public async Task<string> RegisterAsync(string userName, object body)
    {
        var answer = await (await KeyOf(userName)).PostAsJsonAsync("/api/v1/cases", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    public async Task<JsonElement> CaseAsync(string userName, string reference) => await (await KeyOf(userName)).GetFromJsonAsync<JsonElement>($"/api/v1/cases/{reference}");

    /// <summary>Carries out a verb by the API, which must go well.</summary>
    public async Task Do(string userName, string reference, string verb, object body)
    {
        var answer = await (await KeyOf(userName)).PostAsJsonAsync($"/api/v1/cases/{reference}/{verb}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{verb}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>How many journal lines the case has.</summary>
    public async Task<int> LinesOf(string reference)
    {
        await using var database = App.Database();
        var number = long.Parse(reference.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
        return await database.Journal.CountAsync(line => line.CaseId == number);
    }
}
