using Gava.Operations.Documents;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>The fonts that the build copies beside the program.</summary>
internal static class Fonts
{
    static readonly Lazy<PdfFonts> loaded = new(() => PdfFonts.Load(Folder()));

    public static PdfFonts Loaded => loaded.Value;

    /// <summary>Beside the tests, else beside the web project's own source, upwards from where the tests run.</summary>
    static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string[] places = [Path.Combine(folder.FullName, "fonts"), Path.Combine(folder.FullName, "src", "Web", "fonts")];
            if (places.FirstOrDefault(Directory.Exists) is { } found)
                return found;
        }
        throw new DirectoryNotFoundException("No fonts folder beside the tests or in src/Web. Build the web project first: it copies the fonts.");
    }
}
