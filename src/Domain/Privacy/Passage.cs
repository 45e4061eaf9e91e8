using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gava.Domain.Privacy;

internal enum TokenKind
{
    Word,
    Number,
    Sign,
}

/// <summary>A word, a row of digits, or one other sign.</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, Traits Traits, bool IsCapitalised, bool IsAllCaps, bool StartsSentence, bool StartsLine)
{
    public int End => Start + Length;

    public bool Is(Traits traits) => (Traits & traits) != Traits.None;
}

/// <summary>A text read once from left to right: its words, numbers and signs, and what the lists know of each word.</summary>
internal sealed class Passage
{
    private static readonly SearchValues<char> Unmarked = SearchValues.Create("abcdefghijklmnopqrstuvwxyzåäö-'’");

    private readonly Lexicon _lexicon;
    private readonly List<Token> _tokens;
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _nearly = new Dictionary<string, bool>().GetAlternateLookup<ReadOnlySpan<char>>();
    private bool?[]? _ordinary;
    private bool? _speaksOfIdentity;

    public Passage(string text, Lexicon lexicon)
    {
        Text = text;
        Lower = text.ToLowerInvariant();
        _lexicon = lexicon;
        _tokens = new List<Token>((text.Length / 5) + 4);
        Split();
        IsShouted = Shouts();
    }

    public string Text { get; }

    /// <summary>The same text in lower case; ToLowerInvariant keeps the length, so every place is the same.</summary>
    public string Lower { get; }

    public IReadOnlyList<Token> Tokens => _tokens;

    public int Count => _tokens.Count;

    public Token this[int index] => _tokens[index];

    /// <summary>Mostly capitals: a capital then says nothing.</summary>
    public bool IsShouted { get; }

    /// <summary>Does the text speak of personal identity numbers?</summary>
    public bool SpeaksOfIdentity => _speaksOfIdentity ??= Lower.Contains("personn", StringComparison.Ordinal) || Lower.Contains("samordningsn", StringComparison.Ordinal) || Lower.Contains("pnr", StringComparison.Ordinal);

    public ReadOnlySpan<char> Word(int index) => Lower.AsSpan(_tokens[index].Start, _tokens[index].Length);

    public bool IsWord(int index) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Word;

    public bool IsNumber(int index) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Number;

    public bool IsSign(int index, char sign) =>
        index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Sign && Text[_tokens[index].Start] == sign;

    /// <summary>Are the token and the one before it parted by nothing but spaces on the same line?</summary>
    public bool IsNextTo(int index) =>
        index > 0 && index < Count && _tokens[index].Start - _tokens[index - 1].End is >= 0 and <= 2 && !_tokens[index].StartsLine;

    public bool IsGlued(int index) => index > 0 && index < Count && _tokens[index].Start == _tokens[index - 1].End;

