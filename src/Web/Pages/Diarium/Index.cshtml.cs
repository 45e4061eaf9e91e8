using Gava.Domain.Routines;
using Gava.Operations.Diary;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>The registrar's desk: what waits for a number, what waits for its closing, what was entered last.</summary>
public sealed class IndexModel(DiaryDesk desk, PublicDiary diary) : DiaryPage
{
    private const int Newest = 5;

    public IReadOnlyList<AtDesk> Waiting { get; private set; } = [];

    public IReadOnlyList<AtDesk> ToClose { get; private set; } = [];

    public List<(KeptRecord Kept, IReadOnlyList<DiaryRow> Rows)> Latest { get; } = [];

    [TempData]
    public string? Done { get; set; }

    public string Lead => Waiting.Count(w => w.IsLate) switch
    {
        0 => "Det som har väntat längst står först.",
        1 => "Ett ärende skulle redan ha varit diariefört.",
        var late => $"{late} ärenden skulle redan ha varit diarieförda.",
    };

    public string Age(AtDesk row) => (row.IsLate, row.Days) switch
    {
        (true, _) => $"Skulle ha gjorts {Text.Swedish.Day(row.DueOn, Today)}",
        (_, 0) => "Kom in i dag",
        (_, 1) => "Kom in i går",
        _ => $"Kom in för {row.Days} dagar sedan",
    };

    public async Task OnGetAsync()
    {
        MustBeRegistrar();
        Waiting = await desk.WaitingAsync(Viewer, cancellation: HttpContext.RequestAborted);
        ToClose = await desk.ToCloseAsync(Viewer, cancellation: HttpContext.RequestAborted);
        foreach (var kept in (await diary.DescriptionAsync(HttpContext.RequestAborted)).Where(k => k.Mode == RegistrationMode.Diary && k.Years.Contains(Today.Year)))
        {
            Latest.Add((kept, await diary.LatestAsync(kept.Code, Today.Year, Newest, HttpContext.RequestAborted)));
        }
    }
}
