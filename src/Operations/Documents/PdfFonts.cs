namespace Gava.Operations.Documents;

/// <summary>
/// The typefaces that documents are set in: Source Sans 3, regular and bold (SIL Open Font License 1.1).
/// Read once when the program starts; safe to share between threads.
/// </summary>
public sealed class PdfFonts
{
    const string RegularFile = "SourceSans3_400Regular.ttf";
    const string BoldFile = "SourceSans3_700Bold.ttf";

    PdfFonts(TrueTypeFont regular, TrueTypeFont bold)
    {
        Regular = regular;
        Bold = bold;
    }

    internal TrueTypeFont Regular { get; }

    internal TrueTypeFont Bold { get; }

    /// <summary>
    /// Reads <c>SourceSans3_400Regular.ttf</c> and <c>SourceSans3_700Bold.ttf</c> from a folder, either side by side or
    /// each in its own folder (<c>400Regular/</c>, <c>700Bold/</c>) as the package @expo-google-fonts/source-sans-3 has them.
    /// </summary>
    /// <exception cref="FileNotFoundException">A file is in neither place.</exception>
    /// <exception cref="InvalidDataException">A file is not a TrueType font.</exception>
    public static PdfFonts Load(string folder) =>
        new(Read(folder, "400Regular", RegularFile), Read(folder, "700Bold", BoldFile));

    static TrueTypeFont Read(string folder, string packageFolder, string name)
    {
        string[] places = [Path.Combine(folder, name), Path.Combine(folder, packageFolder, name)];
        var path = places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"The font {name} is needed for PDF documents and is not in the folder {folder}.", places[0]);
        return new(File.ReadAllBytes(path));
    }
}
