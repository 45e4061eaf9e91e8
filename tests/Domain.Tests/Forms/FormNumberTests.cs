using System.Globalization;
using Gava.Domain.Forms;

namespace Gava.Domain.Tests.Forms;

// R-IN-08: a number on a paper form that survives being read and typed by people
public sealed class FormNumberTests
{
    private static IEnumerable<FormNumber> Some => from year in new[] { 2024, 2026, 2099 } from number in new[] { 1, 2, 9, 10, 21, 345, 999, 1234, 9999, 10_000, 123_456, FormNumber.Most } select new FormNumber(year, number);

    [Fact]
    public void A_number_reads_back_as_it_was_written()
    {
        Assert.Equal("B-2026-0001-9", new FormNumber(2026, 1).ToString());
        Assert.Equal(FormNumber.Example, new FormNumber(2026, 1).ToString());
        Assert.All(Some, number => Assert.Equal(number, FormNumber.Parse(number.ToString())));
    }

    // Damm's check: all of them, not some
    [Fact]
    public void Every_single_wrong_digit_and_every_two_neighbours_swapped_are_noticed()
    {
        foreach (var right in Some.Select(n => n.ToString().Replace("-", "", StringComparison.Ordinal)))
        {
            for (var at = 1; at < right.Length; at++)
            {
                foreach (var digit in "0123456789".Where(d => d != right[at])) Refused(right[..at] + digit + right[(at + 1)..]);
                if (at + 1 < right.Length && right[at] != right[at + 1]) Refused(right[..at] + right[at + 1] + right[at] + right[(at + 2)..]);
            }
        }

        static void Refused(string typed) => Assert.Equal("form-number-check", Assert.Throws<RuleBroken>(() => FormNumber.Parse(typed)).Code);
    }

    [Theory]
    [InlineData("b-2026-0001-9")]
    [InlineData("  B 2026 0001 9 ")]
    [InlineData("B202600019")]
    [InlineData("B–2026–OOO1–9")]
    [InlineData("b.2026.000l.9")]
    [InlineData("https://synpunkter.example/arenden/nytt?blankett=B-2026-0001-9")]
    [InlineData("HTTPS://SYNPUNKTER.EXAMPLE/ARENDEN/NYTT?BLANKETT=B-2026-0001-9&X=1#TOP")]
    public void A_number_is_read_as_people_and_scanners_write_it(string typed) => Assert.Equal(new FormNumber(2026, 1), FormNumber.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("2026-000123")]
    [InlineData("C-2026-0001-9")]
    [InlineData("B-2026-00A1-9")]
    [InlineData("B-2026-٠٠٠١-9")]
    [InlineData("B-2026-000000001-9")]
    [InlineData("blankett=")]
    [InlineData("'; DROP TABLE printed_form; --")]
    public void What_is_no_number_is_told_what_one_looks_like(string? typed)
    {
        var broken = Assert.Throws<RuleBroken>(() => FormNumber.Parse(typed));

        Assert.Equal(("form-number", true), (broken.Code, broken.Message.Contains(FormNumber.Example, StringComparison.Ordinal)));
        Assert.False(FormNumber.TryParse(typed, out _));
    }

    [Fact]
    public void A_number_of_nought_is_none_and_a_long_text_is_not_waded_through()
    {
        var nought = string.Create(CultureInfo.InvariantCulture, $"B-2026-0000-{new FormNumber(2026, 0).Check}");

        Assert.False(FormNumber.TryParse(nought, out _));
        Assert.False(FormNumber.TryParse(new string('B', 5_000_000), out _));
    }
}
