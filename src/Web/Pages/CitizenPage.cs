using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Web.Security;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>
/// A page that anybody may open, in the language they ask for. Nobody is signed in and nothing is remembered, so a form from elsewhere can do
/// nothing that its sender could not do themself: there is no token to check (docs/decisions/0021-the-citizens-door.md).
/// </summary>
public abstract class CitizenPage(OrganisationBook book, TimeProvider clock) : PageModel
{
    protected const int MostFiles = 10;
    protected const long LargestFile = 20 * 1024 * 1024;

    [BindProperty(Name = "lang", SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>Another language, chosen with a button in a page that was posted: what is typed stays.</summary>
    [BindProperty(Name = "byt")]
    public string? Change { get; set; }

    public Tongue Tongue => Tongue.Find(Change ?? Language);

    public string Municipality { get; private set; } = "";

    public string? Phone { get; private set; }

    /// <summary>The slug of the unit that the address names, so that it stays when the language changes; null when there is none such.</summary>
    public string? UnitInAddress { get; private set; }

    /// <summary>What the municipality itself says here; null where it says nothing.</summary>
    public OwnText? Own(string place) => HttpContext.RequestServices.GetRequiredService<GavaSettings>().OwnWords.Of(place, Tongue);

    public DateOnly Today => StockholmTime.Today(clock);

    protected string Address => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var organisation = await book.NowAsync(HttpContext.RequestAborted);
        var root = organisation.Units.FirstOrDefault(u => u.ParentId is null);
        (Municipality, Phone, UnitInAddress) = (root?.Name ?? "", root?.Phone, organisation.Unit(Request.Query["enhet"].ToString())?.Slug);
        await next();
        (ViewData["Lang"], ViewData["Dir"], ViewData["SkipText"], ViewData["Optional"]) = (Tongue.Html, Tongue.Direction, Tongue["skip"], Tongue["form.optional"]);
        (ViewData["Municipality"], ViewData["Tongue"]) = (Municipality, Tongue);
    }

    /// <summary>Says in the reader's language what was wrong, at its field.</summary>
    protected void Refuse(RuleBroken broken)
    {
        var key = new[] { $"error.{broken.Code}", $"error.{broken.Field}" }.FirstOrDefault(Tongue.Has);
        var sentence = key is not null ? Tongue[key] : Tongue.Html == "sv" ? broken.Message : Tongue["error.other"];
        ModelState.AddModelError(broken.Field ?? "", sentence);
    }

    /// <summary>The files as they came; too many or too large ones are told.</summary>
    protected IReadOnlyList<Domain.Cases.NewFile> Read(IReadOnlyList<IFormFile> files)
    {
        if (files.Count(f => f.Length > 0) > MostFiles) ModelState.AddModelError("files", Tongue["error.files-many"]);
        if (files.Any(f => f.Length > LargestFile)) ModelState.AddModelError("files", Tongue["error.files-large"]);
        return [.. files.Where(f => f.Length > 0 && ModelState.IsValid).Select(f => new Domain.Cases.NewFile(Path.GetFileName(f.FileName), f.Length, f.OpenReadStream))];
    }

    /// <summary>A phone number that stays on one line.</summary>
    public static string Unbroken(string phone) => phone.Replace(' ', '\u00a0').Replace('-', '\u2011');

    /// <summary>A box that is ticked, whatever its browser calls that.</summary>
    protected static bool IsTicked(string? value) => value is { Length: > 0 } && value is not ("false" or "0" or "off" or "no");

    /// <summary>What a promise is called: the routine's own word in Swedish, what it promises in other languages.</summary>
    public string PromiseText(Promise promise) => Tongue.Of("receipt.promise", Tongue.Html == "sv" ? promise.Label : Tongue[promise.IsAnswer ? "case.replied" : "case.feedback"], Tongue.Day(promise.Last, Today));
}
