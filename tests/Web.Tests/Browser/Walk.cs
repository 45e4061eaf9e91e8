using System.Globalization;
using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>
/// A routine walked from end to end with the keyboard alone, over a real mail server. What is planted must come up on no page
/// that anybody asks for, in no mail and in no log line.
/// </summary>
internal sealed partial class Walk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SmtpServer smtp;
    private readonly string[] planted;

    private Walk(TestApp app, SmtpServer smtp, string[] planted) => (App, this.smtp, this.planted) = (app, smtp, planted);

    public TestApp App { get; }

    /// <param name="at">When it begins, in Stockholm.</param>
    public static async Task<Walk> StartAsync(string at, params string[] planted)
    {
        var server = await SmtpServer.Start();
        var app = await TestApp.StartAsync($"--Gava:Mail:Smtp:Host={server.Host}", $"--Gava:Mail:Smtp:Port={server.Port.ToString(CultureInfo.InvariantCulture)}");
        app.Clock.MoveTo(at);
        return new Walk(app, server, planted);
    }

    /// <summary>Somebody signs in, does it, and goes.</summary>
    public async Task AsAsync(string userName, Func<Keyboard, Task> work)
    {
        var who = await Keyboard.SignInAsync(App, userName);
        await work(who);
        // Whoever looks at a file of their own sees what is in it.
        foreach (var page in who.Read.Where(p => !p.Split('\n')[0].Contains("/importera/", StringComparison.Ordinal))) Assert.DoesNotContain(planted, secret => page.Contains(secret, StringComparison.OrdinalIgnoreCase));
        await who.Page.CloseAsync();
    }

    /// <summary>As above, at that time.</summary>
    public Task AsAsync(string userName, string at, Func<Keyboard, Task> work)
    {
        App.Clock.MoveTo(at);
        return AsAsync(userName, work);
    }

    /// <summary>The mail reaches that address, and tells of the case.</summary>
    public async Task<ReceivedMail> MailedAsync(string to, string subject)
    {
        await App.SendMailAsync();
        return await smtp.Next(Patience, mail => mail.To.Contains(to) && mail.Header("Subject") == subject);
    }

    /// <summary>No mail but in its address, and no log line, holds what was planted. R-REG-02, R-SEC-04</summary>
    public async Task NowhereElseAsync()
    {
        await App.SendMailAsync();
        foreach (var mail in smtp.Received)
        {
            var source = string.Join('\n', mail.Source.Split('\n').Where(line => !line.StartsWith("To:", StringComparison.OrdinalIgnoreCase)));
            Assert.DoesNotContain(planted, secret => $"{mail.Header("Subject")}\n{mail.Text}\n{source}".Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(App.LogLines, line => planted.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The reference of the case that the page is about.</summary>
    public static string ReferenceOf(Keyboard who)
    {
        Assert.Matches(CasePage(), who.Path);
        return who.Path["/arenden/".Length..];
    }

    /// <summary>Where somebody's start page shows the case, by the heading.</summary>
    public static ILocator Row(Keyboard who, string heading, string reference) => who.Page.Locator($"section:has(h2:text-is('{heading}')) tr[data-ref='{reference}']");

    public static ILocator Clock(Keyboard who, string label) => who.Page.Locator($".case-facts .clock:has(.clock-label:text-is('{label}'))");

    /// <summary>"Klagomål", "Avslutat" …: the state that the page's head shows.</summary>
    public static Task HasStateAsync(Keyboard who, string state) => Assertions.Expect(who.Page.Locator(".page-head .ds-tag").First).ToHaveTextAsync(state);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [GeneratedRegex("^/arenden/[0-9]{4}-[0-9]+$")]
    private static partial Regex CasePage();
}
