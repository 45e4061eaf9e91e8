using System.Text;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

// R-LEARN-07: what a page shows can be had as CSV and Excel, by the one who sees it
public sealed class SavedTablesTests(Work work) : IClassFixture<Work>
{
    [Theory]
    [InlineData("kerstin", "/oversikt", "Enheterna", "Enhet;Nya på 90 dagar;Öppna;Försenade;Senast registrerat", "enheter")]
    [InlineData("maria", "/enheten", "Vem som har vad", "Ansvarar;Öppna;Försenade;Arbetar här nu", "personer")]
    [InlineData("kerstin", "/laget", "Månad för månad", "Diagram;Månad;Klagomål;Medel;Undre gräns;Övre gräns;Signal", null)]
    [InlineData("maria", "/forbattringar", "Förbättringsplaner", "Plan;Enhet;Började;Åtgärder;Klara;Försenade;Uppföljningar;Från andra", null)]
    [InlineData("amal", "/logg", "Öppningar", "När;Vem;Titel;Ärende;Enhet;Varför;Nödöppning;Bedömning;Anteckning", null)]
    public async Task A_page_with_tables_is_had_as_Excel_and_as_csv(string person, string address, string sheet, string headings, string? table)
    {
        var reference = await work.CaseOfAmal("=HYPERLINK(\"http://exempel.se\")");
        await work.RegisterAsync("nadia", new { text = "Ingen svarade.", kind = "complaint", channel = "phone", unit = "barn-och-familj" });
        await OpenedAsync(reference);
        await (await (await work.As("maria")).GetAsync("/forbattringar/ny")).SubmitAsync(("Input.Title", "=1+1"), ("Input.Unit", "socialpsykiatri"), ("Input.Why", "Ingen kommer."));
        var client = await work.As(person);
        var page = await client.GetAsync(address);
        var links = page.Document.QuerySelectorAll(".save-list a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal($"{address}?format=xlsx", links[0]);
        // Where the page has one table only, its name is not in the address.
        var csv = page.Document.QuerySelectorAll(".save-list a").Single(a => a.TextContent == sheet).GetAttribute("href")!;
        Assert.Contains(csv, new[] { $"{address}?format=csv", $"{address}?format=csv&tabell={table}" });

        var book = await client.GetAsync(links[0]);
        Assert.Empty(SheetTools.Faults(book.Content));
        var rows = SheetTools.Rows(book.Content, sheet);
        Assert.Equal(headings, string.Join(';', rows[0]));
        Assert.True(rows.Count > 1);
        var lines = Encoding.UTF8.GetString((await client.GetAsync(csv)).Content).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((headings, rows.Count), (lines[0], lines.Length));
        Assert.DoesNotContain(lines, line => line.Split(';').Any(cell => cell.TrimStart('"') is ['=', ..]));

        var refused = await client.GetAsync($"{address}?format=pdf");
        Assert.Equal(400, refused.Status);
        Assert.Contains("format=xlsx", refused.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await client.GetAsync($"{address}?format=csv&tabell=finns-inte")).Status);
    }

    [Fact] // R-SEC-02: the log is had whole, as it is filtered, and only what one may read
    public async Task The_reading_log_is_had_as_it_is_filtered()
    {
        var (mine, other) = (await work.CaseOfAmal(), await work.CaseOfAmal());
        foreach (var reference in new[] { mine, other }) await OpenedAsync(reference);
        var rows = await RowsAsync("amal", $"/logg?arende={mine}&format=csv");
        Assert.Contains(mine, Assert.Single(rows[1..]), StringComparison.Ordinal);
        Assert.Empty((await RowsAsync("peter", $"/logg?arende={mine}&format=xlsx"))[1..]);

        async Task<string[]> RowsAsync(string person, string address)
        {
            var file = (await (await work.As(person)).GetAsync(address)).Content;
            return address.EndsWith("csv", StringComparison.Ordinal) ? Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries) : [.. SheetTools.Rows(file).Select(r => string.Join(';', r))];
        }
    }

    /// <summary>Amal opens what the vault has of it.</summary>
    private async Task OpenedAsync(string reference) => await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/uppgifter")).SubmitAsync(("Input.Reason", "contact"));
}
