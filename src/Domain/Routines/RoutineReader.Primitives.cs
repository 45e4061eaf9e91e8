using System.Globalization;
using System.Text.Json;
using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <content>What every part is read with: texts, flags, lists, choices, citations.</content>
public sealed partial class RoutineReader
{
    /// <summary>Every rule says where it comes from, or that it is assumed.</summary>
    private Citation Cited(JsonTree node)
    {
        foreach (var name in new[] { "source", "assumed" }.Where(name => node[name] is { Kind: not JsonValueKind.String }))
        {
            Fault(node[name]!, $"\"{name}\" ska vara en text.", "Skriv den inom citattecken.");
            return new(null, null);
        }

        var (source, assumed) = (node["source"]?.Text, node["assumed"]?.Text);
        if (string.IsNullOrWhiteSpace(source) && string.IsNullOrWhiteSpace(assumed))
        {
            Fault(node, "Regeln säger inte varifrån den kommer.", "Skriv \"source\" med dokument och mening, eller \"assumed\" när källan tiger.");
        }

        return new(source, assumed);
    }

    /// <summary>Refuses what the part cannot say, and proposes what was perhaps meant.</summary>
    private void Only(JsonTree node, string part)
    {
        var names = Parts[part];
        foreach (var (name, value) in node.Members.Where(m => !names.Contains(m.Name)))
        {
            Fault(value, $"\"{name}\" är inget som en rutin kan säga här.",
                Nearest.To(name, names) is { } near ? $"Menar du \"{near}\"?" : $"Välj bland {string.Join(", ", names)}.");
        }

        foreach (var twice in node.Members.GroupBy(m => m.Name).Where(g => g.Count() > 1))
        {
            Fault(twice.Last().Value, $"\"{twice.Key}\" står två gånger.", "Ta bort den ena.");
        }
    }

    private void Unique(JsonTree? node, IEnumerable<string> codes, string what)
    {
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            Fault(node!, $"Namnet \"{twice.Key}\" finns två gånger.", $"Ge {what} ett eget namn.");
        }
    }

    private List<T> List<T>(JsonTree parent, string name, Func<JsonTree, T> read, bool leastOne)
    {
        var node = parent[name];
        if (node is not { Kind: JsonValueKind.Array })
        {
            Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{name}\" ska vara en lista.", "Skriv [ … ].");
            return [];
        }

        if (leastOne && node.Items.Count == 0) Fault(node, $"\"{name}\" är tom.", "Skriv minst en.");
        return [.. node.Items.Select(read)];
    }

    private List<string> Texts(JsonTree parent, string name) => [.. List(parent, name, item =>
    {
        if (item.Kind == JsonValueKind.String) return item.Text;
        Fault(item, $"I \"{name}\" ska det stå texter.", "Sätt citattecken om.");
        return null;
    }, leastOne: false).OfType<string>()];

    /// <summary>A list that may be left out.</summary>
    private List<T> Some<T>(JsonTree parent, string name, Func<JsonTree, T> read) => parent[name] is null ? [] : List(parent, name, read, leastOne: false);

    private List<string> SomeTexts(JsonTree parent, string name) => parent[name] is null ? [] : Texts(parent, name);

    /// <summary>An object that may be left out: <paramref name="otherwise"/> then.</summary>
    private T Part<T>(JsonTree parent, string name, Func<JsonTree, T> read, T otherwise)
    {
        if (parent[name] is not { } node) return otherwise;
        if (node.Kind == JsonValueKind.Object) return read(node);
        Fault(node, $"\"{name}\" är fel.", "Skriv { … }.");
        return otherwise;
    }

    private string? TextOrNull(JsonTree parent, string name) => parent[name] is null ? null : Text(parent, name);

    private int? WholeOrNull(JsonTree parent, string name, int least, int most) => parent[name] is null ? null : Whole(parent, name, least, most);

    private Length? LengthOrNull(JsonTree parent, string name) => parent[name] is null ? null : ReadLength(parent, name, new(0, TimeUnit.Hours));

    private static readonly (string Word, Role Value)[] RoleWords =
        [.. Enum.GetValues<Role>().Where(r => r is not (Role.Service or Role.SystemAdministrator)).Select(r => (Camel(r.ToString()), r))];

    private Role? RoleOrNull(JsonTree parent, string name) => parent[name] is null ? null : OneOf(parent, name, RoleWords);

    private List<Role> SomeRoles(JsonTree parent, string name) => Some(parent, name, item => Word(item, name, RoleWords));

    private List<Moment> SomeMoments(JsonTree parent, string name) => Some(parent, name, item => ReadMoment(parent, item, name));

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>The words that an enum has in routine files: its names, in camelCase.</summary>
    private static (string Word, T Value)[] WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => (Camel(v.ToString()), v))];

    private JsonTree Object(JsonTree parent, string name)
    {
        if (parent[name] is { Kind: JsonValueKind.Object } node) return node;
        Fault(parent[name] ?? parent, $"\"{name}\" saknas eller är fel.", "Skriv { … }.");
        return Absent;
    }

    private string Text(JsonTree parent, string name)
    {
        if (parent[name] is { Kind: JsonValueKind.String } node && !string.IsNullOrWhiteSpace(node.Text)) return node.Text!;
        Fault(parent[name] ?? parent, parent[name] is null ? $"\"{name}\" saknas." : $"\"{name}\" ska vara en text.", "Skriv den inom citattecken.");
        return "";
    }

    private string Slug(JsonTree parent, string name)
    {
        var text = Text(parent, name);
        if (text.Length > 0 && (text.Length > 80 || text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')))
        {
            Fault(parent[name]!, $"\"{text}\" duger inte som namn.", "Använd a till z, siffror och bindestreck.");
        }

        return text;
    }

    private bool Flag(JsonTree parent, string name, bool otherwise = false)
    {
        if (parent[name] is { Kind: not (JsonValueKind.True or JsonValueKind.False) } node)
        {
            Fault(node, $"\"{name}\" ska vara true eller false.", "Skriv det utan citattecken.");
        }

        return parent[name]?.IsTrue ?? otherwise;
    }

    private int Whole(JsonTree parent, string name, int least, int most)
    {
        if (parent[name] is { Kind: JsonValueKind.Number } node
            && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(parent[name] ?? parent, $"\"{name}\" ska vara ett heltal från {least} till {most}.", "Skriv det utan citattecken.");
        return least;
    }

    private T OneOf<T>(JsonTree parent, string name, params (string Word, T Value)[] choices)
    {
        if (parent[name] is { } node) return Word(node, name, choices);
        Fault(parent, $"\"{name}\" saknas.", $"Välj bland {string.Join(", ", choices.Select(c => c.Word))}.");
        return choices[0].Value;
    }

    private T Word<T>(JsonTree node, string name, params (string Word, T Value)[] choices)
    {
        foreach (var (word, value) in choices)
        {
            if (node.Kind == JsonValueKind.String && word == node.Text) return value;
        }

        var near = node.Text is { } text ? Nearest.To(text, choices.Select(c => c.Word), most: 2) : null;
        Fault(node, $"\"{node.Text}\" är inget val för \"{name}\".",
            near is null ? $"Välj bland {string.Join(", ", choices.Select(c => c.Word))}." : $"Menar du \"{near}\"?");
        return choices[0].Value;
    }

    private void Fault(JsonTree node, string fault, string cure)
    {
        if (node != Absent) faults.Add(new(node.Line, node.Column, fault, cure));
    }
}
