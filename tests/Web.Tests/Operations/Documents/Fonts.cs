using Gava.Operations.Documents;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>The fonts that the build copies beside the program.</summary>
internal static class Fonts
{
    static readonly Lazy<PdfFonts> loaded = new(() => PdfFonts.Load(Folder()));

    public static PdfFonts Loaded => loaded.Value;

    /// <summary>Beside the tests, else in the web project's own folder.</summary>
    static string Folder()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "fonts");
        if (Directory.Exists(beside))
            return beside;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "Web", "fonts");
            if (Directory.Exists(source))
                return source;
        }
        throw new DirectoryNotFoundException("No fonts folder beside the tests or in src/Web. Build the web project first: it copies the fonts.");
    }
}
