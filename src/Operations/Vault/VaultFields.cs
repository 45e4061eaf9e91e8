using System.Text.Json;
using Gava.Domain.Cases;

namespace Gava.Operations.Vault;

/// <summary>The names of what the vault keeps of a case; a name is part of what binds a sealed field to its place.</summary>
public static class VaultFields
{
    /// <summary>What was said, as it was said.</summary>
    public const string Text = "text";

    /// <summary>Who said it.</summary>
    public const string Complainant = "complainant";

    public static Complainant ReadComplainant(byte[] opened) => JsonSerializer.Deserialize<Complainant>(opened) ?? new();
}
