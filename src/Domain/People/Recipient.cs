namespace Gava.Domain.People;

/// <summary>Somewhere that a person can turn when we could not solve it: IVO, patientnämnden, JO (R-FLOW-08).</summary>
public sealed class Recipient
{
    private Recipient() { }

    /// <param name="id">Null makes one.</param>
    public Recipient(string name, string whatFor, string? phone, string? web, int position, Guid? id = null)
    {
        Id = id ?? Id;
        Describe(name, whatFor, phone, web, position);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    /// <summary>In plain words, for whoever tells the person: "om vård som du är missnöjd med".</summary>
    public string WhatFor { get; private set; } = "";

    public string? Phone { get; private set; }

    /// <summary>An address on the web, https.</summary>
    public string? Web { get; private set; }

    /// <summary>The lowest stands first.</summary>
    public int Position { get; private set; }

    /// <summary>"Om vård, telefon 010-788 50 00, www.ivo.se": what is said to the person beside the name.</summary>
    public string InWords => string.Join(", ", new[] { WhatFor, Phone is null ? null : $"telefon {Phone}", Web?.Replace("https://", "", StringComparison.Ordinal).TrimEnd('/') }.OfType<string>());

    public void Describe(string name, string whatFor, string? phone, string? web, int position)
    {
        Name = Person.Checked(name, 2, 100, "name", "Skriv vad det heter, med högst 100 tecken.");
        WhatFor = Person.Checked(whatFor, 2, 300, "whatFor", "Skriv kort vad man kan vända sig dit med, med högst 300 tecken.");
        Phone = Reach.Phone(phone);
        Web = CheckedWeb(web);
        Position = position is >= 0 and <= 999 ? position : throw new RuleBroken("position", "Ordningen är ett tal från 0 till 999.", "position");
    }

    private static string? CheckedWeb(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"https://{text}";
        return text.Length <= 200 && Uri.TryCreate(text, UriKind.Absolute, out var web) && web.Scheme == Uri.UriSchemeHttps && web.Host.Contains('.', StringComparison.Ordinal)
            ? text : throw new RuleBroken("web", "Webbadressen ser inte rätt ut. Skriv den som https://www.exempel.se.", "web");
    }
}
