using Gava.Operations.Intake;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

public sealed class CasePageTests
{
    // R-FLOW-03
    [Fact]
    public async Task What_is_offered_is_accepted_with_the_button_on_its_page()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        var reference = await RegisterAsync(amal);
        await (await amal.GetAsync($"/arenden/{reference}/lamna-over")).SubmitAsync(("Input.To", "gruppboendet-linden"), ("Input.Notice", "phone"));
        using var johan = await app.SignInAsync("johan");

        var accepted = await (await johan.GetAsync($"/arenden/{reference}")).SubmitToAsync("form[action$='/ta-emot']");

        Assert.Equal(200, accepted.Status);
        Assert.Equal("Johan Ekdahl", Fact(accepted, "Ansvarar"));
    }

    // R-IN-07, R-IN-12: a sender's address suggests, and whoever may open both joins
    [Fact]
    public async Task A_mail_from_somebody_with_an_open_case_suggests_it_and_joins_it()
    {
        await using var app = await TestApp.StartAsync();
        using var maria = await app.SignInAsync("maria");
        var intake = app.Services.GetRequiredService<MailIntake>();
        var first = (await intake.TakeAsync(Mail("Maten var kall."))).Reference;
        var second = (await intake.TakeAsync(Mail("Ingen har hört av sig."))).Reference;
        await (await maria.GetAsync($"/arenden/{second}")).SubmitToAsync($"form[action='/arenden/{second}/ta-emot']");

        var page = await maria.GetAsync($"/arenden/{second}");
        Assert.Contains("Kan höra ihop med", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("exempel.example", page.Source, StringComparison.Ordinal);
        var join = page.Document.QuerySelector($"section[aria-labelledby=hor-ihop] a[href='/arenden/{second}/sla-ihop?med={first}']")!.GetAttribute("href")!;
        var joined = await (await maria.GetAsync(join)).SubmitAsync(("Input.Why", "Samma person."));

        Assert.Contains($"Ärendet hör nu ihop med {first}.", joined.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kan höra ihop med", joined.Text, StringComparison.Ordinal);

        static byte[] Mail(string text) => System.Text.Encoding.UTF8.GetBytes($"From: Tyra <tyra@exempel.example>\r\nTo: gava@kommun.example\r\nSubject: Hej\r\n\r\n{text}\r\n");
    }

    [Fact]
    public async Task What_waits_at_a_unit_is_taken_with_the_button_on_its_page()
    {
        await using var app = await TestApp.StartAsync();
        using var api = app.Api();
        using var answer = await api.PostAsync("/api/v1/cases", new StringContent(
            """{"text":"Maten var kall.","kind":"complaint","channel":"api","unit":"gruppboendet-linden","wantsReply":false}""", System.Text.Encoding.UTF8, "application/json"));
        var address = answer.Headers.Location!.OriginalString.Replace("/api/v1/cases/", "/arenden/", StringComparison.Ordinal);
        using var johan = await app.SignInAsync("johan");

        var taken = await (await johan.GetAsync(address)).SubmitToAsync("form[action$='/ta-emot']");

        Assert.Equal(200, taken.Status);
        Assert.Equal("Johan Ekdahl", Fact(taken, "Ansvarar"));
    }

    // The state is in words, not in shape and colour alone.
    [Fact]
    public async Task A_clock_that_has_stopped_says_how_it_went()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        var reference = await RegisterAsync(amal);

        var told = await (await amal.GetAsync($"/arenden/{reference}/aterkoppla")).SubmitAsync(("Input.Text", "Vi har börjat."));

        Assert.Equal(["Klar i tid", "17 dagar kvar"], told.Document.QuerySelectorAll(".clock-state").Select(s => s.TextContent));
    }

    // R-REG-02, R-REG-03
    [Fact]
    public async Task The_reason_for_opening_the_vault_hides_the_complainants_name()
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        var reference = await RegisterAsync(amal);

        await (await amal.GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"), ("Input.More", "Lagercrantz bad mig ringa."));

        var page = await amal.GetAsync($"/arenden/{reference}");
        Assert.Contains("Skäl: Kontakta personen: [namn] bad mig ringa.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lagercrantz", page.Source, StringComparison.Ordinal);
    }

    private static string Fact(HtmlPage page, string name) =>
        page.Document.QuerySelectorAll(".facts > div").Single(d => d.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent;

    private static async Task<string> RegisterAsync(HtmlClient client)
    {
        var registered = await (await client.GetAsync("/arenden/nytt")).SubmitAsync(
            ("Input.Text", "Ingen kom i morse."), ("Input.Name", "Torborg Lagercrantz"), ("Input.Phone", "070-174 06 05"), ("Input.Reply", "phone"));
        return registered.Path["/arenden/".Length..];
    }
}
