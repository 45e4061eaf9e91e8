using Gava.Domain.People;
using Gava.Operations.Database;

namespace Gava.Web.Pages.Diarium;

/// <summary>A page of the registrar's. For everybody else it does not exist.</summary>
public abstract class DiaryPage : StaffPage
{
    protected void MustBeRegistrar()
    {
        if (!Viewer.Is(Role.Registrar)) throw new NotFound();
    }
}
