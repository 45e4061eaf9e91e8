using System.Globalization;
using System.Text;
using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

/// <summary>Figures of one kind of personal data, or of all.</summary>
internal sealed class MaskingFigures
{
    public int Marked { get; set; }

    public int Found { get; set; }

    public int Proposed { get; set; }

    public int Right { get; set; }

    public int Leaks { get; set; }

    public int HiddenWrongly { get; set; }

    /// <summary>Share of the marked stretches that are wholly covered by findings of the same kind.</summary>
    public double Recall => Share(Found, Marked, 1);

    /// <summary>Share of the findings that touch a marked stretch of the same kind.</summary>
    public double Precision => Share(Right, Proposed, 1);

    public static double Share(int part, int whole, double none) => whole == 0 ? none : (double)part / whole;
}

/// <summary>
/// Counts annotated texts, kind by kind. A text leaks when some marked character is covered by no finding of any kind: then
/// somebody reads it. Over-masking is the share of the characters outside all marks that are hidden.
/// </summary>
internal sealed class MaskingTable
{
    private readonly SortedDictionary<string, MaskingFigures> _kinds = new(StringComparer.Ordinal);
    private int _otherCharacters;

    public int Texts { get; private set; }

    public MaskingFigures All { get; } = new();

    public MaskingFigures Of(string kind) => Kind(kind);

    public double LeakShare => MaskingFigures.Share(All.Leaks, Texts, 0);

    public double OverMasking => MaskingFigures.Share(All.HiddenWrongly, _otherCharacters, 0);

    /// <summary>Finds in the text and counts; tells what was missed or too much.</summary>
    public void Count(Annotated text, Action<string>? tell) => Count(text, tell, PersonalDataFinder.Default);

    public void Count(Annotated text, Action<string>? tell, PersonalDataFinder finder)
    {
        Texts++;
        Span[] found = [.. finder.Find(text.Text).Select(finding => InCodePoints(text.Text, finding))];
        foreach (var marked in text.Spans) CountMarked(text, marked, found, tell);
        foreach (var finding in found) CountFinding(text, finding, tell);
        CountLeaks(text, found);
        CountOthers(text, found);
    }

    public override string ToString()
    {
        var lines = new StringBuilder("kind          marked  recall  precision  leaking texts  over-masking\n");
        foreach (var (kind, figures) in _kinds) Line(lines, kind, figures);
        Line(lines, "all", All);
        return lines.ToString();
    }

    private void CountMarked(Annotated text, Span marked, Span[] found, Action<string>? tell)
    {
        var isFound = IsCovered(marked, [.. found.Where(finding => finding.Type == marked.Type)]);
        foreach (var figures in Both(marked.Type))
        {
            figures.Marked++;
            if (isFound) figures.Found++;
        }

        if (!isFound) tell?.Invoke($"missed {text.Id} {marked.Type} '{Part(text, marked)}'");
    }

    private void CountFinding(Annotated text, Span finding, Action<string>? tell)
    {
        var isRight = text.Spans.Any(marked => marked.Type == finding.Type && marked.Start < finding.End && finding.Start < marked.End);
        foreach (var figures in Both(finding.Type))
        {
            figures.Proposed++;
            if (isRight) figures.Right++;
        }

        if (!isRight) tell?.Invoke($"too much {text.Id} {finding.Type} '{Part(text, finding)}'");
        else if (Enumerable.Range(finding.Start, finding.End - finding.Start).Count(place => !text.Spans.Any(marked => Covers(marked, place))) > 3) tell?.Invoke($"too wide {text.Id} {finding.Type} '{Part(text, finding)}'");
    }

    private void CountLeaks(Annotated text, Span[] found)
    {
        string[] leaking = [.. text.Spans.Where(marked => !IsCovered(marked, found)).Select(marked => marked.Type).Distinct()];
        foreach (var kind in leaking) Kind(kind).Leaks++;
        if (leaking.Length > 0) All.Leaks++;
    }

    private void CountOthers(Annotated text, Span[] found)
    {
        var length = Masking.ToCodePoint(text.Text, text.Text.Length);
        for (var place = 0; place < length; place++)
        {
            if (text.Spans.Any(marked => Covers(marked, place))) continue;
            _otherCharacters++;
            if (found.FirstOrDefault(finding => Covers(finding, place)) is not { } hiding) continue;
            foreach (var figures in Both(hiding.Type)) figures.HiddenWrongly++;
        }
    }

    private void Line(StringBuilder lines, string kind, MaskingFigures of) => lines.Append(CultureInfo.InvariantCulture,
        $"{kind,-13} {of.Marked,6} {of.Recall,7:P1} {of.Precision,10:P1} {of.Leaks,6} {MaskingFigures.Share(of.Leaks, Texts, 0),7:P1} {MaskingFigures.Share(of.HiddenWrongly, _otherCharacters, 0),13:P2}\n");

    private MaskingFigures[] Both(string kind) => [Kind(kind), All];

    private MaskingFigures Kind(string kind) => _kinds.TryGetValue(kind, out var figures) ? figures : _kinds[kind] = new();

    private static bool IsCovered(Span marked, Span[] found) =>
        Enumerable.Range(marked.Start, marked.End - marked.Start).All(place => found.Any(finding => Covers(finding, place)));

    private static bool Covers(Span span, int place) => span.Start <= place && place < span.End;

    private static Span InCodePoints(string text, Finding finding) =>
        new(Masking.ToCodePoint(text, finding.Start), Masking.ToCodePoint(text, finding.End), finding.Type.ApiName());

    private static string Part(Annotated text, Span span) => text.Text[Masking.ToUtf16(text.Text, span.Start)..Masking.ToUtf16(text.Text, span.End)];
}
