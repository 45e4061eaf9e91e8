using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Jobs;

namespace Gava.Web.Pages;

/// <summary>The schedule as it stands: each job, when it last went and how; for whoever looks after the installation.</summary>
public sealed class JobbModel(JobBook book) : StaffPage
{
    public IReadOnlyList<JobState> Jobs { get; private set; } = [];

    public string MailText { get; private set; } = "";

    /// <summary>About mail that is held after a restore; null when there is none.</summary>
    public string? HeldText { get; private set; }

    public static string Often(TimeSpan every) => every switch
    {
        { TotalDays: >= 1 } => "En gång om dygnet",
        { TotalHours: >= 1 } => "En gång i timmen",
        _ => "Varje minut",
    };

    public async Task OnGetAsync()
    {
        if (!Viewer.Is(Role.SystemAdministrator)) throw new NotFound();
        Jobs = await book.JobsAsync(HttpContext.RequestAborted);
        var mail = await book.MailAsync(HttpContext.RequestAborted);
        MailText = (mail.Waiting, mail.GivenUp) switch
        {
            (0, 0) => "Allt är skickat.",
            (0, var lost) => lost == 1 ? "Ett mejl kom inte fram. Nå personen på ett annat sätt." : $"{lost} mejl kom inte fram. Nå personerna på ett annat sätt.",
            (var waiting, 0) => waiting == 1 ? $"Ett mejl väntar. Det skrevs {Text.Swedish.Moment(mail.Oldest!.Value)}." : $"{waiting} mejl väntar. Det äldsta skrevs {Text.Swedish.Moment(mail.Oldest!.Value)}.",
            (var waiting, var lost) => $"{waiting} mejl väntar, och {lost} kom inte fram. Det äldsta som väntar skrevs {Text.Swedish.Moment(mail.Oldest!.Value)}.",
        };
        HeldText = mail.Held switch
        {
            0 => null,
            1 => "Ett mejl hålls kvar. Det väntade när säkerhetskopian gjordes som Gåva är återläst från, och kan vara skickat sedan dess.",
            var held => $"{held} mejl hålls kvar. De väntade när säkerhetskopian gjordes som Gåva är återläst från, och kan vara skickade sedan dess.",
        };
    }
}
