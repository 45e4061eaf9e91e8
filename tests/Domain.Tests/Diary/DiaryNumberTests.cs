using Gava.Domain.Diary;

namespace Gava.Domain.Tests.Diary;

public sealed class DiaryNumberTests
{
    // R-REG-04
    [Theory]
    [InlineData("SN", 2026, 1, "SN 2026-0001")]
    [InlineData("RKSDN", 2026, 12345, "RKSDN 2026-12345")]
    [InlineData("SN ÄN", 2027, 40, "SN ÄN 2027-0040")]
    public void A_number_is_written_as_boards_write_it_and_reads_back(string series, int year, int number, string written)
    {
        Assert.Equal(written, new DiaryNumber(series, year, number).ToString());
        Assert.True(DiaryNumber.TryParse(written, out var read));
        Assert.Equal(new DiaryNumber(series, year, number), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-0001")]
    [InlineData("SN 2026")]
    [InlineData("SN 26-0001")]
    [InlineData("SN 2026-0000")]
    [InlineData("SN 2026-+1")]
    [InlineData("SN 2026-1-1")]
    [InlineData("SN 2026-1234567890")]
    public void What_is_no_number_of_a_diary_is_refused(string? text) => Assert.False(DiaryNumber.TryParse(text, out _));
}
