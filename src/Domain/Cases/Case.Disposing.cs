using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>What of a case can be erased by decision (gallring). The register's part, de-identified, always stays.</summary>
public enum DisposablePart { Vault, Attachments, Drafts }

/// <content>Disposal by decision, and what holds it back (R-SEC-05; arkivlagen 10 §; law.md SR-10.1, SR-10.4).</content>
public sealed partial class Case
{
    /// <summary>When somebody held it back from disposal: a request, an appeal, a report to IVO. Null while nobody has.</summary>
    public DateTime? HeldAt { get; private set; }

    public DateTime? VaultDisposedAt { get; private set; }

    public DateTime? AttachmentsDisposedAt { get; private set; }

    public DateTime? DraftsDisposedAt { get; private set; }

    /// <summary>True for those who may hold it back: the registrar, and whoever handles it.</summary>
    public bool MayBeHeldBy(Viewer viewer) => viewer.Is(Role.Registrar) || MayBeHandledBy(viewer);

    /// <summary>Nothing of it is erased until the hold is lifted.</summary>
    public void Hold(Words why, Viewer viewer, Change change)
    {
        if (!MayBeHeldBy(viewer)) throw NotTheirs();
        if (HeldAt is not null) throw new RuleBroken("hold-there", "Ärendet är redan undantaget från gallring.");
        Required(why, "why", "Skriv varför det inte får gallras nu.");
        HeldAt = change.At;
        Record(EventKind.HeldFromDisposal, change, why);
    }

    public void LiftHold(Words why, Viewer viewer, Change change)
    {
        if (!MayBeHeldBy(viewer)) throw NotTheirs();
        if (HeldAt is null) throw new RuleBroken("hold-none", "Ärendet är inte undantaget från gallring.");
        Required(why, "why", "Skriv varför det får gallras igen.");
        HeldAt = null;
        Record(EventKind.HoldLifted, change, why);
    }

    /// <summary>Says that a part is erased, and by which decision. The vault is everything that was sealed, attachments and drafts with it.</summary>
    /// <exception cref="RuleBroken">It is open, held back, or already done.</exception>
    public void Dispose(DisposablePart part, string decision, Change change)
    {
        if (IsOpen) throw new RuleBroken("disposal-open", "Ett ärende som är öppet gallras inte.");
        if (HeldAt is not null) throw new RuleBroken("disposal-held", "Ärendet är undantaget från gallring.");
        if (VaultDisposedAt is not null || (part == DisposablePart.Attachments ? AttachmentsDisposedAt : part == DisposablePart.Drafts ? DraftsDisposedAt : null) is not null)
        {
            throw new RuleBroken("disposal-done", "Det är redan gallrat.");
        }

        if (part == DisposablePart.Vault) VaultDisposedAt = change.At;
        if (part != DisposablePart.Drafts) AttachmentsDisposedAt ??= change.At;
        if (part != DisposablePart.Attachments) DraftsDisposedAt ??= change.At;
        Record(EventKind.Disposed, change with { Why = decision }, subject: part.Code());
    }

    private static RuleBroken NotTheirs() => new("not-yours", "Det är registratorn, eller den som ansvarar för ärendet, som kan göra det här.");
}
