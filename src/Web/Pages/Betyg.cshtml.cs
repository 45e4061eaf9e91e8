using Gava.Domain;
using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>
/// How it went, by a link in a mail or letter (R-FLOW-13). The link can do nothing else: it shows nothing of the case, and works until it is
/// answered or has run out. Every wrong one gets the same answer.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class BetygModel(CitizenDesk desk, OrganisationBook book, CitizenLimit limit, TimeProvider clock) : CitizenPage(book, clock)
{
    /// <summary>From the address alone: no field of a form stands for it.</summary>
    public string Token => RouteData.Values["token"] as string ?? "";

    [BindProperty(Name = "clearness")]
    public string? Clearness { get; set; }

    [BindProperty(Name = "simplicity")]
    public string? Simplicity { get; set; }

    [BindProperty(Name = "manner")]
    public string? Manner { get; set; }

    [BindProperty(Name = "text")]
    public string? Words { get; set; }

    public Grades Grades => new(Tongue, Clearness, Simplicity, Manner, Words);

    /// <summary>Whether it has been answered; null for a link that is wrong or old.</summary>
    public bool? IsRated { get; private set; }

    /// <summary>What is said of a wrong link.</summary>
    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await LookAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LookAsync();
        if (IsRated is not false || Change is not null) return Page();
        try
        {
            await desk.RateByLinkAsync(Token, Grades.Answer, Words, HttpContext.RequestAborted);
            IsRated = true;
        }
        catch (RuleBroken broken)
        {
            Refuse(new RuleBroken(broken.Code, broken.Message, broken.Field == "survey" ? Grades.FirstMissing : "rate-text"));
            Response.StatusCode = 400;
        }

        return Page();
    }

    private async Task LookAsync()
    {
        IsRated = await desk.IsRatedByLinkAsync(Token, HttpContext.RequestAborted);
        if (IsRated is not null) return;
        var isGuessing = limit.IsGuessing(Address);
        if (!isGuessing) limit.WrongCode(Address);
        Wrong = Tongue[isGuessing ? "follow.slow" : "survey.wrong"];
        Response.StatusCode = isGuessing ? 429 : 404;
    }
}
