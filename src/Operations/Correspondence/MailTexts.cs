using Gava.Domain.Cases;
using Gava.Operations.Cases;

namespace Gava.Operations.Correspondence;

/// <summary>
/// The words of Gåva's mails. They hold the reference and never what the case is about: a mail can be read by others
/// (law.md SR-9.10).
/// </summary>
internal static class MailTexts
{
    public static (string Subject, string Body) Of(MailText text, CaseReference reference, string publicUrl, string municipality) => text switch
    {
        MailText.Received => ($"Vi har tagit emot ditt ärende {reference}", Letter($"""
            Tack för att du hörde av dig.

            Vi har tagit emot det du berättade. Ditt ärende har nummer {reference}. Ha numret till hands om du kontaktar oss.
            """, municipality)),
        MailText.HandedOver => ($"Ditt ärende {reference} har fått en ny handläggare", Letter($"""
            Ditt ärende {reference} lämnas över till den som bäst kan hjälpa dig. Vi har berättat för dig vem det är. Hör av dig till oss om du undrar något.
            """, municipality)),
        MailText.Feedback => ($"Återkoppling i ditt ärende {reference}", Letter($"""
            Det finns återkoppling till dig i ärende {reference}. Av hänsyn till dig skriver vi inte vad den innehåller i ett mejl. Hör av dig till oss, så berättar vi.
            """, municipality)),
        MailText.Delayed => ($"Ditt ärende {reference} tar längre tid", Letter($"""
            Ditt ärende {reference} tar längre tid än vi lovade. Vi skriver inte varför i ett mejl. Hör av dig till oss, så berättar vi.
            """, municipality)),
        MailText.Replied => ($"Svar i ditt ärende {reference}", Letter($"""
            Det finns ett svar till dig i ärende {reference}. Av hänsyn till dig skriver vi inte svaret i ett mejl. Hör av dig till oss, så berättar vi.
            """, municipality)),
        MailText.Arrived => ($"Nytt ärende {reference} hos er", ForStaff("Ett nytt ärende har kommit till er enhet och väntar på att någon tar det.", reference, publicUrl)),
        MailText.Offered => ($"Ärende {reference} väntar på dig", ForStaff("Någon vill lämna över ett ärende till dig. Ta emot det, eller säg nej och varför.", reference, publicUrl)),
        MailText.Declined => ($"Ärende {reference} kom tillbaka", ForStaff("Ärendet som du lämnade över togs inte emot. Du ansvarar fortfarande för det. Skälet står i ärendet.", reference, publicUrl)),
        MailText.Referred => ($"Ditt ärende {reference} har lämnats vidare", Letter($"""
            Det du berättade hör hemma på ett annat ställe. Vi har lämnat det vidare åt dig, och du behöver inte skriva en gång till. Hör av dig till oss om du undrar vem som har det nu. Ditt ärende har nummer {reference}.
            """, municipality)),
        MailText.Asked => ($"En fråga till dig i ärende {reference}", Letter($"""
            Vi behöver fråga dig en sak för att komma vidare med ärende {reference}. Vi skriver inte frågan i ett mejl. Hör av dig till oss, så berättar vi.
            """, municipality)),
        MailText.GivenTo => ($"Ärende {reference} är ditt", ForStaff("Du ansvarar nu för ett ärende. Varför det kom till dig står i ärendet.", reference, publicUrl)),
        MailText.SupportAsked => ($"Någon behöver ditt stöd i ärende {reference}", ForStaff("En medarbetare ber om ditt stöd. Ta kontakt så snart du kan.", reference, publicUrl)),
        MailText.Consulted => ($"Vad säger du om ärende {reference}?", ForStaff("Någon vill veta vad du tycker innan svaret skrivs. Du ser ärendet tills svaret är skickat.", reference, publicUrl)),
        MailText.ConsultationAnswered => ($"Synpunkter har kommit i ärende {reference}", ForStaff("Den du frågade har svarat.", reference, publicUrl)),
        MailText.PartGiven => ($"En del av ärende {reference} är din", ForStaff("Du har fått ansvar för en del av ett ärende. Vilken del det är står i ärendet.", reference, publicUrl)),
        MailText.Reported => ($"Ärende {reference} är redovisat", ForStaff("Enheten har berättat hur ärendet har behandlats.", reference, publicUrl)),
        MailText.CopyToUnit => ($"Er kopia av ärende {reference} finns nu", ForStaff("Registratorn har diariefört ett ärende hos er. Ankomstdag och diarienummer står i ärendet. Originalet öppnar du därifrån.", reference, publicUrl)),
        MailText.ToRegistrar => ($"Ärende {reference} ska diarieföras", ForStaff("Ett ärende har lämnats till dig för diarieföring.", reference, publicUrl)),
        MailText.ToRead => ($"Läs förslaget till svar i ärende {reference}", ForStaff("Ett förslag till svar väntar på att du läser det.", reference, publicUrl)),
        MailText.Reminded => ($"Snart är tiden ute för ärende {reference}", ForStaff("En tid i ärendet går snart ut.", reference, publicUrl)),
        MailText.RemindedLate => ($"Tiden är ute för ärende {reference}", ForStaff("En tid i ärendet har gått ut. Den här påminnelsen kommer för sent.", reference, publicUrl)),
        MailText.Overdue => ($"Ärende {reference} är försenat", ForStaff("En tid har gått ut utan att den som ansvarar har gjort det som skulle göras. Därför får du veta det.", reference, publicUrl)),
        MailText.Messaged => ($"Nytt meddelande i ärende {reference}", ForStaff("Den som hörde av sig har skrivit igen.", reference, publicUrl)),
        MailText.NotDelivered => ($"Ett mejl i ärende {reference} kom inte fram", ForStaff("Ett mejl till den som hörde av sig kom inte fram. Hör av dig på ett annat sätt.", reference, publicUrl)),
        MailText.NotSatisfied => ($"Någon är inte nöjd i ärende {reference}", ForStaff("Den som klagade är inte nöjd med svaret och vill att någon annan tittar på det. Läs, och bestäm vem.", reference, publicUrl)),
        MailText.EmergencyOpened => ($"Ärende {reference} har nödöppnats", ForStaff("Någon utan uppdrag i ärendet har öppnat personuppgifterna i en nödsituation. Ta ställning till det i läsloggen.", reference, publicUrl)),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    /// <summary>To staff, about work that belongs to no single case.</summary>
    public static (string Subject, string Body) AboutWork(MailText text, string publicUrl) => text switch
    {
        MailText.Rising => ("Klagomålen har blivit fler", ForStaff("Klagomålen på ett ställe som du ansvarar för har blivit fler än slumpen ger. Se efter varför, och skriv vad ni ser.", "laget", publicUrl)),
        MailText.TextAsked => ("En text till en sammanställning", ForStaff("Någon sammanställer det som har kommit in och vill veta vad ni har lärt er. Till när står på sidan.", "rapporter", publicUrl)),
        MailText.TextOwed => ("Snart ska er text vara klar", ForStaff("Er text till en sammanställning är inte skriven än.", "rapporter", publicUrl)),
        MailText.ActionOwed => ("Snart ska en åtgärd vara gjord", ForStaff("Du ska göra något i en förbättringsplan, och dagen är nära. Är det gjort? Säg det i planen.", "forbattringar", publicUrl)),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    /// <summary>To the person, in the language of their case; Swedish where there is no other, and to staff.</summary>
    /// <returns>Subject, body and what they are written in.</returns>
    public static (string Subject, string Body, string Language) In(string language, MailText text, CaseReference reference, string publicUrl, string municipality)
    {
        if (MailTongues.Of(text, language) is { } words)
        {
            return (Filled(words.Subject), Signed($"{MailTongues.Hello(language)}\n\n{Filled(words.Body)}", municipality, language), language);
        }

        var (subject, body) = Of(text, reference, publicUrl, municipality);
        return (subject, body, "sv");

        string Filled(string template) => template.Replace("{0}", reference.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The use of the templates that say the same; null for what goes in Gåva's own words only.</summary>
    public static string? TemplateOf(MailText text) => text switch
    {
        MailText.Received => "acknowledgement",
        MailText.HandedOver => "handOver",
        _ => null,
    };

    /// <summary>Own words, with the municipality's greeting below.</summary>
    public static string Signed(string words, string municipality, string language) => $"{words.Trim()}\n\n{MailTongues.Greeting(language)}\n{municipality}\n";

    private static string Letter(string body, string municipality) => $"Hej!\n\n{body}\n\nVänliga hälsningar\n{municipality}\n";

    private static string ForStaff(string sentence, CaseReference reference, string publicUrl) => ForStaff(sentence, $"arenden/{reference}", publicUrl);

    private static string ForStaff(string sentence, string page, string publicUrl) => $"Hej!\n\n{sentence}\n\n{publicUrl.TrimEnd('/')}/{page}\n\nGåva\n";
}
