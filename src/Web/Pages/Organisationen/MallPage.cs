using Gava.Domain.Deadlines;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>A page where a template is written: looked over filled in, and then kept.</summary>
public abstract class MallPage(TemplateDesk desk, RoutineBook routines) : OrganisationPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    [BindProperty(Name = "seenVersion")]
    public string? SeenVersion { get; set; }

    /// <summary>The template filled in with an example, when it was asked for.</summary>
    public (string Subject, string Text)? Preview { get; private set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public static IEnumerable<Choice> Uses => TemplateWords.Uses.Select(u => new Choice(u, TemplateWords.UseInSwedish(u)));

    public static IEnumerable<Choice> Languages => TemplateWords.Languages.Select(l => new Choice(l, TemplateWords.LanguageInSwedish(l)));

    public static IEnumerable<Choice> Regimes => LegalRegimes.All.GroupBy(r => r.Code).Select(g => new Choice(g.Key, g.Last().Label));

    public static string Holes => string.Join(", ", TemplateWords.Placeholders.Select(p => $"{{{p}}}"));

    protected override async Task ShowAsync()
    {
        if (!MayChange) throw new NotFound();
        Kinds = [.. (await routines.AllAsync()).SelectMany(r => r.Kinds).DistinctBy(k => k.Code).OrderBy(k => k.Label, StringComparer.Ordinal).Select(k => new Choice(k.Code, k.Label))];
    }

    protected TemplateDetails Details => new(Input.Use ?? "", Input.Kind, Input.Language ?? "", Input.Regime, Input.Subject ?? "", Input.Text ?? "");

    protected async Task<IActionResult> LookAsync()
    {
        await ShowAsync();
        var template = await desk.CheckAsync(Details);
        Preview = (Filled(template.Subject), Filled(template.Text));
        return Page();
    }

    private string Filled(string text) => TemplateWords.Fill(text, $"{Today.Year}-000123", "Hemtjänst Norr", "Sofia Exempel", DueExplanation.LongDay(Today.AddDays(14)), "klagomål");

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Use { get; set; }
        public string? Kind { get; set; }
        public string? Language { get; set; }
        public string? Regime { get; set; }
        public string? Subject { get; set; }
        public string? Text { get; set; }
    }
}
