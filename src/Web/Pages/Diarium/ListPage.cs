using System.Globalization;
using Gava.Operations.Diary;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Diarium;

/// <summary>A page that is asked for a list by series, year and days: <c>?serie=SN&amp;ar=2026</c>.</summary>
public abstract class ListPage : DiaryPage
{
    private const int RowsAPage = 100;

    [BindProperty(SupportsGet = true, Name = "serie")]
    public string? Serie { get; set; }

    [BindProperty(SupportsGet = true, Name = "ar")]
    public string? Ar { get; set; }

    [BindProperty(SupportsGet = true, Name = "fran")]
    public DateOnly? Fran { get; set; }

    [BindProperty(SupportsGet = true, Name = "till")]
    public DateOnly? Till { get; set; }

    [BindProperty(SupportsGet = true, Name = "sida")]
    public int Sida { get; set; } = 1;

    /// <summary>The year asked for; this one when it cannot be read.</summary>
    public int Year => int.TryParse(Ar, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 9999 ? year : Today.Year;

    protected DiaryQuestion Question => new(Serie is { } code && !code.Contains('\0', StringComparison.Ordinal) ? code : "", Year, Fran, Till,
        (Math.Clamp(Sida, 1, 10_000) - 1) * RowsAPage, RowsAPage);

    /// <summary>The same question as a query string.</summary>
    public string Query(int? page)
    {
        var query = QueryString.Create("serie", Serie ?? "").Add("ar", Year.ToString(CultureInfo.InvariantCulture));
        if (Fran is { } from) query = query.Add("fran", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Till is { } to) query = query.Add("till", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (page is { } number) query = query.Add("sida", number.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }
}
