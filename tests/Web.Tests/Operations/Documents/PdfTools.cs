using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>Reads a PDF with other people's programs (poppler-utils, qpdf), since a writer that judges itself is always right.</summary>
internal static partial class PdfTools
{
    public static string Text(byte[] pdf, params string[] options) => Run("pdftotext", pdf, ["-enc", "UTF-8", .. options], "-");

    public static string Information(byte[] pdf, params string[] options) => Run("pdfinfo", pdf, ["-enc", "UTF-8", .. options]);

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, []);

    /// <summary>Throws with qpdf's own words when it finds anything wrong.</summary>
    public static string Check(byte[] pdf) => Run("qpdf", pdf, ["--check"]);

    public static string Raw(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    /// <summary>All objects readable, streams uncompressed.</summary>
    public static string Uncompressed(byte[] pdf) => Run("qpdf", pdf, ["--qdf", "--object-streams=disable"], "-");

    public static int Pages(byte[] pdf) =>
        int.Parse(Regex.Match(Information(pdf), @"^Pages:\s+(\d+)", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The words of a page with their places in millimetres from the left and from the top.</summary>
    public static IReadOnlyList<Word> Words(byte[] pdf, int page = 1)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return [.. WordPattern().Matches(Text(pdf, "-bbox", "-f", number, "-l", number)).Select(match => new Word(
            Millimetres(match, 1), Millimetres(match, 2), Millimetres(match, 3), Millimetres(match, 4),
            System.Net.WebUtility.HtmlDecode(match.Groups[5].Value)))];
    }

    static double Millimetres(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) * 25.4 / 72;

    static string Run(string program, byte[] pdf, string[] options, params string[] after)
    {
        var path = Path.Combine(Path.GetTempPath(), $"gava-{Guid.CreateVersion7():N}.pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            var start = new ProcessStartInfo(program, [.. options, path, .. after])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = program == "qpdf" ? Encoding.Latin1 : Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal("", errors.GetAwaiter().GetResult());
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex("""<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>""")]
    private static partial Regex WordPattern();
}

internal sealed record Word(double Left, double Top, double Right, double Bottom, string Text);
