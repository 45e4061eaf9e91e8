using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gava.Web.Tests.Security;

/// <summary>
/// Looks for planted values in bytes, as whoever reads a file would find them: as UTF-8, UTF-16, base64, hexadecimal, percent-encoded, quoted-printable, and escaped
/// as JSON and HTML do. Capitals make no difference but in base64.
/// </summary>
internal sealed class PlantedSearch
{
    private readonly Index folded;
    private readonly Index exact;

    public PlantedSearch(IEnumerable<PlantedValue> values)
    {
        Dictionary<string, PlantedValue> anyCase = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, PlantedValue> asItIs = new(StringComparer.Ordinal);
        foreach (var value in values)
        {
            foreach (var form in value.Forms)
            {
                // Letters beyond A to Z have other bytes as capitals.
                foreach (var pattern in new[] { form, form.ToLowerInvariant(), form.ToUpperInvariant() }.Distinct().SelectMany(Spellings)) anyCase.TryAdd(pattern, value);
                foreach (var pattern in Base64(form)) asItIs.TryAdd(pattern, value);
            }
        }

        folded = new(anyCase, ignoresCapitals: true);
        exact = new(asItIs, ignoresCapitals: false);
    }

    /// <summary>How many things are looked for.</summary>
    public int Patterns => folded.Count + exact.Count;

    public IEnumerable<(PlantedValue Value, string Around)> In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <summary>Everything that is found, with what stands around it.</summary>
    public IEnumerable<(PlantedValue Value, string Around)> In(byte[] bytes) => folded.In(bytes).Concat(exact.In(bytes));

    private static IEnumerable<string> Spellings(string form)
    {
        var bytes = Encoding.UTF8.GetBytes(form);
        yield return Latin(bytes);
        // Without its last zero it is the other byte order too.
        yield return Latin(Encoding.Unicode.GetBytes(form))[..^1];
        yield return Uri.EscapeDataString(form);
        yield return WebUtility.UrlEncode(form);
        yield return JsonSerializer.Serialize(form)[1..^1];
        yield return HtmlEncoder.Default.Encode(form);
        yield return WebUtility.HtmlEncode(form);
        yield return Convert.ToHexString(bytes);
        yield return string.Concat(bytes.Select(b => b is > 32 and < 127 and not (byte)'=' ? ((char)b).ToString() : $"={b:X2}"));
    }

    /// <summary>Each of the three ways in which it can lie among other bytes, without what its neighbours decide.</summary>
    private static IEnumerable<string> Base64(string form)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(form), Encoding.Unicode.GetBytes(form) })
        {
            for (var before = 0; before < 3; before++)
            {
                var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
                var last = (before + bytes.Length) * 8 / 6;
                var pattern = whole[((before * 8) + 5) / 6 is var first ? first..last : ..];
                if (pattern.Length < 8) continue;
                yield return pattern;
                if (pattern.AsSpan().ContainsAny('+', '/')) yield return pattern.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>All patterns in one walk: six bytes at a time are looked up in a map of bits, and what is there in a table.</summary>
    private sealed class Index
    {
        private const int Key = 6;
        private const int Bits = 24;
        private readonly byte[] fold = new byte[256];
        private readonly ulong[] map = new ulong[1 << (Bits - 6)];
        private readonly Dictionary<ulong, List<(byte[] Pattern, PlantedValue Value)>> byKey = [];

        public Index(Dictionary<string, PlantedValue> patterns, bool ignoresCapitals)
        {
            for (var b = 0; b < 256; b++) fold[b] = ignoresCapitals && b is >= 'A' and <= 'Z' ? (byte)(b + 32) : (byte)b;
            foreach (var (text, value) in patterns)
            {
                var pattern = Encoding.Latin1.GetBytes(text).Select(b => fold[b]).ToArray();
                var key = pattern.Take(Key).Aggregate(0UL, (sum, b) => (sum << 8) | b);
                map[Place(key) >> 6] |= 1UL << (int)(Place(key) & 63);
                if (!byKey.TryGetValue(key, out var same)) byKey[key] = same = [];
                same.Add((pattern, value));
            }

            Count = patterns.Count;
        }

        public int Count { get; }

        public List<(PlantedValue Value, string Around)> In(byte[] bytes)
        {
            List<(PlantedValue, string)> found = [];
            var key = 0UL;
            for (var end = 0; end < bytes.Length; end++)
            {
                key = ((key << 8) | fold[bytes[end]]) & ((1UL << (8 * Key)) - 1);
                if ((map[Place(key) >> 6] & (1UL << (int)(Place(key) & 63))) == 0 || end < Key - 1 || !byKey.TryGetValue(key, out var patterns)) continue;
                foreach (var (pattern, value) in patterns)
                {
                    if (IsAt(bytes, end - Key + 1, pattern) && !IsChance(bytes, end - Key + 1, pattern)) found.Add((value, Around(bytes, end - Key + 1, pattern.Length)));
                }
            }

            return found;
        }

        private static ulong Place(ulong key) => (key * 0x9E3779B97F4A7C15UL) >> (64 - Bits);

        private bool IsAt(byte[] bytes, int at, byte[] pattern)
        {
            if (at + pattern.Length > bytes.Length) return false;
            for (var i = 0; i < pattern.Length; i++)
            {
                if (fold[bytes[at + i]] != pattern[i]) return false;
            }

            return true;
        }

        /// <summary>"BKM417" in the middle of a token is nobody's car: what is short and only letters and digits counts when it stands alone.</summary>
        private static bool IsChance(byte[] bytes, int at, byte[] pattern) => pattern.Length < 13 && pattern.Any(b => char.IsAsciiDigit((char)b)) && pattern.All(IsLetterOrDigit)
            && ((at > 0 && IsLetterOrDigit(bytes[at - 1])) || (at + pattern.Length < bytes.Length && IsLetterOrDigit(bytes[at + pattern.Length])));

        private static bool IsLetterOrDigit(byte b) => char.IsAsciiLetterOrDigit((char)b);

        private static string Around(byte[] bytes, int at, int length)
        {
            var (from, to) = (Math.Max(0, at - 90), Math.Min(bytes.Length, at + length + 60));
            return string.Concat(Encoding.UTF8.GetString(bytes, from, to - from).Select(c => char.IsControl(c) ? ' ' : c));
        }
    }
}
