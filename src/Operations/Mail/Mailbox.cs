using System.Text;

namespace Gava.Operations.Mail;

/// <summary>Somebody in an address header.</summary>
/// <param name="Name">As people read it, or null.</param>
/// <param name="Address">As written, without brackets and comments; empty when only a name stands there.</param>
public sealed record Mailbox(string? Name, string Address)
{
    /// <summary>Beyond this many in one header the rest are passed over.</summary>
    private const int Most = 10_000;

    /// <summary>
    /// All in a list (RFC 5322, 3.4, and what programs make of it): groups are opened, comments are a name only where there is no other, a
    /// semicolon parts like a comma, and a name with a comma that somebody forgot to quote stays one.
    /// </summary>
    internal static List<Mailbox> ReadAll(ReadOnlySpan<byte> header) => new Reader(Encoding.Latin1.GetString(header), mayBeEncoded: true).Read();

    private sealed class Reader(string text, bool mayBeEncoded)
    {
        private readonly List<Mailbox> found = [];
        private readonly StringBuilder phrase = new();
        private readonly StringBuilder plain = new();
        private readonly StringBuilder comment = new();
        private readonly StringBuilder after = new();
        private string? angle;
        private bool quoted;
        private string? halfName;
        private int at;

        public List<Mailbox> Read()
        {
            while (at < text.Length && found.Count < Most)
            {
                var sign = text[at];
                switch (sign)
                {
                    case '"': Quote(); break;
                    case '(': Comment(); break;
                    case '<': Angle(); break;
                    case '[' when plain.Length > 0 && plain[^1] == '@': Literal(); break;
                    case ',' or ';': at++; End(beforeComma: sign == ','); break;
                    case ':' when !HasAt(plain): Group(); break;
                    default: Plain(sign); at++; break;
                }
            }

            End(beforeComma: false);
            Flush();
            return found;
        }

        private static bool HasAt(StringBuilder text)
        {
            foreach (var chunk in text.GetChunks())
            {
                if (chunk.Span.Contains('@')) return true;
            }

            return false;
        }

        private void Plain(char sign)
        {
            if (sign is '\t' or ' ')
            {
                var into = angle is null ? phrase : after;
                if (into.Length > 0 && into[^1] != ' ') into.Append(' ');
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                return;
            }

            if (angle is not null)
            {
                // Belongs to nobody, unless another <…> follows and somebody forgot the comma.
                after.Append(sign);
                return;
            }

            phrase.Append(sign);
            plain.Append(sign);
        }

        private void Quote()
        {
            quoted = true;
            var begin = at++;
            var value = new StringBuilder();
            while (at < text.Length && text[at] != '"')
            {
                if (text[at] == '\\' && at + 1 < text.Length) at++;
                value.Append(text[at++]);
            }

            at = Math.Min(at + 1, text.Length);
            (angle is null ? phrase : after).Append(value);
            if (angle is not null) return;
            plain.Append(text, begin, at - begin);
        }

        private void Comment()
        {
            at++;
            if (comment.Length > 0) comment.Append(' ');
            for (var depth = 1; at < text.Length; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length) at++;
                else if (text[at] == '(') depth++;
                else if (text[at] == ')' && --depth == 0) break;
                comment.Append(text[at]);
            }

            at = Math.Min(at + 1, text.Length);
        }

        private void Literal()
        {
            var end = text.IndexOf(']', at, Math.Min(text.Length - at, 100));
            end = end < 0 ? at : end;
            plain.Append(text, at, end - at + 1);
            at = end + 1;
        }

        /// <summary>Ends at &gt;, and where that is missing before the next comma; a route (RFC 5322, 4.4) has commas of its own.</summary>
        private void Angle()
        {
            if (angle is not null)
            {
                var next = after.ToString();
                End(beforeComma: false);
                phrase.Append(next);
            }

            while (at < text.Length && text[at] is '<' or ' ') at++;
            var begin = at;
            var isRoute = at < text.Length && text[at] == '@';
            while (at < text.Length && text[at] is not ('>' or '<') && (isRoute || text[at] is not (',' or ';')))
            {
                if (text[at] == '"') SkipQuote();
                else at++;
            }

            angle = text[begin..at];
            if (at < text.Length && text[at] == '>') at++;
        }

        private void SkipQuote()
        {
            at++;
            while (at < text.Length && text[at] is not ('"' or '>')) at += text[at] == '\\' && at + 1 < text.Length ? 2 : 1;
            if (at < text.Length && text[at] == '"') at++;
        }

