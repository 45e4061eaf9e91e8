using Gava.Domain.Privacy;

namespace Gava.Domain.Diary;

/// <summary>
/// A row of the diary as anybody may read it: these four and nothing else (OSL 5:2; law.md SR-2.7). Party and subject are
/// written for the public when the case is registered, never made by hiding parts of what was said (SR-2.8).
/// </summary>
/// <param name="Date">The day on which it came in.</param>
/// <param name="Number">The diary number, or in an ordered store the case's reference.</param>
/// <param name="Party">A name, "Enskild" or "Skyddad".</param>
/// <param name="Subject">Briefly what it is about.</param>
public sealed record PublicRow(DateOnly Date, string Number, string Party, string Subject)
{
    /// <summary>Somebody whose name the diary does not tell.</summary>
    public const string Private = "Enskild";

    /// <summary>Somebody with protected identity.</summary>
    public const string Protected = "Skyddad";

    /// <summary>At most this many characters in a subject or a name.</summary>
    public const int LongestText = 120;

    /// <summary>Who it came from. A name only where nothing presumes secrecy (law.md SR-3.1); a protected identity never.</summary>
    /// <param name="given">What the registrar wrote; nothing is "Enskild".</param>
    /// <param name="isSecret">Secrecy is presumed or marked.</param>
    public static string PartyOf(string? given, bool isProtected, bool isSecret)
    {
        var party = (given ?? "").Trim();
        if (party.Length == 0 || party == Private || party == Protected) return isProtected ? Protected : party.Length == 0 ? Private : party;
        if (isProtected || isSecret) throw new RuleBroken("party-secret", $"Uppgifterna är skyddade av sekretess. Skriv {(isProtected ? Protected : Private)}.", "publicParty");
        if (party.Length > LongestText) throw new RuleBroken("party-too-long", "Namnet är för långt. Det får ha högst 120 tecken.", "publicParty");
        return OnOneLine(party, "publicParty");
    }

    /// <summary>
    /// What it is about: one of the routine's phrases where it has any (SR-3.10), else a few words without anything that
    /// points to a person.
    /// </summary>
    /// <param name="phrases">The routine's own; empty when it has none.</param>
    public static string SubjectOf(Words given, IReadOnlyList<string> phrases)
    {
        var subject = given.Original.Trim();
        if (phrases.Count > 0) return phrases.Contains(subject) ? subject : throw new RuleBroken("subject-unknown", "Välj vad ärendet gäller ur rutinens lista.", "publicSubject");
        if (subject.Length == 0) throw new RuleBroken("subject-missing", "Skriv kort vad ärendet gäller.", "publicSubject");
        if (subject.Length > LongestText) throw new RuleBroken("subject-too-long", "Skriv kortare. Högst 120 tecken får plats i diariet.", "publicSubject");
        if (given.HasSecrets || PersonalDataFinder.Default.Find(subject).Count > 0)
        {
            throw new RuleBroken("subject-personal", "Diariet är offentligt. Ta bort namn, nummer och adresser.", "publicSubject");
        }

        return OnOneLine(subject, "publicSubject");
    }

    private static string OnOneLine(string text, string field) =>
        text.Any(char.IsControl) ? throw new RuleBroken("text-unreadable", "Texten innehåller tecken som inte går att läsa. Ta bort dem och försök igen.", field) : text;
}
