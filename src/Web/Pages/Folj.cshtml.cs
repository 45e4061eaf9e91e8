using Gava.Domain;
using Gava.Operations.Cases;
using Gava.Operations.People;
using Gava.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>
/// Following one's case by the secret code (R-FLOW-13, R-FLOW-17). The code is only ever in a posted body: never in an address, a cookie or
/// a log. Every wrong code gets the same answer.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class FoljModel(CitizenDesk desk, OrganisationBook book, CitizenLimit limit, TimeProvider clock) : CitizenPage(book, clock)
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>message, rate, another; nothing to look only.</summary>
    [BindProperty(Name = "act")]
    public string? Act { get; set; }

    [BindProperty(Name = "text")]
    public string? Words { get; set; }

    [BindProperty(Name = "clearness")]
    public string? Clearness { get; set; }

    [BindProperty(Name = "simplicity")]
    public string? Simplicity { get; set; }

    [BindProperty(Name = "manner")]
    public string? Manner { get; set; }

    [BindProperty(Name = "files")]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty(Name = "messageId")]
    public string? MessageId { get; set; }

    /// <summary>Names the next message, so that a double click writes it once.</summary>
    public Guid Next { get; private set; }

    public CitizenView? View { get; private set; }

    /// <summary>What has just been done, in a sentence.</summary>
    public string? Done { get; private set; }

    /// <summary>The form that has something wrong in it.</summary>
    public string? Wrong { get; private set; }

    public Grades Grades => new(Tongue, Clearness, Simplicity, Manner, Wrong is "rate" ? Words : "");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Next = Guid.CreateVersion7();
        View = await desk.OpenAsync(Code ?? "", HttpContext.RequestAborted);
        if (View is null) return NoSuch();
        if (Act is null or "" || Change is not null) return Page();
        var message = Guid.TryParse(MessageId, out var named) ? named : Next;
        try
        {
            await ActAsync(message);
        }
        catch (RuleBroken broken)
        {
            Refuse(new RuleBroken(broken.Code, broken.Message, Field(broken.Field)));
        }

        if (!ModelState.IsValid)
        {
            (Wrong, Next) = (Act, message);
            Response.StatusCode = 400;
            return Page();
        }

        Words = null;
        ModelState.Clear();
        View = await desk.OpenAsync(Code!, HttpContext.RequestAborted);
        return Page();
    }

    private async Task ActAsync(Guid message)
    {
        switch (Act)
        {
            case "rate":
                await desk.RateAsync(Code!, message, Grades.Answer, Words, HttpContext.RequestAborted);
                Done = Tongue["case.rated"];
                break;
            case "another":
                await desk.AskForAnotherAsync(Code!, message, Words ?? "", HttpContext.RequestAborted);
                Done = Tongue["case.unhappy.asked"];
                break;
            default:
                var files = Read(Files);
                if (!ModelState.IsValid) return;
                await desk.WriteAsync(Code!, message, Words ?? "", files, HttpContext.RequestAborted);
                Done = Tongue["case.written"];
                break;
        }
    }

    /// <summary>Where on the page it is answered: the page has three fields of words, and a grade for each question.</summary>
    private string? Field(string? field) => (field, Act) switch
    {
        ("text", "another") => "another-text",
        ("text", "rate") => "rate-text",
        ("text", _) => "message",
        ("survey", _) => Grades.FirstMissing,
        _ => field,
    };

    private PageResult NoSuch()
    {
        var isGuessing = limit.IsGuessing(Address);
        if (!isGuessing) limit.WrongCode(Address);
        ModelState.AddModelError("code", Tongue[isGuessing ? "follow.slow" : "follow.wrong"]);
        Response.StatusCode = isGuessing ? 429 : 404;
        return Page();
    }
}
