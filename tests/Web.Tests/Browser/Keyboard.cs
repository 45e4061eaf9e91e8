using Gava.Operations.Demo;
using Gava.Web.Tests.Testing;
using Microsoft.Playwright;

namespace Gava.Web.Tests.Browser;

/// <summary>Somebody at a browser who has a keyboard and no mouse, and who must see where the focus is.</summary>
internal sealed class Keyboard
{
    private const int MostPresses = 4;
    private const int MostSteps = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What has the focus: its id, what it is called, what group it belongs to and whether one can see that it has it.</summary>
    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return ["", "", "", "true", ""];
          const words = (e.labels?.length ? [...e.labels].map(l => l.textContent).join(" ") : e.getAttribute("aria-label") ?? e.textContent).replace(/\s+/g, " ").trim();
          const box = e.getBoundingClientRect();
          const ring = [e, e.parentElement, ...(e.labels ?? [])].some(one => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) > 1);
          return [e.id, words, e.name ?? "", String(ring && box.width > 0 && box.height > 0), String(e.checked ?? "")];
        }
        """;

    private readonly IPage page;
    private readonly List<string> read = [];
    private string method = "GET";

    private Keyboard(IPage page)
    {
        this.page = page;
        page.Request += (_, request) =>
        {
            if (request.IsNavigationRequest && request.Frame == page.MainFrame) method = request.Method;
        };
    }

    public IPage Page => page;

    /// <summary>The source of every page that was asked for: all but those that answered a form and hold what was typed in it.</summary>
    public IReadOnlyList<string> Read => read;

    /// <summary>A session of one's own, signed in.</summary>
    public static async Task<Keyboard> SignInAsync(TestApp app, string userName)
    {
        var keyboard = new Keyboard(await Chromium.NewPage(app.Url));
        await keyboard.OpenAsync("/logga-in");
        await keyboard.TypeAsync("username", userName);
        await keyboard.TypeAsync("password", DemoMunicipality.Password);
        await keyboard.FollowAsync("Logga in");
        Assert.Equal("/start", keyboard.Path);
        return keyboard;
    }

    /// <summary>Somebody without an account.</summary>
    public static async Task<Keyboard> ComeAsync(TestApp app) => new(await Chromium.NewPage(app.Url, width: Citizen.Phone));

    public string Path => new Uri(page.Url).AbsolutePath;

    /// <summary>
    /// Tabs through the whole page from its top. Where the focus goes is seen each time, and comes in the order in which the page is read.
    /// </summary>
    /// <returns>What had the focus, in order: a word or an id for each.</returns>
    public async Task<IReadOnlyList<string>> TabThroughAsync()
    {
        // A page that answers a form has begun at its errors; back to where reading begins.
        await page.EvaluateAsync("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); const top = document.createElement('a'); top.tabIndex = -1; document.body.prepend(top); top.focus(); top.remove(); }");
        List<string> passed = [];
        await page.EvaluateAsync("() => window.passedByKeyboard = null");
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("() => document.activeElement === document.body")) return passed;
            var focus = await FocusAsync();
            Assert.True(focus.IsSeen, $"The focus on '{focus.Words}' ({focus.Id}) cannot be seen.");
            Assert.True(await page.EvaluateAsync<bool>("""
                () => {
                  const [before, now] = [window.passedByKeyboard, document.activeElement];
                  window.passedByKeyboard = now;
                  return !before || Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
                }
                """), $"The focus goes backwards to '{focus.Words}' ({focus.Id}). Passed: {string.Join("; ", passed)}");
            passed.Add(focus.Id.Length > 0 ? focus.Id : focus.Words);
        }

        throw new InvalidOperationException($"The focus never leaves {page.Url}. Passed: {string.Join("; ", passed)}");
    }

    /// <summary>The words of the page, as they are seen.</summary>
    public async Task<string> TextAsync() => string.Join(' ', (await page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The HTTP status of what is there.</summary>
    public async Task<int> OpenAsync(string address)
    {
        var answer = await page.GotoAsync(address);
        await RememberAsync();
        return answer!.Status;
    }

    /// <summary>Tabs to the field and writes in place of what stands there. A new line in the text is the enter key.</summary>
    public async Task TypeAsync(string id, string text)
    {
        await TabToAsync(id, f => f.Id == id);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
        Assert.Equal(text, await page.EvaluateAsync<string>("() => document.activeElement.value"));
    }

    /// <summary>Tabs to the day and writes it part by part, in the order in which this browser shows the parts.</summary>
    public Task TypeDayAsync(string id, DateOnly day) => TypePartsAsync(id, [$"{day:yyyy}", $"{day:MM}", $"{day:dd}"], "", $"{day:yyyy-MM-dd}");

    /// <summary>As a day, with the time of day after it; the letter is for a browser that tells morning from afternoon.</summary>
    public Task TypeMomentAsync(string id, DateTime moment) =>
        TypePartsAsync(id, [$"{moment:yyyy}", $"{moment:MM}", $"{moment:dd}"], $"{moment:HHmm}{(moment.Hour < 12 ? 'a' : 'p')}", $"{moment:yyyy-MM-dd'T'HH:mm}");

    private async Task TypePartsAsync(string id, string[] parts, string time, string whole)
    {
        List<string> written = [];
        foreach (var order in new int[][] { [0, 1, 2], [1, 2, 0], [2, 1, 0] })
        {
            await TabToAsync(id, f => f.Id == id);
            foreach (var part in order)
            {
                await page.Keyboard.TypeAsync(parts[part]);
                if (part == 0) await page.Keyboard.PressAsync("ArrowRight");
            }

            await page.Keyboard.TypeAsync(time);
            written.Add(await page.EvaluateAsync<string>("() => document.activeElement.value"));
            if (written[^1] == whole) return;
            await TabToAsync("the way back", f => f.Id != id && f.Id.Length > 0, backwards: true);
        }

        Assert.Fail($"{whole} could not be written in {id}: {string.Join(", ", written)}");
    }

    /// <summary>Tabs to the check box, and checks it.</summary>
    public async Task CheckAsync(string id)
    {
        await TabToAsync(id, f => f.Id == id);
        await page.Keyboard.PressAsync("Space");
        Assert.True((await FocusAsync()).IsChecked);
    }

    /// <summary>Tabs to the field for files, opens the browser's own window from it and chooses there.</summary>
    public async Task AttachAsync(string id, FilePayload file)
    {
        await TabToAsync(id, f => f.Id == id);
        for (var press = 1; ; press++)
        {
            // Chromium opens the window for the page in front only, and other tests have theirs.
            await page.BringToFrontAsync();
            try
            {
                var window = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"), new() { Timeout = 10_000 });
                await window.SetFilesAsync(file);
                return;
            }
            catch (TimeoutException) when (press < MostPresses)
            {
                // As somebody would: press once more.
            }
        }
    }

    /// <summary>Tabs to the group of radio buttons, and moves to the choice with the arrows.</summary>
    public async Task ChooseAsync(string name, string label)
    {
        await TabToAsync(name, f => f.Name == name);
        for (var step = 0; step < MostSteps; step++)
        {
            var focus = await FocusAsync();
            if (focus.Words == label)
            {
                if (!focus.IsChecked) await page.Keyboard.PressAsync("Space");
                Assert.True((await FocusAsync()).IsChecked);
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{name} has no choice {label}.");
    }

    /// <summary>Tabs to the list, and moves to the option with the arrows.</summary>
    public async Task SelectAsync(string id, string label)
    {
        await TabToAsync(id, f => f.Id == id);
        for (var step = 0; step < MostSteps; step++)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement.selectedOptions[0].textContent.trim()") == label) return;
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{id} has no option {label}.");
    }

    /// <summary>Tabs to the link or button of that name, and follows it to the next page.</summary>
    public async Task FollowAsync(string words)
    {
        await TabToAsync(words, f => f.Words == words);
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage which) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(Patience);
        page.Load -= Loaded;
        await RememberAsync();
    }

    /// <summary>Tabs to the button of that name, and takes what it hands out.</summary>
    public async Task<(string Name, byte[] Content)> DownloadAsync(string words)
    {
        await TabToAsync(words, f => f.Words == words);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>Tabs to what folds out, and unfolds it.</summary>
    public async Task UnfoldAsync(string words)
    {
        await TabToAsync(words, f => f.Words == words);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task<string> FocusedIdAsync() => (await FocusAsync()).Id;

    private async Task RememberAsync()
    {
        if (method == "GET") read.Add($"{page.Url}\n{Tokens.Without(await page.ContentAsync())}");
    }

    private async Task TabToAsync(string what, Func<Focus, bool> match, bool backwards = false)
    {
        List<string> passed = [];
        for (var step = 0; step < MostSteps; step++)
        {
            var focus = await FocusAsync();
            if (match(focus)) return;
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            var next = await FocusAsync();
            Assert.True(next.IsSeen, $"The focus on '{next.Words}' ({next.Id}) cannot be seen.");
            passed.Add($"{next.Id} {next.Words}");
        }

        Assert.Fail($"{MostSteps} steps with the keyboard did not reach {what} on {page.Url}. Passed: {string.Join("; ", passed)}");
    }

    private async Task<Focus> FocusAsync()
    {
        var parts = await page.EvaluateAsync<string[]>(Focused);
        return new(parts[0], parts[1], parts[2], parts[3] == "true", parts[4] == "true");
    }

    private sealed record Focus(string Id, string Words, string Name, bool IsSeen, bool IsChecked);
}
