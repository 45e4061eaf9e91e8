using System.Text.Json;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.Privacy;

namespace Gava.Operations.Vault;

/// <summary>The names of what the vault keeps of a case; a name is part of what binds a sealed field to its place.</summary>
public static class VaultFields
{
    /// <summary>What was said, as it was said.</summary>
    public const string Text = "text";

    /// <summary>Who said it.</summary>
    public const string Complainant = "complainant";

    /// <summary>Who is named in its texts, and what the register calls each.</summary>
    public const string People = "people";

    /// <summary>What a journal line gave as its reason, where words of it were hidden afterwards.</summary>
    public static string Why(Event line) => $"why:{line.Number}";

    /// <summary>Who it was until a journal line put it right.</summary>
    public static string ComplainantBefore(Event line) => $"{BeforePrefix}{line.Number}";

    internal const string BeforePrefix = "complainant-before:";

    public static IReadOnlyList<NamedPerson> ReadPeople(byte[] opened) => JsonSerializer.Deserialize<List<NamedPerson>>(opened) ?? [];

    public static Complainant ReadComplainant(byte[] opened) => JsonSerializer.Deserialize<Complainant>(opened) ?? new();
}
