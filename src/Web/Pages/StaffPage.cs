using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Web.Components;
using Gava.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>
/// A page for somebody who is signed in. It knows the viewer, fills the frame around the page, and turns a broken rule into
/// the same page with what was typed, status 400 and the sentence in focus.
/// </summary>
public abstract class StaffPage : PageModel
{
    public Viewer Viewer { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public DateTime Now { get; private set; }

    public DateOnly Today => StockholmTime.DateOf(Now);

    /// <summary>True when the page is shown again because somebody else was first.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>What is said when somebody else was first.</summary>
    protected virtual string StaleSentence => "Ärendet har ändrats sedan du öppnade sidan. Det du skrev finns kvar här. Läs det nya i ärendet, och skicka sedan igen.";

    /// <summary>Loads what the page shows; runs before it is shown for the first time and again after a broken rule.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = HttpContext.RequestServices;
        if (await HttpContext.ViewerAsync() is not { } viewer)
        {
            context.Result = Challenge();
            return;
        }

        Viewer = viewer;
        Organisation = await services.GetRequiredService<OrganisationBook>().NowAsync();
        Now = StockholmTime.Now(services.GetRequiredService<TimeProvider>());
        FillFrame();
        var done = await next();
        switch (done.Exception)
        {
            case RuleBroken broken:
                ModelState.AddModelError(FieldOf(broken), broken.Message);
                await AgainAsync(done, 400);
                break;
            case StaleWrite:
                ModelState.AddModelError("", StaleSentence);
                IsStale = true;
                foreach (var key in ModelState.Keys.Where(k => k.EndsWith("Version", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
                await AgainAsync(done, 409);
                break;
            case Operations.Database.NotFound:
                done.ExceptionHandled = true;
                done.Result = NotFound();
                break;
        }
    }

    /// <summary>Shows the page again because the answers cannot be read: wrong type, or something missing.</summary>
    protected async Task<IActionResult> RefuseAsync()
    {
        await ShowAsync();
        Response.StatusCode = 400;
        return Page();
    }

    /// <summary>The name of the field on the page that a rule speaks of; the empty key is the whole form.</summary>
    protected virtual string FieldOf(RuleBroken broken)
    {
        if (broken.Field is not { } field) return "";
        var name = $"Input.{char.ToUpperInvariant(field[0])}{field[1..]}";
        return ModelState.Keys.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : "";
    }

    private async Task AgainAsync(PageHandlerExecutedContext done, int status)
    {
        done.ExceptionHandled = true;
        try
        {
            await ShowAsync();
        }
        catch (Operations.Database.NotFound)
        {
            done.Result = NotFound();
            return;
        }

        Response.StatusCode = status;
        done.Result = Page();
    }

    /// <summary>What a manager's desk is called: by how many places they lead.</summary>
    protected string UnitsLabel => Viewer.Roles.Where(r => r.Role.IsLine()).SelectMany(r => Organisation.Below(r.UnitId)).DistinctBy(u => u.Id).Take(2).Count() > 1 ? "Mina enheter" : "Min enhet";

    private void FillFrame()
    {
        var path = Request.Path.Value ?? "";
        List<NavigationItem> items = [new("/start", "Att göra", path == "/start"), new("/arenden", "Ärenden", path == "/arenden")];
        if (Viewer.MayRegister) items.Add(new("/arenden/nytt", "Nytt ärende", path == "/arenden/nytt"));
        if (Viewer.Roles.Any(r => r.Role.IsLine())) items.Add(new("/enheten", UnitsLabel, path == "/enheten"));
        if (Viewer.Is(Role.ComplaintsManager)) items.Add(new("/oversikt", "Översikt", path == "/oversikt"));
        if (Viewer.Is(Role.RegistrationOfficer)) items.Add(new("/att-registrera", "Att registrera", path == "/att-registrera"));
        items.Add(new("/rapporter", "Rapporter", path.StartsWith("/rapporter", StringComparison.Ordinal)));
        if (Viewer.Roles.Any(r => r.Role.IsLine()) || Viewer.Is(Role.ComplaintsManager)) items.Add(new("/forbattringar", "Förbättringar", path.StartsWith("/forbattringar", StringComparison.Ordinal)));
        items.Add(new("/rutiner", "Rutiner", path.StartsWith("/rutiner", StringComparison.Ordinal)));
        items.Add(new("/organisation", "Organisation", path.StartsWith("/organisation", StringComparison.Ordinal)));
        if (Viewer.Is(Role.Registrar)) items.Add(new("/diarium", "Diarium", path.StartsWith("/diarium", StringComparison.Ordinal)));
        if (Operations.Disclosure.ExtractDesk.MayExtract(Viewer)) items.Add(new("/utlamnande", "Lämna ut", path.StartsWith("/utlamnande", StringComparison.Ordinal) || path.StartsWith("/registerutdrag", StringComparison.Ordinal)));
        if (Operations.History.ReadingLog.Oversees(Viewer)) items.Add(new("/logg", "Läslogg", path == "/logg"));
        if (Viewer.Is(Role.SystemAdministrator)) items.Add(new("/jobb", "Jobb", path == "/jobb"));
        ViewData["Navigation"] = items;
        ViewData["Organisation"] = Organisation;
        ViewData["Person"] = Viewer.Person.Name;
        ViewData["Place"] = Viewer.OwnUnit?.Name ?? Viewer.Roles.Select(r => Organisation.Unit(r.UnitId)?.Name).FirstOrDefault();
    }
}
