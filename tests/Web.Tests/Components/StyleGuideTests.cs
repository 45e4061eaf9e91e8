using System.Net;
using System.Text.RegularExpressions;
using Gava.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gava.Web.Tests.Components;

/// <summary>The components as the style page shows them, in an application that has nothing else.</summary>
public sealed partial class StyleGuideTests
{
    public static TheoryData<string> Views => ["", "?visa=fel", "?visa=publik", "?visa=publik&dir=rtl", "?dir=rtl"];

    [Fact]
    public async Task An_error_leads_to_its_question()
    {
        var page = await Read("?visa=fel");

        Assert.Contains("role=\"alert\" tabindex=\"-1\" autofocus", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#Input_Text\">Skriv vad som har hänt.</a>", page, StringComparison.Ordinal);
        Assert.Matches("<textarea aria-describedby=\"Input_Text-hint Input_Text-error\" aria-invalid=\"true\"[^>]*id=\"Input_Text\"", page);
        Assert.Matches("<input [^>]*id=\"Input_Kind\"[^>]*type=\"radio\"", page);
    }

    [Fact]
    public async Task Errors_stand_in_the_order_of_the_questions()
    {
        var page = await Read("?visa=fel");

        var links = Link().Matches(page[page.IndexOf("ds-error-summary", StringComparison.Ordinal)..page.IndexOf("<label", StringComparison.Ordinal)]);
        Assert.Equal(["Text", "Kind", "ReceivedAt", "Unit", "Email", "Topics", "Anonymous"], links.Select(link => link.Groups[1].Value));
    }

    [Fact]
    public async Task What_was_typed_is_kept_even_when_it_is_wrong()
    {
        var page = await Read("?visa=fel");

        Assert.Matches("id=\"Input_Email\"[^>]*value=\"amina@exempel\"", page);
        Assert.Matches("id=\"Input_ReceivedAt\"[^>]*value=\"2027-01-01T10:00\"", page);
        Assert.Matches("checked=\"checked\"[^>]*id=\"Input_Anonymous\"", page);
    }

    [Fact]
    public async Task What_the_model_holds_is_chosen()
    {
        var page = await Read("");

        Assert.Matches("checked=\"checked\"[^>]*value=\"complaint\"", page);
        Assert.Matches("checked=\"checked\"[^>]*value=\"waiting\"", page);
        Assert.Matches("<option selected=\"selected\" value=\"hemtjanst-norr\"", page);
        Assert.Matches("type=\"datetime-local\" value=\"2026-04-24T14:10\"", page);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_id_is_there_once_and_every_reference_leads_to_one(string view)
    {
        var page = await Read(view);

        var ids = Id().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var references = Reference().Matches(page).SelectMany(match => match.Groups[1].Value.Split(' '));
        Assert.All(references, reference => Assert.Contains(reference, ids));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_page_has_styles_or_scripts_of_its_own(string view)
    {
        var page = await Read(view);

        Assert.DoesNotMatch("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)", page);
    }

    [Fact]
    public async Task Outside_development_and_demo_there_is_no_style_page()
    {
        await using var app = await Start(Environments.Production);

        var answer = await app.GetTestClient().GetAsync(new Uri("/stilguide", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("fonts/SourceSans3_400Regular.ttf")]
    [InlineData("fonts/SourceSans3_700Bold.ttf")]
    [InlineData("wwwroot/lib/designsystemet.css")]
    [InlineData("wwwroot/lib/fonts/sans-latin.woff2")]
    [InlineData("wwwroot/css/gava.css")]
    public void What_the_pages_need_lies_beside_the_program(string path) =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, path)));

    private static async Task<string> Read(string view)
    {
        await using var app = await Start(Environments.Development);
        return await app.GetTestClient().GetStringAsync(new Uri("/stilguide" + view, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static async Task<WebApplication> Start(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Choice).Assembly);
        builder.Services.AddWebEncoders(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        var app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    [GeneratedRegex("<a href=\"#Input_(\\w+)\">")]
    private static partial Regex Link();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("\\s(?:for|aria-describedby|data-mask-output)=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
