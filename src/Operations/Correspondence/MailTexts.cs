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
        MailText.Offered => ($"Ärende {reference} väntar på dig", ForStaff("Någon vill lämna över ett ärende till dig. Tills du tar emot det ansvarar den andra.", reference, publicUrl)),
        MailText.Declined => ($"Ärende {reference} kom tillbaka", ForStaff("Ärendet som du lämnade över togs inte emot. Du ansvarar fortfarande för det. Skälet står i ärendet.", reference, publicUrl)),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    private static string Letter(string body, string municipality) => $"Hej!\n\n{body}\n\nVänliga hälsningar\n{municipality}\n";

    private static string ForStaff(string sentence, CaseReference reference, string publicUrl) =>
        $"Hej!\n\n{sentence}\n\n{publicUrl.TrimEnd('/')}/arenden/{reference}\n\nGåva\n";
}
