using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

public sealed class RegisteringTests
{
    private const string Said = "Den boende ringde. Karin Holmlund har kommit för sent fyra gånger. Nås på 070-174 06 05, Elsa Bergström, 19121212-1212.";

    // R-IN-03, R-REG-01, R-REG-02
    [Fact]
    public async Task An_employee_registers_a_phone_call_and_the_register_holds_no_name_or_number()
    {
        await using var app = await TestApp.StartAsync();
        var amal = await app.SignInAsync("amal");

        var review = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", Said), ("Input.Name", "Elsa Bergström"),
            ("Input.Phone", "070-174 06 05"), ("Input.Reply", "phone"));
        Assert.Equal(200, review.Status);
        Assert.Equal(4, review.Document.QuerySelectorAll("input[name=mask][checked]").Length);
        var registered = await review.SubmitAsync();

        Assert.StartsWith("/arenden/2026-", registered.Path);
        Assert.Contains("[namn] har kommit för sent fyra gånger. Nås på [telefon], [personen], [personnummer].", registered.Text);
        Assert.Contains("Amal Warsame", registered.Text);
        foreach (var secret in new[] { "Karin", "Holmlund", "Elsa", "Bergström", "070-174", "19121212" })
        {
            Assert.DoesNotContain(secret, registered.Source);
            Assert.DoesNotContain(app.LogLines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    // R-REG-01: two moments
    [Fact]
    public async Task Arrival_and_registration_are_two_moments()
    {
        await using var app = await TestApp.StartAsync();
        var amal = await app.SignInAsync("amal");
        app.Clock.MoveTo("2026-04-27 09:00");
        amal = await app.SignInAsync("amal");

        var registered = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync(("Input.Text", "Ingen öppnade dörren."), ("Input.ReceivedAt", "2026-04-24T16:50"), ("Input.Phone", "070-174 06 05"));

        Assert.Contains("24 april 2026 kl. 16.50", registered.Text);
        Assert.Contains("27 april 2026 kl. 09.00", registered.Text);
        Assert.Contains("måndag 4 maj", registered.Text);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_case()
    {
        await using var app = await TestApp.StartAsync();
        var amal = await app.SignInAsync("amal");
        var form = await amal.GetAsync("/arenden/nytt");

        var first = await form.SubmitAsync(("Input.Text", "Maten var kall."), ("Input.Reply", "none"));
        var second = await form.SubmitAsync(("Input.Text", "Maten var kall."), ("Input.Reply", "none"));

        Assert.Equal(first.Path, second.Path);
        await using var database = app.Database();
        Assert.Equal(1, await database.Cases.CountAsync());
    }

    [Theory]
    [InlineData("Input.Text", "", "Skriv vad som har hänt, eller vad personen sa.")]
    [InlineData("Input.Unit", "finns-inte", "Välj vilken enhet det gäller.")]
    [InlineData("Input.ReceivedAt", "2027-01-01T10:00", "Ankomsten ligger i framtiden. Skriv när det kom in.")]
    [InlineData("Input.ReceivedAt", "i går", "Det här svaret går inte att läsa. Skriv om det.")]
    [InlineData("Input.Email", "inte en adress", "E-postadressen ser inte rätt ut. Skriv den som namn@exempel.se.")]
    [InlineData("Input.Kind", "gnäll", "Välj vilken sort det är: klagomål, förslag, beröm, annan synpunkt, fråga, felanmälan.")]
    [InlineData("Input.Channel", "brevduva", "Välj hur det kom in: telefon, brev, e-post, besök eller möte, blankett, webbformulär, annat system.")]
    [InlineData("Input.Phone", "ring mig", "Telefonnumret ser inte rätt ut. Skriv det med siffror, till exempel 070-123 45 67.")]
    public async Task What_cannot_be_read_gives_the_page_back_with_what_was_typed_and_a_sentence(string field, string typed, string sentence)
    {
        await using var app = await TestApp.StartAsync();
        var amal = await app.SignInAsync("amal");

        var answer = await (await amal.GetAsync("/arenden/nytt")).SubmitAsync([("Input.Text", "Ingen kom i morse."), ("Input.Reply", "none"), (field, typed)]);

        Assert.Equal(400, answer.Status);
        Assert.Contains(sentence, answer.Errors);
        Assert.Equal(field == "Input.Text" ? "" : "Ingen kom i morse.", answer.Value("Input.Text"));
        if (field is not ("Input.Unit" or "Input.Kind" or "Input.Channel")) Assert.Equal(typed, answer.Value(field));
    }
}
