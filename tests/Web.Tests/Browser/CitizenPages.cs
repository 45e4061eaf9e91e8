using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Every page that somebody without an account can come to, with what it says when something is there and when something is wrong.</summary>
internal static class CitizenPages
{
    private const string Said = "Är det meningen att maten ska vara kall? Köket är stängt när jag ringer, och ingen ringer tillbaka fast de har lovat det två gånger.";

    private static async Task<string> LinkAsync(Work work)
    {
        var reference = await work.CaseOfAmal();
        await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "letter" });
        return (await work.App.Services.GetRequiredService<CitizenDesk>().NewSurveyTokenAsync(CaseReference.TryParse(reference, out var known) ? known.Number : 0))!;
    }

    /// <summary>Opened one after the other; what comes after a post is there when the work is done.</summary>
    public static async Task EachAsync(Work work, Citizen citizen, Func<string, Task> look)
    {
        var (page, lang) = (citizen.Page, citizen.Tongue.Code);
        foreach (var (name, address) in new[]
        {
            ("start", "/?"), ("folj", "/folj?"), ("ni-tyckte", "/ni-tyckte?"), ("inbaddad", "/ni-tyckte/inbaddad?"), ("statistik", "/statistik?"), ("personuppgifter", "/personuppgifter?"),
            ("tillganglighet", "/tillganglighet?"), ("blankett", "/blankett/visa?enhet=stad&"), ("anslag", "/blankett/visa?enhet=stad&typ=anslag&"), ("betyg-fel-lank", "/betyg/fel?"), ("betyg-lank", $"/betyg/{await LinkAsync(work)}?"), ("lamna", "/lamna?"),
        })
        {
            await page.GotoAsync($"{address}lang={lang}");
            await look(name);
        }

        // The form that was open last, with nothing in it but a name that an anonymous person has not.
        await page.CheckAsync("#anonymous");
        await page.FillAsync("#synpunkt [name=name]", "Elsa Bergström");
        await PostAsync("#synpunkt .buttons button", "[role=alert]");
        await look("lamna-fel");

        await citizen.EnterAsync();
        await citizen.LeaveAsync(Said, "dagverksamheten-solsidan");
        await look("kvitto");
        await page.GotoAsync($"/folj?lang={lang}");
        await page.FillAsync("#kod [name=code]", "0000 0000");
        await PostAsync("#kod .buttons button", "[role=alert]");
        await look("folj-fel");

        await citizen.FollowAsync();
        await look("arende-nytt");
        await work.Do("yasmin", citizen.Reference, "take", new { });
        await work.Do("yasmin", citizen.Reference, "ask", new { text = "Vilken dag var det?", way = "web" });
        await citizen.FollowAsync();
        await citizen.WriteAsync("I onsdags.\nOch i torsdags.");
        await look("arende-fraga");
        await work.Do("yasmin", citizen.Reference, "reply", new { text = "Tack för att du berättade. Jag beklagar att maten var kall. Från i dag serveras den varm.", way = "web" });
        await citizen.FollowAsync();
        await page.ClickAsync($"summary:text-is('{citizen.Tongue["case.unhappy"]}')");
        await page.ClickAsync($"summary:text-is('{citizen.Tongue["case.readers"]}')");
        await look("arende-svar");

        await page.CheckAsync("#clearness-4");
        await PostAsync("form:has(#clearness-4) button", "[role=alert]");
        await look("betyg-fel");
        await citizen.RateAsync(4, 5, 5);
        await look("betyg");

        async Task PostAsync(string button, string there)
        {
            await page.ClickAsync(button);
            await Assertions.Expect(page.Locator(there)).ToBeVisibleAsync();
        }
    }
}
