using Gava.Operations.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>The public start.</summary>
public sealed class IndexModel(OrganisationBook book) : PageModel
{
    public string Municipality { get; private set; } = "";

    public string? Phone { get; private set; }

    public async Task OnGetAsync()
    {
        var root = (await book.NowAsync()).Units.FirstOrDefault(u => u.ParentId is null);
        (Municipality, Phone) = (root?.Name ?? "", root?.Phone);
    }
}
