using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>The days that do not count in a year: the law's, and those that the municipality has closed itself.</summary>
public sealed class LedigaDagarModel(ClosedDayDesk desk) : OrganisationPage
{
    [BindProperty(SupportsGet = true, Name = "ar")]
    public string? Ar { get; set; }

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    public int Year { get; private set; }

    public IReadOnlyList<ClosedDay> Closed { get; private set; } = [];

    public IReadOnlyList<Holiday> Holidays { get; private set; } = [];

    /// <summary>What closing the day would do, when it was asked for.</summary>
    public Moves? Preview { get; private set; }

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayChange) throw new NotFound();
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "granska")
        {
            var (day, _) = desk.Checked(Input.Day, Input.Name);
            Preview = await desk.PreviewAsync(day, isClosed: true, HttpContext.RequestAborted);
            await ShowAsync();
            return Page();
        }

        var moves = await desk.CloseAsync(Viewer, Input.Day, Input.Name);
        return Back($"/organisation/lediga-dagar?ar={Input.Day!.Value.Year}", $"{Text.Swedish.Day(Input.Day.Value, Today)} är stängd. {InWords(moves, "flyttades")}");
    }

    /// <summary>"3 tider i 2 ärenden flyttades."</summary>
    public static string InWords(Moves moves, string verb) => moves switch
    {
        { Clocks: 0 } => $"Inga tider {verb}.",
        { Clocks: 1 } => $"En tid i ett ärende {verb}.",
        { Cases: 1 } => $"{moves.Clocks} tider i ett ärende {verb}.",
        _ => $"{moves.Clocks} tider i {moves.Cases} ärenden {verb}.",
    };

    protected override async Task ShowAsync()
    {
        Year = int.TryParse(Ar, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100 ? year : Input.Day?.Year is { } typed and >= 1990 and <= 2100 ? typed : Today.Year;
        Closed = await desk.InAsync(Year, HttpContext.RequestAborted);
        Holidays = [.. SwedishHolidays.In(Year).OrderBy(h => h.Day)];
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public DateOnly? Day { get; set; }
        public string? Name { get; set; }
    }
}
