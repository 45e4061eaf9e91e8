namespace Gava.Domain.People;

public enum UnitKind { Municipality, Administration, Area, Department, Unit }

/// <summary>What the levels are called.</summary>
public static class UnitKinds
{
    public static string Swedish(this UnitKind kind) => kind switch
    {
        UnitKind.Municipality => "Kommun",
        UnitKind.Administration => "Förvaltning",
        UnitKind.Area => "Område",
        UnitKind.Department => "Avdelning",
        UnitKind.Unit => "Enhet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>How many people a place is there for, from a day on.</summary>
/// <param name="Count">At least one; null when nobody says any more.</param>
public sealed record UserCount(DateOnly From, int? Count);

/// <summary>A place in the organisation: the municipality, an administration, a department, a unit.</summary>
public sealed class Unit
{
    private Unit() { }

    public Unit(string slug, string name, UnitKind kind, Guid? parentId, string? routine = null)
    {
        Slug = CheckedSlug(slug);
        Name = Person.Checked(name, 2, 120, "name", "Skriv enhetens namn.");
        (Kind, ParentId, Routine) = (kind, parentId, routine);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>In addresses and the API: a to z, digits and hyphens.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    /// <summary>The name of the routine that holds here and below, until a unit below names its own.</summary>
    public string? Routine { get; private set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Postal address, lines separated by line breaks: the sender of letters.</summary>
    public string? Address { get; set; }

    /// <summary>How many it is there for, each number from its day, the oldest first: what arrives is set beside them (R-LEARN-02).</summary>
    public IReadOnlyList<UserCount> Users { get; private set; } = [];

    /// <summary>The first day on which it takes no cases any more; null while it works. Its old cases still bear its name.</summary>
    public DateOnly? Ended { get; private set; }

    public void Change(string name, Guid? parentId, string? routine)
    {
        Name = Person.Checked(name, 2, 120, "name", "Skriv enhetens namn.");
        (ParentId, Routine) = (parentId, routine);
    }

    /// <summary>What it is called and what it is, and how it is reached: its address is the sender of letters.</summary>
    public void Describe(string name, UnitKind kind, string? routine, string? phone, string? email, string? address)
    {
        MustWork();
        Name = Person.Checked(name, 2, 120, "name", "Skriv enhetens namn.");
        (Kind, Routine) = (kind, routine);
        (Phone, Email, Address) = (Reach.Phone(phone), Reach.Email(email), Reach.Address(address));
    }

    /// <summary>It is there for so many from that day on.</summary>
    /// <param name="count">Null when nobody says.</param>
    public void CountUsers(int? count, DateOnly from)
    {
        MustWork();
        if (count is < 1 or > 1_000_000) throw NoCount();
        if (UsersOn(from) != count) Users = [.. Users.Where(u => u.From < from), new(from, count)];
    }

    public static RuleBroken NoCount() => new("users-count", "Skriv antalet brukare som ett heltal från 1 till 1 000 000, eller lämna tomt.", "users");

    /// <summary>So many on that day; what was said first holds for the time before too, since nobody had said otherwise.</summary>
    public int? UsersOn(DateOnly day) => (Users.LastOrDefault(u => u.From <= day) ?? (Users is [var first, ..] ? first : null))?.Count;

    /// <summary>It stands under another place from now on.</summary>
    public void MoveBelow(Unit? parent)
    {
        MustWork();
        parent?.MustWork();
        ParentId = parent?.Id;
    }

    public void End(DateOnly day)
    {
        MustWork();
        Ended = day;
    }

    /// <exception cref="RuleBroken">It has been ended.</exception>
    public void MustWork()
    {
        if (Ended is not null) throw new RuleBroken("place-ended", "Enheten är avvecklad. Välj en annan.", "unit");
    }

    private static string CheckedSlug(string slug)
    {
        var text = slug.Trim();
        if (text.Length is < 2 or > 80 || text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            throw new RuleBroken("slug", $"Enhetens adressnamn har 2 till 80 tecken: a till z, siffror och bindestreck.", "slug");
        }

        return text;
    }
}
