using System.Globalization;

namespace Gava.Domain.Routines;

/// <content>The legal regimes, which say clocks and contents in the same words as a routine.</content>
public sealed partial class RoutineReader
{
    /// <exception cref="InvalidDataException">Gåva's own data has a fault: line and cure.</exception>
    internal static IReadOnlyList<LegalRegime> ReadRegimes(string json)
    {
        var reader = new RoutineReader();
        var regimes = JsonTree.Read(json, reader.faults)?.Items.Select(reader.ReadRegime).ToList();
        return reader.faults.Count == 0 ? regimes! : throw new InvalidDataException($"regimes.json:{reader.faults[0]}");
    }

    private LegalRegime ReadRegime(JsonTree node)
    {
        Only(node, "regime");
        return new(Text(node, "code"), Text(node, "label"), Text(node, "law"), Day(node, "from")!.Value, Day(node, "until"), Flag(node, "secrecyPresumed"),
            TextOrNull(node, "provision"), SomeMoments(node, "steps"), Some(node, "contents", item => ReadContent(item) with { IsStatutory = true }),
            Some(node, "clocks", item => ReadClock(item, [])));
    }

    private DateOnly? Day(JsonTree node, string name) =>
        node[name] is null ? null : DateOnly.ParseExact(Text(node, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
