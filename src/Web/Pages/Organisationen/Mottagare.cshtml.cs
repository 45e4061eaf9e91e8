using Gava.Domain.People;
using Gava.Operations.People;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Where a person can turn when we could not solve it (R-FLOW-08).</summary>
public sealed class MottagareModel(RecipientDesk desk) : OrganisationPage
{
    public IReadOnlyList<Recipient> Recipients { get; private set; } = [];

    public async Task OnGetAsync() => Recipients = await desk.AllAsync(HttpContext.RequestAborted);
}
