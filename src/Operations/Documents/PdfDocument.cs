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

    public PdfFont Regular { get; } = new(fonts.Regular, "F1");

    public PdfFont Bold { get; } = new(fonts.Bold, "F2");

    /// <summary>The root of the tree; everything that is read is below it.</summary>
    public StructureElement Root { get; } = new("Document");

    public IReadOnlyList<PdfPage> Pages => pages;

    public PdfPage AddPage()
    {
        var page = new PdfPage(objects.Reserve());
        pages.Add(page);
        return page;
    }

    public byte[] Write()
    {
        var structure = WriteStructure();
        var pageTree = WritePages();
        var packet = objects.AddPlainStream("/Type /Metadata /Subtype /XML", metadata.Packet());
        var catalog = objects.Add(
            $"<< /Type /Catalog /Pages {pageTree} /Lang {PdfSyntax.Text(metadata.Language)} /MarkInfo << /Marked true >> "
            + $"/StructTreeRoot {structure} /ViewerPreferences << /DisplayDocTitle true >> /Metadata {packet} /OutputIntents [{WriteOutputIntent()}] >>");
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

    PdfReference WriteOutputIntent()
    {
        var profile = objects.AddStream("/N 3", SrgbProfile.Bytes);
        return objects.Add(
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} >>");
    }
}
