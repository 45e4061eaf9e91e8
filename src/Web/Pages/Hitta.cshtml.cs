using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>Finds the case of somebody who calls. What they say is sent in the form's body and never stands in an address.</summary>
public sealed class HittaModel(CallerDesk desk, RoutineBook routines) : StaffPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Null until somebody has looked.</summary>
    public IReadOnlyList<CallersCase>? Found { get; private set; }

    /// <summary>What the routines call the kinds, by code.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; private set; } = new Dictionary<string, string>();

    public static IEnumerable<Choice> Reasons => CallerDesk.Reasons.Select(r => new Choice(r.Code, r.Label));

    public void OnGet() => MustWork();

    public async Task<IActionResult> OnPostAsync()
    {
        MustWork();
        if (!ModelState.IsValid) return await RefuseAsync();
        Found = await desk.FindAsync(Viewer, Input.Said ?? "", Input.Reason ?? "");
        Kinds = (await routines.AllAsync()).SelectMany(r => r.Kinds).DistinctBy(k => k.Code).ToDictionary(k => k.Code, k => k.Label);
        return Page();
    }

    private void MustWork()
    {
        if (Viewer.Roles.Count == 0) throw new NotFound();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Said { get; set; }
        public string? Reason { get; set; }
    }
}
