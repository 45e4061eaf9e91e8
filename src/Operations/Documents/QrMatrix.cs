using QRCoder;

namespace Gava.Operations.Documents;

/// <summary>
/// The squares of a QR code (ISO/IEC 18004) without the quiet zone around it, which is four squares wide. A quarter of it may be soiled or
/// torn and it is still read (level Q), since papers hang in waiting rooms.
/// </summary>
public sealed class QrMatrix
{
    /// <summary>How many squares of quiet zone the standard asks for on each side.</summary>
    public const int Quiet = 4;

    private readonly IReadOnlyList<System.Collections.BitArray> squares;

    private QrMatrix(IReadOnlyList<System.Collections.BitArray> squares) => this.squares = squares;

    /// <summary>Squares on each side, the quiet zone not counted.</summary>
    public int Size => squares.Count - 2 * Quiet;

    /// <summary>The code that holds a text, such as an address.</summary>
    public static QrMatrix Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        return new([.. code.ModuleMatrix]);
    }

    public bool IsDark(int row, int column) => squares[row + Quiet][column + Quiet];

    /// <summary>The dark squares of each row, those side by side together.</summary>
    public IEnumerable<(int Row, int Column, int Count)> Runs()
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (!IsDark(row, column)) continue;
                var count = 1;
                while (column + count < Size && IsDark(row, column + count)) count++;
                yield return (row, column, count);
                column += count;
            }
        }
    }
}
