using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>Judges and reads a workbook with other people's programs, since a writer that judges itself is always right.</summary>
internal static class SheetTools
{
    static SheetTools() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What the format's own schemas object to; empty when it is right.</summary>
    public static IReadOnlyList<string> Faults(byte[] book)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>The rows of a sheet, headings first; numbers, days and texts each as its own type.</summary>
    public static List<object?[]> Rows(byte[] book, string? sheet = null)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(book));
        while (sheet is not null && reader.Name != sheet) Assert.True(reader.NextResult(), $"No sheet {sheet}");
        List<object?[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetValue(i))]);
        return rows;
    }

    /// <summary>The first sheet as LibreOffice reads it, as CSV with commas; or the whole as PDF.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to)
    {
        var folder = TestFolder.New("libreoffice");
        await File.WriteAllBytesAsync(Path.Combine(folder, $"book.{from}"), file);
        var start = new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", folder, Path.Combine(folder, $"book.{from}")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var words = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var made = Path.Combine(folder, $"book.{to.Split(':')[0]}");
        Assert.True(File.Exists(made), string.Concat(words));
        return await File.ReadAllBytesAsync(made);
    }

    public static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF');
}
