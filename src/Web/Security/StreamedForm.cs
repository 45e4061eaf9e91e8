using System.Text;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gava.Web.Security;

/// <summary>
/// A form with files, read as it comes: the words are held, and each file is sealed on disk while it arrives. The framework's own reading would hold all of it in
/// memory, or leave files in the open in the temporary folder (R-REG-03; docs/decisions/0039-uploads-as-they-come.md).
/// </summary>
public sealed class StreamedForm(HttpContext context, string folder) : IFormFeature
{
    // The framework's own limits, kept.
    private const int MostParts = 2000;

    // More than any page lets in, so that it says how many it takes itself; what comes after them is not kept.
    private const int MostFiles = 20;
    private const int LongestBoundary = 128;
    private const int LongestHeaders = 16 * 1024;
    private const int LongestValue = 4 * 1024 * 1024;
    private const int BufferSize = 64 * 1024;

    private Task<IFormCollection>? reading;

    public bool HasFormContentType => true;

    public IFormCollection? Form { get; set; }

    /// <summary>Reads forms with files this way, at every address.</summary>
    public static void Use(WebApplication app, string folder) => app.Use((context, next) =>
    {
        if (IsMultipart(context.Request.ContentType)) context.Features.Set<IFormFeature>(new StreamedForm(context, folder));
        return next(context);
    });

    public IFormCollection ReadForm() => ReadFormAsync(default).GetAwaiter().GetResult();

    /// <exception cref="InvalidDataException">It is no form that can be read.</exception>
    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Form ??= await (reading ??= ReadAsync(cancellationToken));

    private async Task<IFormCollection> ReadAsync(CancellationToken cancellation)
    {
        var reader = new MultipartReader(Boundary(), context.Request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = LongestHeaders };
        var words = new KeyValueAccumulator();
        var files = new FormFileCollection();
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said)) throw new InvalidDataException("A part of the form has no name.");
            if (words.ValueCount + files.Count >= MostParts) throw new InvalidDataException("The form has too many parts.");
            if (said.IsFileDisposition() && files.Count == MostFiles) await section.Body.CopyToAsync(Stream.Null, cancellation);
            else if (said.IsFileDisposition()) files.Add(await KeepAsync(section, said, cancellation));
            else words.Append(HeaderUtilities.RemoveQuotes(said.Name).ToString(), await WordsAsync(section, cancellation));
        }

        return new FormCollection(words.HasValues ? words.GetResults() : [], files);
    }

    private string Boundary()
    {
        var boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : throw new InvalidDataException("The form does not say where its parts begin.");
    }

    private async Task<SealedFile> KeepAsync(MultipartSection section, ContentDispositionHeaderValue said, CancellationToken cancellation)
    {
        var kept = OnDisk(() => new SealedTemporary(folder));
        context.Response.RegisterForDispose(kept);
        var buffer = new byte[BufferSize];
        while (await section.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            OnDisk(() =>
            {
                kept.Write(buffer.AsSpan(0, read));
                return kept;
            });
        }

        OnDisk(() =>
        {
            kept.Finish();
            return kept;
        });
        return new(kept, HeaderUtilities.RemoveQuotes(said.Name).ToString(), HeaderUtilities.RemoveQuotes(StringSegment.IsNullOrEmpty(said.FileNameStar) ? said.FileName : said.FileNameStar).ToString(), section);
    }

    /// <summary>A disk that is full is no fault of the sender's, and the library's words for it are not for the page.</summary>
    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DiskFault(fault);
        }
    }

    private static async Task<string> WordsAsync(MultipartSection section, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (await section.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LongestValue) throw new InvalidDataException("A part of the form is too long.");
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static bool IsMultipart(string? type) => MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    private sealed class SealedFile(SealedTemporary kept, string name, string fileName, MultipartSection section) : IFormFile
    {
        public string ContentType => section.ContentType ?? "";

        public string ContentDisposition => section.ContentDisposition ?? "";

        public IHeaderDictionary Headers { get; } = new HeaderDictionary(section.Headers ?? []);

        public long Length => kept.Length;

        public string Name => name;

        public string FileName => fileName;

        public Stream OpenReadStream() => kept.Open();

        public void CopyTo(Stream target)
        {
            using var content = kept.Open();
            content.CopyTo(target);
        }

        public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
        {
            await using var content = kept.Open();
            await content.CopyToAsync(target, cancellationToken);
        }
    }
}

/// <summary>The disk did not take an upload.</summary>
public sealed class DiskFault(Exception inner) : Exception("The disk did not take an upload.", inner);
