using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gava.Domain.Learning;

namespace Gava.Operations.Learning;

/// <summary>What a unit told of its period; null when it was asked and told nothing.</summary>
public sealed record UnitText(string Unit, string? Text);

/// <summary>What people have written in a report, and who signed it.</summary>
/// <param name="Examples">Cases, in the register's words.</param>
/// <param name="SignedAt">UTC.</param>
public sealed record ReportWriting(string Analysis, IReadOnlyList<UnitText> Texts, IReadOnlyList<string> Examples, string SignedBy, DateTime SignedAt);

/// <summary>Figures as they are kept.</summary>
public sealed record FrozenFigures(string Period, bool IsAccumulated, IReadOnlyList<ReportLine> Lines)
{
    internal static FrozenFigures Of(ReportFigures figures) => new(figures.Span.Period.Name, figures.Span.IsAccumulated, figures.Lines);

    internal ReportFigures Thaw() => new(Span.Of(Domain.Routines.Period.Parse(Period)!.Value, IsAccumulated), Lines);
}

/// <summary>A unit right below, as it is kept.</summary>
public sealed record FrozenUnit(ReportPlace Unit, FrozenFigures Figures);

/// <summary>
/// A signed report as it is kept: everything that its page shows, with the names that places and groups had that day. What happens to the cases, the units or
/// the routine afterwards does not touch it (R-LEARN-03).
/// </summary>
public sealed record FrozenReport(ReportPlace Unit, FrozenFigures Now, FrozenFigures Before, FrozenFigures LastYear, IReadOnlyList<FrozenUnit> Units, IReadOnlyDictionary<string, string> Words,
    bool IsOpen, ReportWriting Writing)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, NewLine = "\n" };

    public static FrozenReport Of(ReportView view, ReportWriting writing)
    {
        IReadOnlyList<ReportFigures> all = [view.Figures, view.Before, view.LastYear, .. view.Units.Select(u => u.Figures)];
        return new(view.Unit, FrozenFigures.Of(view.Figures), FrozenFigures.Of(view.Before), FrozenFigures.Of(view.LastYear), [.. view.Units.Select(u => new FrozenUnit(u.Unit, FrozenFigures.Of(u.Figures)))],
            view.Words.Of(all.SelectMany(f => f.Lines)), view.IsOpen, writing);
    }

    public ReportView View() => View(Now.Thaw());

    private ReportView View(ReportFigures now) => new(Unit, now.Span, now, Before.Thaw(), LastYear.Thaw(), [.. Units.Select(u => new UnitFigures(u.Unit, u.Figures.Thaw()))], new(Words), IsOpen);

    /// <summary>UTF-8; the same report gives the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static FrozenReport Parse(byte[] json) => JsonSerializer.Deserialize<FrozenReport>(json, Json) ?? throw new JsonException("Not a report.");
}
