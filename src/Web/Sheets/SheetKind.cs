namespace Gava.Web.Sheets;

/// <summary>What lies or hangs in a waiting room.</summary>
public enum SheetKind { Form, Poster, LargePoster }

public static class SheetKinds
{
    /// <summary>As addresses have it.</summary>
    public static string Code(this SheetKind kind) => kind switch { SheetKind.Poster => "anslag", SheetKind.LargePoster => "anslag-a3", _ => "blankett" };

    public static string Swedish(this SheetKind kind) => kind switch { SheetKind.Poster => "Anslag, A4", SheetKind.LargePoster => "Anslag, A3", _ => "Blankett" };

    /// <summary>The kind that an address names; the form when it names none.</summary>
    public static SheetKind Find(string? code) => code switch { "anslag" => SheetKind.Poster, "anslag-a3" => SheetKind.LargePoster, _ => SheetKind.Form };
}
