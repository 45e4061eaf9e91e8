namespace Gava.Operations.Documents;

/// <summary>
/// Where a table is written, row after row: a CSV file or the sheets of a workbook. The type of a value says what its cell is:
/// text, <c>int</c> and <c>long</c>, <c>decimal</c> and <c>double</c>, <see cref="Shown"/>, <c>DateOnly</c>, a <c>DateTime</c> in UTC which is shown as Stockholm's time,
/// or null for an empty cell. A text is always a text and never a formula, whatever it begins with (R-LEARN-07).
/// </summary>
public interface ITableWriter : IDisposable
{
    /// <summary>Begins a table with its headings.</summary>
    /// <param name="name">Of the sheet. A CSV file has one table, and no place for its name.</param>
    void Begin(string name, IReadOnlyList<TableColumn> columns);

    /// <summary>Writes a row, at most one cell for each column.</summary>
    /// <exception cref="ArgumentException">A value is of another type than those above.</exception>
    void Row(params ReadOnlySpan<object?> cells);
}

/// <remarks><c>Decimal</c> has two decimals, <c>Tenth</c> one.</remarks>
public enum ColumnKind { Text, Whole, Decimal, Tenth, Percent, Date, Moment }

/// <summary>A number that is shown otherwise than the rest of its column.</summary>
public readonly record struct Shown(decimal Value, ColumnKind Kind);

/// <summary>A column of a table.</summary>
/// <param name="Kind">How numbers in it are shown: 0.25 in a <see cref="ColumnKind.Percent"/> column is 25 %.</param>
/// <param name="Width">In characters; null lets the kind decide.</param>
public sealed record TableColumn(string Heading, ColumnKind Kind = ColumnKind.Text, int? Width = null);
