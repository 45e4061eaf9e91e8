using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>"You said, we did": what units have changed because people told them (R-LEARN-06). Chosen by the unit, told without anybody in it.</summary>
public class NiTyckteModel(ImprovementDesk desk, OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock)
{
    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    public IReadOnlyList<Lesson> Lessons { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = await desk.LessonsAsync(null, HttpContext.RequestAborted);
        Units = [.. all.Select(l => l.Unit).DistinctBy(u => u.Id).OrderBy(u => u.Name, StringComparer.Create(new("sv-SE"), true)).Select(u => new Choice(u.Slug, u.Name))];
        Lessons = Enhet is { Length: > 0 } ? await desk.LessonsAsync(Enhet, HttpContext.RequestAborted) : all;
    }
}

/// <summary>The same without a frame, for the municipality's own site to show within its pages.</summary>
public sealed class NiTyckteInbaddadModel(ImprovementDesk desk, OrganisationBook book, TimeProvider clock) : NiTyckteModel(desk, book, clock);
