namespace Gava.Domain.People;

/// <summary>Somebody who signs in, or a service with an API key. Citizens are never a Person: they live in the vault.</summary>
public sealed class Person
{
    private Person() { }

    public Person(string userName, string name, string title, bool isService = false)
    {
        UserName = CheckedUserName(userName);
        Name = Checked(name, 2, 100, "name", "Skriv personens namn.");
        Title = title.Trim();
        IsService = isService;
    }

    /// <summary>Who did what no person did: the clock, the migration, the demo.</summary>
    public static readonly Guid System = new("00000000-0000-7000-8000-000000000001");

    /// <summary>Whoever comes in by the public door or with a secret code. Gåva does not know who it is; the vault may.</summary>
    public static readonly Guid Citizen = new("00000000-0000-7000-8000-000000000002");

    /// <summary>The one who receives at the public door: nobody, so that the case waits at its unit.</summary>
    public static Person AtTheDoor { get; } = new("medborgare", "Personen själv", "", isService: true) { Id = Citizen };

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Lower case, without spaces: what is typed at sign-in.</summary>
    public string UserName { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As the employer writes it: "Boendestödjare". Rights come from roles, never from this.</summary>
    public string Title { get; private set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public bool IsService { get; private set; }

    /// <summary>False for somebody who has left. Never deleted: the journal speaks of them.</summary>
    public bool IsActive { get; private set; } = true;

    public void Leave() => IsActive = false;

    /// <summary>Somebody who had left works here again.</summary>
    public void Return() => IsActive = true;

    /// <summary>What somebody is called, as what, and how colleagues reach them.</summary>
    public void Describe(string name, string title, string? email, string? phone)
    {
        Name = Checked(name, 2, 100, "name", "Skriv personens namn.");
        Title = Checked(title, 0, 100, "title", "Titeln får ha högst 100 tecken.");
        (Email, Phone) = (Reach.Email(email), Reach.Phone(phone));
    }

    private static string CheckedUserName(string userName)
    {
        var name = userName.Trim().ToLowerInvariant();
        if (name.Length is < 2 or > 60 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '@')))
        {
            throw new RuleBroken("user-name", "Ett användarnamn har 2 till 60 tecken: a till z, siffror, punkt, bindestreck.", "userName");
        }

        return name;
    }

    internal static string Checked(string value, int least, int most, string field, string sentence)
    {
        var text = value.Trim();
        return text.Length >= least && text.Length <= most && !text.Any(char.IsControl) ? text : throw new RuleBroken(field, sentence, field);
    }
}
