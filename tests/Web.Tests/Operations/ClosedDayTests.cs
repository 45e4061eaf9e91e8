using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>R-DUE-01: the municipality's own closed days count, and a change recounts the clocks that run.</summary>
public sealed class ClosedDayTests : IAsyncLifetime
{
    private static readonly DateOnly Wednesday = new(2026, 4, 29);
    private Floor floor = null!;

    private ClosedDayDesk Desk => floor.Get<ClosedDayDesk>();

    public async ValueTask InitializeAsync() => floor = await Floor.StartAsync();

    public async ValueTask DisposeAsync() => await floor.DisposeAsync();

    [Fact]
    public async Task A_due_date_moves_when_a_day_is_closed_and_back_when_it_is_opened()
    {
        var reference = await floor.RegisterAsync(complainant: new Complainant { Name = "Elsa Exempel", Phone = "070-174 06 05" });
        var admin = await floor.ViewerAsync("admin");
        var before = await DueAsync(reference);
        var preview = await Desk.PreviewAsync(Wednesday, isClosed: true);
        Assert.Equal(1, preview.Cases);
        Assert.Equal(before, await DueAsync(reference));

        var moved = await Desk.CloseAsync(admin, Wednesday, "utbildningsdag");
        Assert.Equal(preview, moved);
        var after = await DueAsync(reference);
        Assert.Equal(new DateOnly(2026, 5, 5), StockholmTime.DateOf(after["forsta-aterkoppling"].AddTicks(-1)));
        Assert.True(after.Values.Max() > before.Values.Max());
        Assert.Equal(await UrgentAsync(reference), await HungAtAsync(reference));
        Assert.Equal(preview, await Desk.PreviewAsync(Wednesday, isClosed: false));

        await Desk.OpenAsync(admin, Wednesday);
        Assert.Equal(before, await DueAsync(reference));
        Assert.Equal(await UrgentAsync(reference), await HungAtAsync(reference));
        await using var database = floor.Database();
        Assert.Equal([EventKind.DayClosed, EventKind.DayOpened], await database.Journal.Where(e => e.CaseId == null && (e.Kind == EventKind.DayClosed || e.Kind == EventKind.DayOpened)).OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync());
    }

    [Fact]
    public async Task What_has_stopped_stays_where_it_was()
    {
        var reference = await floor.RegisterAsync();
        await floor.SqlAsync($"UPDATE case_clock SET stopped_at = started_at WHERE case_id = {reference.Number}");
        Assert.Equal(new Moves(0, 0), await Desk.CloseAsync(await floor.ViewerAsync("admin"), Wednesday, "utbildningsdag"));
    }

    [Theory]
    [InlineData("2026-05-01", "klämdag", "day-free")]
    [InlineData("2026-05-02", "klämdag", "day-free")]
    [InlineData("2026-05-04", "", "day-name")]
    [InlineData("2046-05-04", "klämdag", "day-far")]
    public async Task A_day_that_cannot_be_closed_is_refused(string day, string name, string code)
    {
        var admin = await floor.ViewerAsync("admin");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Desk.CloseAsync(admin, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), name));
        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public async Task A_day_is_closed_once_and_opened_only_when_it_was()
    {
        var admin = await floor.ViewerAsync("admin");
        await Desk.CloseAsync(admin, Wednesday, "utbildningsdag");
        Assert.Equal("day-closed", (await Assert.ThrowsAsync<RuleBroken>(() => Desk.CloseAsync(admin, Wednesday, "utbildningsdag"))).Code);
        await Assert.ThrowsAsync<NotFound>(() => Desk.OpenAsync(admin, Wednesday.AddDays(1)));
    }

    private async Task<Dictionary<string, DateTime>> DueAsync(CaseReference reference)
    {
        await using var database = floor.Database();
        return await database.Clocks.Where(c => c.CaseId == reference.Number).ToDictionaryAsync(c => c.Name, c => c.DueAt);
    }

    private async Task<DateTime> UrgentAsync(CaseReference reference)
    {
        await using var database = floor.Database();
        return await database.Cases.Where(c => c.Id == reference.Number).Select(c => c.UrgentAt).SingleAsync();
    }

    private async Task<DateTime> HungAtAsync(CaseReference reference)
    {
        await using var database = floor.Database();
        return await database.Access.Where(a => a.CaseId == reference.Number).Select(a => a.UrgentAt).Distinct().SingleAsync();
    }
}
