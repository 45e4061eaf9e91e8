using System.Globalization;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>
/// One element of the tree that tells what the marks on the pages are and in which order they are read
/// (ISO 32000-1, 14.7 and 14.8.4: Document, Sect, Div, H1–H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure …).
/// </summary>
/// <param name="type">A standard structure type, without the slash.</param>
/// <param name="entries">Further dictionary entries, such as <c>/A &lt;&lt; /O /Table /Scope /Column &gt;&gt;</c> or an <c>/Alt</c>.</param>
internal sealed class StructureElement(string type, string entries = "")
{
    readonly List<object> kids = [];

    public PdfReference Reference { get; private set; }

    bool IsEmpty => kids.TrueForAll(kid => kid is StructureElement { IsEmpty: true });

    public StructureElement Add(string childType, string childEntries = "")
    {
        var child = new StructureElement(childType, childEntries);
        kids.Add(child);
        return child;
    }

    public void AddContent(PdfPage page, int markedContent) => kids.Add(new Content(page, markedContent));

    /// <summary>Numbers first, so that children, parents and the pages' parent tree can name each other. What stayed empty goes.</summary>
    public void Reserve(PdfObjects objects)
    {
        kids.RemoveAll(kid => kid is StructureElement { IsEmpty: true });
        Reference = objects.Reserve();
        foreach (var child in kids.OfType<StructureElement>())
            child.Reserve(objects);
    }

    public void Write(PdfObjects objects, PdfReference parent)
    {
        var body = new StringBuilder($"<< /Type /StructElem /S /{type} /P {parent} {entries} /K [");
        foreach (var kid in kids)
            body.Append(' ').Append(kid is Content content ? content.ToString() : ((StructureElement)kid).Reference.ToString());
        objects.Set(Reference, body.Append(" ] >>").ToString());

        foreach (var child in kids.OfType<StructureElement>())
            child.Write(objects, Reference);
    }

    sealed record Content(PdfPage Page, int MarkedContent)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {Page.Reference} /MCID {MarkedContent} >>");
    }
}
