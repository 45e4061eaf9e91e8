using System.Globalization;
using System.Text;

namespace Gava.Operations.Documents;

/// <summary>
/// A tagged document under construction: pages, two typefaces and the tree of what is on them. Made once, written once.
/// It follows PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), and says so in the file.
/// </summary>
internal sealed class PdfDocument(PdfFonts fonts, PdfMetadata metadata)
{
    readonly PdfObjects objects = new();
    readonly List<PdfPage> pages = [];
    readonly List<(string Title, string? Below, PdfPage Page)> bookmarks = [];

    public PdfFont Regular { get; } = new(fonts.Regular, "F1");

    public PdfFont Bold { get; } = new(fonts.Bold, "F2");

    /// <summary>The root of the tree; everything that is read is below it.</summary>
    public StructureElement Root { get; } = new("Document");

    public IReadOnlyList<PdfPage> Pages => pages;

    /// <param name="enlarged">How many times larger than A4: 1 is A4, √2 is A3.</param>
    public PdfPage AddPage(double enlarged = 1)
    {
        var page = new PdfPage(objects.Reserve(), enlarged);
        pages.Add(page);
        return page;
    }

    /// <summary>A line in the viewer's list of contents. Those that follow one another and stand below the same heading are folded under it.</summary>
    public void Bookmark(string title, string? below, PdfPage page) => bookmarks.Add((title, below, page));

    public byte[] Write()
    {
        var structure = WriteStructure();
        var pageTree = WritePages();
        var packet = objects.AddPlainStream("/Type /Metadata /Subtype /XML", metadata.Packet());
        var outlines = WriteOutlines();
        var catalog = objects.Add(
            $"<< /Type /Catalog /Pages {pageTree} /Lang {PdfSyntax.Text(metadata.Language)} /MarkInfo << /Marked true >> "
            + $"/StructTreeRoot {structure} /ViewerPreferences << /DisplayDocTitle true >> {outlines}/Metadata {packet} /OutputIntents [{WriteOutputIntent()}] >>");
        return objects.Write(catalog, objects.Add(metadata.Information()));
    }

    PdfReference WriteStructure()
    {
        var root = objects.Reserve();
        Root.Reserve(objects);
        Root.Write(objects, root);

        var parents = new StringBuilder("<< /Nums [");
        for (var index = 0; index < pages.Count; index++)
            parents.Append(CultureInfo.InvariantCulture, $" {index} {pages[index].Parents()}");
        var parentTree = objects.Add(parents.Append(" ] >>").ToString());
        return objects.Set(root, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /StructTreeRoot /K [{Root.Reference}] /ParentTree {parentTree} /ParentTreeNextKey {pages.Count} >>"));
    }

    PdfReference WritePages()
    {
        var tree = objects.Reserve();
        var written = new[] { Regular, Bold }.Where(font => font.IsUsed).Select(font => $"/{font.ResourceName} {font.Write(objects)}");
        var resources = objects.Add($"<< /Font << {string.Join(' ', written)} >> >>");
        for (var index = 0; index < pages.Count; index++)
            pages[index].Write(objects, tree, resources, index);
        return objects.Set(tree, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(page => page.Reference))}] /Count {pages.Count} >>"));
    }

    /// <summary>ISO 32000-1, 12.3.3: a list of items at each level, closed where something is below.</summary>
    string WriteOutlines()
    {
        if (bookmarks.Count == 0)
            return "";
        var root = objects.Reserve();
        List<(string Title, PdfPage Page, List<(string Title, PdfPage Page)> Below)> tops = [];
        foreach (var (title, below, page) in bookmarks)
        {
            if (below is null)
                tops.Add((title, page, []));
            else if (tops is [.., var last] && last.Title == below)
                last.Below.Add((title, page));
            else
                tops.Add((below, page, [(title, page)]));
        }
        var items = tops.ConvertAll(_ => objects.Reserve());
        for (var index = 0; index < tops.Count; index++)
        {
            var (title, page, below) = tops[index];
            var kids = below.ConvertAll(_ => objects.Reserve());
            for (var kid = 0; kid < kids.Count; kid++)
                objects.Set(kids[kid], Item(below[kid].Title, below[kid].Page, items[index], kids, kid));
            var inside = kids.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"/First {kids[0]} /Last {kids[^1]} /Count -{kids.Count} ");
            objects.Set(items[index], Item(title, page, root, items, index, inside));
        }
        objects.Set(root, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Outlines /First {items[0]} /Last {items[^1]} /Count {items.Count} >>"));
        return $"/Outlines {root} /PageMode /UseOutlines ";
    }

    static string Item(string title, PdfPage page, PdfReference parent, List<PdfReference> level, int index, string inside = "") =>
        $"<< /Title {PdfSyntax.Text(title)} /Parent {parent} {(index > 0 ? $"/Prev {level[index - 1]} " : "")}{(index + 1 < level.Count ? $"/Next {level[index + 1]} " : "")}{inside}/Dest [{page.Reference} /Fit] >>";

    PdfReference WriteOutputIntent()
    {
        var profile = objects.AddStream("/N 3", SrgbProfile.Bytes);
        return objects.Add(
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} >>");
    }
}
