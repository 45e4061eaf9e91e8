using Gava.Domain.History;

namespace Gava.Domain.Cases;

/// <content>Documents of it that somebody asks for (law.md SR-2.13). The desk has seen that whoever does this may open its vault.</content>
public sealed partial class Case
{
    /// <param name="what">In codes: the request and the documents, "12;text,line:6".</param>
    public void PickForDisclosure(string what, Change change) => Record(EventKind.DisclosurePicked, change, subject: what);

    /// <param name="what">In codes: the request and the document, "12;line:6".</param>
    public void DropFromDisclosure(string what, Change change) => Record(EventKind.DisclosureDropped, change, subject: what);

    /// <param name="what">In codes: the request and the outcome, "12;masked".</param>
    public void DecideDisclosure(string what, Change change) => Record(EventKind.DisclosureDecided, change, subject: what);
}
