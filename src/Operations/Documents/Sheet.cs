namespace Gava.Operations.Documents;

/// <summary>
/// A paper that lies or hangs somewhere: a form to fill in, or a poster. All words are in the sheet's language except those for staff. Any text may
/// hold any character, as in a <see cref="Letter"/>.
/// </summary>
public abstract record Sheet
{
    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>What it is, in the list of contents: "Blankett, engelska".</summary>
    public required string Title { get; init; }

    /// <summary>The place that it is for.</summary>
    public required string Place { get; init; }

    /// <summary>The municipality's name.</summary>
    public required string Municipality { get; init; }

    public required string Heading { get; init; }

    /// <summary>What one may say, and how. An empty line begins a new paragraph.</summary>
    public required string Lead { get; init; }

    /// <summary>The address of the web form, which the code holds.</summary>
    public required string Address { get; init; }

    /// <summary>Beside the code: what it is for.</summary>
    public required string AtCode { get; init; }

    /// <summary>Over the promises.</summary>
    public required string PromisesHeading { get; init; }

    /// <summary>What the routine promises, a sentence each.</summary>
    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>At the foot, small: that nobody has checked the translation, if so.</summary>
    public string? Note { get; init; }
}

/// <summary>A form on paper (blankett).</summary>
public sealed record FormSheet : Sheet
{
    public required string KindQuestion { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Asked where the place takes no cases of its own: what it is about.</summary>
    public string? PlaceQuestion { get; init; }

    public required string TextQuestion { get; init; }

    public required string TextHint { get; init; }

    /// <summary>That one may go on overleaf.</summary>
    public required string More { get; init; }

    public required string WhoQuestion { get; init; }

    /// <summary>What it means to leave no name; null where the routine takes nothing without one.</summary>
    public string? Anonymous { get; init; }

    /// <summary>Name, telephone, e-mail, address: two on a line.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public required string ReplyQuestion { get; init; }

    public required IReadOnlyList<string> Replies { get; init; }

    public required string SendHeading { get; init; }

    /// <summary>Where to leave it, and whom to call.</summary>
    public required IReadOnlyList<string> Send { get; init; }

    /// <summary>The postal address, line by line; empty when there is none.</summary>
    public required IReadOnlyList<string> PostTo { get; init; }

    /// <summary>How personal data is handled, and that somebody in danger calls 112.</summary>
    public required IReadOnlyList<string> Small { get; init; }

    /// <summary>The form's own number; null on an unnumbered one.</summary>
    public string? Number { get; init; }

    /// <summary>What the code for staff opens; null on an unnumbered one.</summary>
    public string? StaffAddress { get; init; }
}

/// <summary>A poster (anslag): three steps, a code, a promise.</summary>
public sealed record PosterSheet : Sheet
{
    public required IReadOnlyList<(string Heading, string Text)> Steps { get; init; }

    /// <summary>Ways in beside the code: telephone, visiting or postal address.</summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>A3 instead of A4.</summary>
    public bool IsLarge { get; init; }
}
