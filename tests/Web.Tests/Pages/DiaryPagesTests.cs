using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>The registrar's pages, without script.</summary>
public sealed class DiaryPagesTests(Work work) : IClassFixture<Work>
{
    // R-REG-04, R-REG-05, R-REG-08: from the desk to the list
    [Fact]
    public async Task The_registrar_gives_a_number_from_the_desk_and_it_stands_in_the_list_and_in_the_case()
    {
        await DiaryRoutine.ShipAsync(work.App.Services);
        var rut = await work.As("rut");
        var reference = await CaseAsync();
        Assert.Contains(reference, (await rut.GetAsync("/diarium")).Text, StringComparison.Ordinal);

        var refused = await (await rut.GetAsync($"/diarium/{reference}")).SubmitAsync();
        Assert.Equal(400, refused.Status);
        Assert.Contains("Välj vad ärendet gäller ur rutinens lista.", refused.Text, StringComparison.Ordinal);
        var desk = await refused.SubmitAsync(("Input.PublicSubject", DiaryRoutine.Subject));

        Assert.Equal("/diarium", desk.Path);
        await using var database = work.App.Database();
        var number = (await database.Cases.ToListAsync()).Single(c => $"{c.Reference}" == reference).DiaryNumber!.Value.ToString();
        Assert.Contains($"{reference} har fått diarienummer {number}.", desk.Text, StringComparison.Ordinal);
        Assert.Contains(number, (await rut.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        Assert.Contains(number, (await rut.GetAsync("/diarium/lista?serie=RKSDN&ar=2026")).Text, StringComparison.Ordinal);
        Assert.Contains("Rinkeby-Kista stadsdelsnämnd", (await rut.GetAsync("/diarium/beskrivning")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exempted_leaves_the_desk_with_its_reason()
    {
        await DiaryRoutine.ShipAsync(work.App.Services);
        var rut = await work.As("rut");
        var reference = await CaseAsync();
        await (await rut.GetAsync($"/diarium/{reference}/undanta")).SubmitAsync(("Input.Why", "Uppenbart av liten betydelse."));
        Assert.Contains("Uppenbart av liten betydelse.", (await rut.GetAsync($"/arenden/{reference}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await rut.GetAsync($"/diarium/{reference}/undanta")).Status);
    }

    private async Task<string> CaseAsync()
    {
        using var content = new StringContent("""{"text":"Maten var kall.","kind":"complaint","channel":"phone","unit":"dagverksamheten-solsidan"}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await (await work.KeyOf("rut")).PostAsync("/api/v1/cases", content);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }
}
