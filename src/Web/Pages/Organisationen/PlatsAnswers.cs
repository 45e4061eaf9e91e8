using System.Globalization;
using Gava.Domain.People;
using Gava.Operations.People;

namespace Gava.Web.Pages.Organisationen;

/// <summary>What is typed about a place.</summary>
public sealed class PlaceAnswers
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public string? Kind { get; set; }
    public string? Parent { get; set; }
    public string? Routine { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }
    public string? Users { get; set; }

    internal PlaceDetails Details(UnitKind kind) => new(Name ?? "", kind, Routine, Phone, Email, Address, Counted());

    /// <summary>"1 250" is a number too.</summary>
    private int? Counted() => string.Concat((Users ?? "").Where(c => !char.IsWhiteSpace(c))) is { Length: > 0 } typed
        ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Unit.NoCount() : null;
}
