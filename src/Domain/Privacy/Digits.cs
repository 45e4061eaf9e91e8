namespace Gava.Domain.Privacy;

/// <summary>What the engines for numbers share.</summary>
internal static class Digits
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherNumbers =
        Cues.Of("faktura fakturan fakturanummer fakturanr fakturanumret ocr ocr-nummer ocr-nr diarienummer diarienr dnr ärendenummer ärendenr ärendenumret orgnr org organisationsnummer organisationsnr serienummer serienr artikelnummer k-nummer kollinummer ordernummer ordernr referensnummer referensnr busslinje linje mål målnr målnummer mål-nr paragraf §");

    /// <summary>The digits of the text, in the buffer; empty when there are more than it holds.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var count = 0;
        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit(sign)) continue;
            if (count == buffer.Length) return [];
            buffer[count++] = sign;
        }

        return buffer[..count];
    }

    /// <summary>A diary, invoice, order or organisation number, or an amount of money.</summary>
    public static bool IsOtherNumber(Passage passage, int start, int end)
    {
        if (passage.HasBefore(start, 2, OtherNumbers)) return true;
        var next = passage.TokenAt(end);
        return next < passage.Count && passage[next].Start - end <= 1 && IsUnit(passage, next);
    }

    private static bool IsUnit(Passage passage, int token) =>
        passage.Word(token) is "kr" or "kronor" or "sek" or "öre" or "euro" or "procent" or "meter" or "kwh" or "liter" or "gånger" or "timmar" or "%";
}
