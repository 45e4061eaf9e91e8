namespace Gava.Operations.Mail;

/// <summary>Ids of messages, with their brackets and without the blanks that folding left in them.</summary>
internal static class MessageIds
{
    /// <summary>Beyond this many in one header the rest are passed over.</summary>
    private const int Most = 2_000;

    /// <summary>All ids in brackets, in order; where there are none, the words that look like one.</summary>
    public static List<string> ReadAll(string? text)
    {
        if (text is null) return [];
        var ids = new List<string>();
        for (var at = text.IndexOf('<'); at >= 0 && ids.Count < Most; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            var end = text.IndexOfAny(['>', '<'], at + 1);
            if (end < 0) end = text.Length;
            var inside = string.Concat(text[(at + 1)..end].Where(c => !char.IsWhiteSpace(c)));
            if (inside.Length > 0) ids.Add($"<{inside}>");
            at = end;
        }

        if (ids.Count == 0) ids.AddRange(text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal)).Take(Most));
        return ids;
    }

    /// <summary>The first id; where nothing looks like one, what stands there; null when nothing does.</summary>
    public static string? First(string? text) => ReadAll(text).FirstOrDefault() ?? (text?.Trim() is { Length: > 0 } other and not ("<>" or "<" or ">") ? other : null);
}
