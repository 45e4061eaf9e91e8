using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Routines;

namespace Gava.Web.Pages;

/// <summary>The registration officer's desk (R-REG-07): what the unit has received and what is not in order yet.</summary>
public sealed class AttRegistreraModel(Desks desks, RecurringDesk recurring, RoutineBook routines) : DeskPage(routines)
{
    public async Task OnGetAsync()
    {
        MustBe(Viewer.Is(Role.RegistrationOfficer));
        var desk = await desks.ForRegistrationOfficerAsync(Viewer, HttpContext.RequestAborted);
        Recurring = await recurring.WaitingAsync(Viewer, HttpContext.RequestAborted);
        await AddAsync("Kom in av sig självt, och ingen har tagit det", desk.Waiting, "Se efter att inget namn står kvar i texten, och att det hamnat på rätt enhet.");
        await AddAsync("Väntar på diarieföring", desk.ForDiary);
        await AddAsync("Registrerades för sent den senaste månaden", desk.RegisteredLate, "Det som tas emot ska vara registrerat senast nästa arbetsdag.");
    }
}
