using System.Xml.Linq;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

// R-LEARN-04, R-LEARN-06: from a plan to what anybody may read
public sealed class ImprovementPagesTests(Work work) : IClassFixture<Work>
{
    [Fact]
    public async Task A_manager_plans_follows_and_tells_outside_and_a_citizen_reads_it()
    {
        var lotta = await work.As("lotta");
        var begun = await (await lotta.GetAsync("/forbattringar/ny")).SubmitAsync(("Input.Unit", "koket-eken"), ("Input.Title", "Varm mat"), ("Input.Why", "Flera säger att maten är kall."), ("Input.Category", "mat"));
        var address = begun.Path;
        Assert.Matches("^/forbattringar/[0-9]+$", address);

        await (await lotta.GetAsync(address)).SubmitToAsync("form:has([value='plan'])", ("Input.What", "Nya värmevagnar"), ("Input.Owner", "goran"), ("Input.DueOn", "2026-06-01"));
        await (await lotta.GetAsync(address)).SubmitToAsync("form:has([value='finish'])", ("Input.Number", "1"));
        await (await lotta.GetAsync(address)).SubmitToAsync("form:has([value='publish'])", ("Input.Heard", "Maten är kall <b>när den kommer</b>."), ("Input.Did", "Vi har köpt värmevagnar."));
        var plan = (await lotta.GetAsync(address)).Source;
        Assert.Contains("Nya värmevagnar", plan, StringComparison.Ordinal);

        using var anybody = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        foreach (var page in new[] { "/ni-tyckte", "/ni-tyckte?enhet=koket-eken", "/ni-tyckte?lang=ar", "/ni-tyckte/inbaddad" })
        {
            var told = await anybody.GetStringAsync(page);
            Assert.Contains("Maten är kall &lt;b&gt;när den kommer&lt;/b&gt;.", told, StringComparison.Ordinal);
            Assert.Contains("Köket Eken", told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Maten är kall", await anybody.GetStringAsync("/ni-tyckte?enhet=socialpsykiatri"), StringComparison.Ordinal);
        var feed = XDocument.Parse(await anybody.GetStringAsync("/ni-tyckte.xml"));
        Assert.Contains("Maten är kall <b>när den kommer</b>.", feed.Root!.Value, StringComparison.Ordinal);
    }

    [Fact] // V3.4.6: only this page may stand within another site's
    public async Task Only_the_page_for_other_sites_may_be_framed()
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        var framed = await anybody.GetAsync("/ni-tyckte/inbaddad");
        var own = await anybody.GetAsync("/ni-tyckte");

        Assert.Contains("frame-ancestors https:", string.Join(' ', framed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(framed.Headers.Contains("X-Frame-Options"));
        Assert.Contains("frame-ancestors 'none'", string.Join(' ', own.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await framed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_missing()
    {
        var lotta = await work.As("lotta");
        var begun = await (await lotta.GetAsync("/forbattringar/ny")).SubmitAsync(("Input.Unit", "koket-eken"), ("Input.Title", "Mer frukt"), ("Input.Why", "Frukten tar slut."));
        var again = await (await lotta.GetAsync(begun.Path)).SubmitToAsync("form:has([value='plan'])", ("Input.What", "Köpa mer frukt"), ("Input.Owner", ""), ("Input.DueOn", "2026-06-01"));

        Assert.Equal((400, "Köpa mer frukt"), (again.Status, again.Value("Input.What")));
        Assert.Equal(["Välj en medarbetare som kan göra det."], again.Errors);
    }
}
