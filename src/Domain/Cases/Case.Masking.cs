using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <content>Masking what slipped through (R-REG-02). The original goes to the vault; the journal says who hid what, and where.</content>
public sealed partial class Case
{
    /// <summary>True for those who may hide more of what the register shows: who handles it, registered it, or keeps the register.</summary>
    public bool MayBeMaskedBy(Viewer viewer) => !viewer.Person.IsService && viewer.Id != ConcernsPersonId
        && (MayBeHandledBy(viewer) || viewer.Id == RegisteredBy || viewer.Is(Role.Registrar) || viewer.Is(Role.ComplaintsManager));

    /// <summary>Hides words in the text and in journal lines that are written already.</summary>
    /// <param name="text">The register's new edition of what was said.</param>
    /// <param name="lines">
    /// The lines that changed, masked, each with the link that the chain would have given it: the new line vouches for them
    /// (<see cref="Chain.Vouch"/>).
    /// </param>
    /// <exception cref="RuleBroken">The viewer may not, or nothing was hidden.</exception>
    public void Mask(string text, IReadOnlyList<(Event Line, byte[] Link)> lines, Viewer viewer, Change change)
    {
        if (!MayBeMaskedBy(viewer)) throw new RuleBroken("not-yours", "Det är den som ansvarar för ärendet, registratorn eller klagomålshanteraren som kan dölja mer.");
        if (text == Text && lines.Count == 0) throw new RuleBroken("masking-nothing", "Inget doldes. Välj vad som ska döljas, eller skriv ord som står i texterna.", "alsoMask");
        Text = text;
        Record(EventKind.Masked, change, subject: Chain.Vouch(lines));
    }

    /// <summary>True for those who may show again what was hidden by mistake: who may hide it, and may see what stands there.</summary>
    public bool MayBeUnmaskedBy(Viewer viewer) => MayBeMaskedBy(viewer) && (!IsProtected || IsNamed(viewer.Id));

    /// <summary>Shows words again that were hidden and are no personal data. Masking hides them again.</summary>
    /// <param name="text">The register's new edition of what was said.</param>
    /// <param name="lines">The lines that changed, as for <see cref="Mask"/>.</param>
    /// <param name="why">Why it is no personal data, without the words themselves.</param>
    /// <exception cref="RuleBroken">The viewer may not, no reason, or nothing was shown.</exception>
    public void Unmask(string text, IReadOnlyList<(Event Line, byte[] Link)> lines, Words why, Viewer viewer, Change change)
    {
        if (!MayBeUnmaskedBy(viewer)) throw new RuleBroken("not-yours", "Det är den som ansvarar för ärendet, registratorn eller klagomålshanteraren som kan visa det igen.");
        Required(why, "why", "Skriv varför det inte behöver vara dolt.");
        if (text == Text && lines.Count == 0) throw new RuleBroken("unmasking-nothing", "Inget blev synligt. Välj något av det som är dolt.", "words");
        Text = text;
        Record(EventKind.Unmasked, change, why, Chain.Vouch(lines));
    }
}
