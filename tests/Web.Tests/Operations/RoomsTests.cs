using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Operations;

/// <summary>docs/architecture.md, Rooms: within a floor a room uses those below it and none above.</summary>
[Trait("Database", "None")]
public sealed partial class RoomsTests
{
    /// <summary>Each floor from the ground; rooms in one row do not use each other.</summary>
    private static readonly Dictionary<string, string[][]> Floors = new()
    {
        ["Domain"] = [["History", "Deadlines", "Privacy"], ["People", "Diary", "Disclosure", "Forms"], ["Routines"], ["Correspondence"], ["Cases"], ["Learning"]],
        ["Operations"] = [["Database", "Gateways", "Documents", "Mail"], ["Vault", "People"], ["Routines"], ["Cases"], ["Correspondence", "History", "Diary", "Disclosure", "Forms", "Intake", "Learning", "Registers"], ["Jobs", "Backups", "Demo"]],
        ["Web"] = [["Components", "Text"], ["Security", "Sheets"], ["Pages", "Api", "Commands"]],
    };

    [Theory]
    [InlineData("Domain")]
    [InlineData("Operations")]
    [InlineData("Web")]
    public void No_room_uses_one_above_it_or_beside_it(string floor)
    {
        var findings = Uses(floor).Where(u => u.To != u.From && Height(floor, u.To) >= Height(floor, u.From)).Select(u => $"{u.File}: {u.From} uses {u.To}");

        Assert.Equal([], findings.Distinct());
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Operations")]
    [InlineData("Web")]
    public void Every_room_has_its_place_in_the_order(string floor) =>
        Assert.Equal([], Directory.EnumerateDirectories(Path.Combine(Checkout.Folder, "src", floor)).Where(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories).Any())
            .Select(d => Path.GetFileName(d)!).Where(r => r is not ("bin" or "obj") && Height(floor, r) < 0));

    private static int Height(string floor, string room) => Array.FindIndex(Floors[floor], row => row.Contains(room));

    private static IEnumerable<(string File, string From, string To)> Uses(string floor) =>
        from file in Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src", floor), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
        let path = Path.GetRelativePath(Path.Combine(Checkout.Folder, "src", floor), file)
        let room = path.Split(Path.DirectorySeparatorChar)[0]
        where path != room && room is not ("bin" or "obj")
        from line in File.ReadLines(file)
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal)
        from Match use in RoomPattern().Matches(line)
        where use.Groups["floor"].Value == floor && Height(floor, use.Groups["room"].Value) >= 0
        select (path, room, use.Groups["room"].Value);

    // A using line, or a name written out in full.
    [GeneratedRegex(@"\b(?:Gava\.)?(?<floor>Domain|Operations|Web)\.(?<room>[A-Z]\w+)\b")]
    private static partial Regex RoomPattern();
}
