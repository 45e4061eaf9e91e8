using Gava.Operations.Cases;
using Gava.Web.Pages.Arenden;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>A verb of the registrar's about one case. For everybody else it does not exist, to look at or to send.</summary>
public abstract class DiaryVerbPage(CaseReading reading) : VerbPage(reading)
{
    public string KindLabel => View.Routine.Kind(Case.Kind)?.Label ?? Case.Kind;

    public string UnitName => Organisation.Unit(Case.UnitId)?.Name ?? "";

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (!Case.MayBeEnteredBy(Viewer)) throw new Operations.Database.NotFound();
    }

    protected IActionResult BackToDesk(string done)
    {
        Done = done;
        return Redirect("/diarium");
    }
}