    /// <summary>The first token that begins at or after the place.</summary>
    public int TokenAt(int place)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].Start < place) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Is the word nearly an ordinary one? Asked of a thousand words of a text at most: so many unknown words are no names.</summary>
    public bool IsNearly(int index)
    {
        var word = Word(index);
        if (_nearly.TryGetValue(word, out var isNearly)) return isNearly;
        return _nearly.Dictionary.Count > 1000 || (_nearly[word] = SwedishWords.Default.KnowsNearly(word));
    }

    /// <summary>Is it an ordinary Swedish word, or a compound of such?</summary>
    public bool IsOrdinary(int index)
    {
        _ordinary ??= new bool?[Count];
        return _ordinary[index] ??= UnknownWords.IsOrdinary(Word(index));
    }

    /// <summary>Does one of the words stand among the nearest words before the place, in the same line?</summary>
    public bool HasBefore(int place, int words, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> cues) => CueBefore(place, words, cues) >= 0;

    /// <summary>The token of the nearest such word, or -1.</summary>
    public int CueBefore(int place, int words, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> cues)
    {
        var left = words;
        for (int i = TokenAt(place) - 1, steps = 0; i >= 0 && left > 0 && steps < 24; i--, steps++)
        {
            if (_tokens[i].Kind == TokenKind.Word)
            {
                if (cues.Contains(Word(i))) return i;
                left--;
            }
            else if (_tokens[i].Kind == TokenKind.Number)
            {
                left--;
            }

            if (_tokens[i].StartsLine) break;
        }

        return -1;
    }

    private void Split()
    {
        var (sentence, line) = (true, true);
        for (var i = 0; i < Text.Length;)
        {
            var sign = Text[i];
            if (char.IsWhiteSpace(sign))
            {
                if (sign is '\n' or '\r') (sentence, line) = (true, true);
                i++;
                continue;
            }

            var end = char.IsLetter(sign) ? WordEnd(i) : char.IsAsciiDigit(sign) ? NumberEnd(i) : i + 1;
            Add(i, end, sentence, line);
            line = false;
            sentence = EndsSentence(i, end) || (sentence && !char.IsLetterOrDigit(sign));
            i = end;
        }
    }

    private void Add(int start, int end, bool sentence, bool line)
    {
        if (!char.IsLetter(Text[start]))
        {
            _tokens.Add(new Token(start, end - start, char.IsAsciiDigit(Text[start]) ? TokenKind.Number : TokenKind.Sign, Traits.None, false, false, sentence, line));
            return;
        }

        var traits = end - start > 40 ? Traits.None : _lexicon.Of(Lower.AsSpan(start, end - start));
        var capital = char.IsUpper(Text[start]);
        // "chans" is a word before it is Chan's.
        if (!capital && (traits & Traits.Genitive) != Traits.None && SwedishWords.Default.HasExactly(Lower.AsSpan(start, end - start))) traits |= Traits.Ambiguous;
        if (traits == Traits.None && end - start < 30 && Lower.AsSpan(start, end - start).ContainsAnyExcept(Unmarked)) traits = _lexicon.Of(WithoutMarks(Lower.AsSpan(start, end - start)));
        if (traits == Traits.None && capital && end - start < 40) traits = RunTogether(start, end);
        // At the beginning of a sentence every word has a capital, so only a long one can be told from an ordinary word.
        if (traits == Traits.None && capital && end - start <= 20 && end - start > (sentence ? 6 : 4) && _lexicon.IsNearGiven(Lower.AsSpan(start, end - start)) && !SwedishWords.Default.Knows(Lower.AsSpan(start, end - start))) traits = Traits.Given | Traits.Near;
        var allCaps = capital && end - start > 1 && !Text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
        _tokens.Add(new Token(start, end - start, TokenKind.Word, traits, capital, allCaps, sentence, line));
    }

    /// <summary>"Nguyễn" is in the lists as "nguyen", "Małgorzata" as "malgorzata" too.</summary>
    private static string WithoutMarks(ReadOnlySpan<char> word) =>
        string.Concat(word.ToString().Select(sign => sign switch
        {
            'å' or 'ä' or 'ö' => sign,
            'ł' => 'l',
            'đ' or 'ð' => 'd',
            'ı' => 'i',
            'ŋ' => 'n',
            'ŧ' => 't',
            'ø' => 'ö',
            _ => sign < 0x80 || !char.IsLetter(sign) ? sign : sign.ToString().Normalize(NormalizationForm.FormD)[0],
        }));

    /// <summary>"MariaLundin": two names written as one word.</summary>
    private Traits RunTogether(int start, int end)
    {
        var middle = start + 1;
        while (middle < end && !(char.IsUpper(Text[middle]) && char.IsLower(Text[middle - 1]))) middle++;
        return middle < end && (_lexicon.Of(Lower.AsSpan(start, middle - start)) & _lexicon.Of(Lower.AsSpan(middle, end - middle)) & Traits.Ordinary) == Traits.None
            && (_lexicon.Of(Lower.AsSpan(start, middle - start)) & Traits.Given) != Traits.None && (_lexicon.Of(Lower.AsSpan(middle, end - middle)) & Traits.AnyName) != Traits.None
            ? Traits.Given
            : Traits.None;
    }

    private int WordEnd(int start)
    {
        var end = start + 1;
        while (end < Text.Length && (IsLetter(Text[end]) || (IsJoint(Text[end]) && end + 1 < Text.Length && char.IsLetter(Text[end + 1])))) end++;
        return end;
    }

    private static bool IsLetter(char sign) =>
        char.IsLetter(sign) || (sign > 127 && CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark);

    private static bool IsJoint(char sign) => sign is '-' or '\'' or '’' or '‑';

    private int NumberEnd(int start)
    {
        var end = start + 1;
        while (end < Text.Length && char.IsAsciiDigit(Text[end])) end++;
        return end;
    }

    /// <summary>An abbreviation's full stop ("f.", "kv.", an initial) ends no sentence.</summary>
    private bool EndsSentence(int start, int end)
    {
        if (end - start != 1) return false;
        if (Text[start] is '!' or '?' or '•') return true;
        return Text[start] == '.' && !(_tokens.Count > 1 && _tokens[^2].Kind == TokenKind.Word && _tokens[^2].Length == 1);
    }

    private bool Shouts()
    {
        var (capitals, letters) = (0, 0);
        foreach (var token in _tokens)
        {
            if (token.Kind != TokenKind.Word || token.Length < 3) continue;
            letters++;
            if (token.IsAllCaps) capitals++;
        }

        return letters > 2 && capitals * 10 > letters * 6;
    }
}