        private void Group()
        {
            at++;
            phrase.Clear();
            plain.Clear();
            comment.Clear();
        }

        private void End(bool beforeComma)
        {
            var (name, spec) = (phrase.ToString().Trim(), plain.ToString().Trim());
            var (inAngle, said, wasQuoted) = (angle, comment.ToString(), quoted);
            (angle, quoted) = (null, false);
            phrase.Clear();
            plain.Clear();
            comment.Clear();
            after.Clear();
            if (inAngle is not null) Named(name, said, inAngle);
            else if (spec.Length > 0 && spec.Contains('@', StringComparison.Ordinal)) Bare(spec, said);
            else if (spec.Length > 0 && IsEncodedAddress(spec, out var inside)) found.AddRange(inside);
            else if (spec.Length > 0) NoAddress(name, wasQuoted, beforeComma);
            else if (said.Length > 0) NoAddress(said, true, beforeComma);
        }

        private void Named(string name, string said, string address)
        {
            var clean = CleanAddress(address);
            if (clean.Length == 0) Flush();
            if (halfName is not null) name = halfName + ", " + name;
            halfName = null;
            if (clean.Length == 0 && name.Length == 0 && said.Length == 0) return;
            Add(name.Length > 0 ? name : said, clean);
        }

        /// <summary>Without brackets: one address, or words and an address, or addresses between which a comma was forgotten.</summary>
        private void Bare(string spec, string said)
        {
            Flush();
            if (!spec.Contains(' ', StringComparison.Ordinal) || spec.Contains('"', StringComparison.Ordinal))
            {
                Add(said, CleanAddress(spec));
                return;
            }

            var words = spec.Replace(" @", "@", StringComparison.Ordinal).Replace("@ ", "@", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var name = string.Join(' ', words.Where(w => !w.Contains('@', StringComparison.Ordinal)));
            foreach (var word in words.Where(w => w.Contains('@', StringComparison.Ordinal)).Take(Most)) Add(name.Length > 0 ? name : said, CleanAddress(word));
        }

        /// <summary>Some programs encode the whole field, address and all.</summary>
        private bool IsEncodedAddress(string spec, out List<Mailbox> inside)
        {
            inside = [];
            if (!mayBeEncoded || !spec.Contains("=?", StringComparison.Ordinal)) return false;
            var decoded = HeaderWords.Decode(spec);
            if (!decoded.Contains('@', StringComparison.Ordinal)) return false;
            inside = new Reader(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(decoded)), mayBeEncoded: false).Read();
            return true;
        }

        private void NoAddress(string name, bool wasQuoted, bool beforeComma)
        {
            if (beforeComma && !wasQuoted && halfName is null)
            {
                halfName = name;
                return;
            }

            Flush();
            AddAlone(name, wasQuoted);
        }

        private void Flush()
        {
            if (halfName is not null) AddAlone(halfName, wasQuoted: false);
            halfName = null;
        }

        /// <summary>One word is a mailbox of the sender's own machine, several are somebody's name.</summary>
        private void AddAlone(string name, bool wasQuoted)
        {
            var decoded = HeaderWords.Decode(name);
            if (decoded.Length == 0) return;
            found.Add(wasQuoted || decoded.Contains(' ', StringComparison.Ordinal) ? new Mailbox(decoded, "") : new Mailbox(null, decoded));
        }

        private void Add(string name, string address)
        {
            // A comma that the sender's program encoded by mistake.
            var decoded = HeaderWords.Decode(name).TrimStart(',', ' ');
            if (found.Count < Most) found.Add(new Mailbox(decoded.Length > 0 ? decoded : null, address));
        }

        private static string CleanAddress(string address)
        {
            address = address.Trim();
            if (address.StartsWith('@') && address.IndexOf(':', StringComparison.Ordinal) is > 0 and var route) address = address[(route + 1)..];
            if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..];
            address = WithoutComments(HeaderWords.Decode(address));
            if (address.Length > 2 && address[0] == '\'' && address[^1] == '\'') address = address[1..^1];
            return address.Contains('"', StringComparison.Ordinal) ? address : string.Concat(address.Where(c => !char.IsWhiteSpace(c)));
        }

        private static string WithoutComments(string address)
        {
            if (address.Contains('"', StringComparison.Ordinal) || address.IndexOf('(', StringComparison.Ordinal) is not (>= 0 and var begin)) return address;
            return address.IndexOf(')', begin) is > 0 and var end ? address[..begin] + address[(end + 1)..] : address[..begin];
        }
    }
}
