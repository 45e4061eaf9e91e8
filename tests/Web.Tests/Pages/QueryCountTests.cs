using System.Net.Http.Json;
using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

/// <summary>No page asks the database more when it shows more (qualities.md, speed).</summary>
public sealed class QueryCountTests : IAsyncLifetime
{
    private const int Few = 2;
    private const int Many = 15;

    private static readonly (string Person, string Address)[] Lists =
    [
        ("maria", "/start"), ("maria", "/arenden"), ("maria", "/arenden?q=kom"), ("maria", "/arenden?enhet=socialpsykiatri&status=open"), ("maria", "/enheten"), ("maria", "/aterkommande"),
        ("maria", "/rutiner"), ("maria", "/organisation"), ("maria", "/organisation/personer"), ("maria", "/organisation/socialpsykiatri"), ("peter", "/att-registrera"),
        ("kerstin", "/oversikt"), ("kerstin", "/start"), ("rut", "/diarium"), ("rut", "/diarium/lista?serie=SN&ar=2026"),
    ];

    private readonly StatementCount statements = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartWithAsync(services => services.AddSingleton<IInterceptor>(statements));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        statements.Dispose();
    }

    [Fact]
    public async Task No_page_asks_more_when_it_shows_more_rows()
    {
        await RegisterAsync(Few);
        var few = await CountAsync(Lists);
        Assert.All(few, page => Assert.InRange(page.Count, 0, 40));
        Assert.InRange(few.Single(p => p.Address == "/arenden").Count, 3, 10); // it does count
        await RegisterAsync(Many);
        var many = await CountAsync(Lists);

        Assert.Equal(few.Select(Told), many.Select(Told));
    }

    [Fact]
    public async Task A_case_asks_no_more_when_more_has_happened_in_it()
    {
        var reference = (await RegisterAsync(1))[0];
        (string, string)[] pages = [("maria", $"/arenden/{reference}"), ("maria", $"/arenden/{reference}/svara"), ("maria", $"/arenden/{reference}/lamna-over")];
        var few = await CountAsync(pages);
        var amal = await KeyAsync("amal");
        for (var i = 0; i < Many; i++) await amal.PostAsJsonAsync($"/api/v1/cases/{reference}/note", new { text = $"Rad {i}." });

        Assert.Equal(few.Select(Told), (await CountAsync(pages)).Select(Told));
    }

    private static string Told((string Address, int Count) page) => $"{page.Address}: {page.Count}";

    private async Task<List<(string Address, int Count)>> CountAsync((string Person, string Address)[] pages)
    {
        List<(string, int)> counted = [];
        foreach (var (person, address) in pages)
        {
            using var client = await app.SignInAsync(person);
            var least = int.MaxValue;
            // The first fills what is kept between pages; a job may fall into one of the others.
            for (var i = 0; i < 4; i++)
            {
                var before = statements.Count;
                var page = await client.GetAsync(address);
                Assert.Equal(200, page.Status);
                if (i > 0) least = Math.Min(least, statements.Count - before);
            }

            counted.Add((address, least));
        }

        return counted;
    }

    private async Task<List<string>> RegisterAsync(int each)
    {
        List<string> references = [];
        var (amal, rosa, service) = (await KeyAsync("amal"), await KeyAsync("rosa"), app.Api());
        for (var i = 0; i < each; i++)
        {
            references.Add(await ReferenceAsync(await amal.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom.", kind = "complaint", channel = "phone", unit = "socialpsykiatri", complainant = new { phone = "070-174 06 05" } })));
            await ReferenceAsync(await service.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen kom hit heller.", kind = "complaint", channel = "web", unit = "socialpsykiatri" }));
            await ReferenceAsync(await rosa.PostAsJsonAsync("/api/v1/cases", new { text = "Ingen lyssnade.", kind = "complaint", channel = "form", unit = "barn-och-familj", complainant = new { phone = "070-174 06 05" } }));
        }

        return references;
    }

    private async Task<HttpClient> KeyAsync(string person) => app.Api(await app.Services.GetRequiredService<SignInDesk>().IssueKeyAsync(person, Person.System));

    private static async Task<string> ReferenceAsync(HttpResponseMessage answer)
    {
        Assert.Equal(201, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }
}
