using System.Text;
using Gava.Operations.Vault;
using Gava.Web.Security;
using Gava.Web.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Pages;

/// <summary>Files are read as they come: sealed on disk, never in the open, and not held in memory (R-IN-04, R-REG-03).</summary>
public sealed class UploadStreamTests
{
    private const string Planted = "GULDKORN-I-EN-BILAGA";
    private const int Large = 20 * 1024 * 1024;

    [Fact]
    public async Task What_comes_in_is_what_is_kept_and_nothing_lies_on_disk_meanwhile_or_after()
    {
        await using var app = await TestApp.StartAsync();
        using var citizen = new HtmlClient(app.Url);
        var folder = Path.Combine(app.Data, "uploads");
        byte[][] files = [[], [7], new byte[Chunks.Size], new byte[Chunks.Size + 1], .. new[] { 300_000, Large }.Select(size => Enumerable.Range(0, size).Select(i => (byte)(i * 31 >> 3)).ToArray())];
        using var form = new MultipartFormDataContent { { new StringContent("Se bilderna."), "text" } };
        foreach (var (index, file) in files.Index()) form.Add(new ByteArrayContent(file), "files", $"bild {index} å.jpg");

        var receipt = await citizen.SendAsync(new(HttpMethod.Post, "/lamna") { Content = form });

        Assert.NotNull(receipt.Document.QuerySelector("[data-code]"));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Empty(Directory.GetFiles(TestApp.Temporary));
        await using var database = app.Database();
        var number = await database.Cases.Select(c => c.Id).SingleAsync();
        var key = new VaultCipher([.. Enumerable.Range(1, 32).Select(i => (byte)i)]).Unwrap(await database.VaultKeys.SingleAsync());
        var kept = await database.Attachments.OrderBy(a => a.Number).ToListAsync();
        Assert.Equal(files.Where(f => f.Length > 0).Select(f => (long)f.Length), kept.Select(a => a.Size));
        foreach (var (file, row) in files.Where(f => f.Length > 0).Zip(kept))
        {
            var entry = await database.VaultEntries.AsNoTracking().SingleAsync(e => e.CaseId == number && e.Field == row.ContentField);
            Assert.True(file.AsSpan().SequenceEqual(VaultCipher.OpenField(key, entry)), $"{row.Number}");
        }
    }

    // The file has no name while it comes, so what is in it can only be looked for in what the process holds open.
    [Fact]
    public void A_file_on_its_way_in_is_sealed_and_has_no_name()
    {
        if (!OperatingSystem.IsLinux()) return;
        var folder = TestFolder.New("uploads");
        using var coming = new SealedTemporary(folder);
        for (var i = 0; i < 10_000; i++) coming.Write(Encoding.ASCII.GetBytes(Planted));
        coming.Finish();

        Assert.Empty(Directory.GetFileSystemEntries(folder));
        var open = new DirectoryInfo("/proc/self/fd").GetFileSystemInfos().Where(f => f.LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true).ToList();
        var onDisk = File.ReadAllBytes(Assert.Single(open).FullName);
        Assert.InRange(onDisk.Length, Planted.Length * 10_000, Planted.Length * 11_000);
        Assert.DoesNotContain(Planted, Encoding.Latin1.GetString(onDisk), StringComparison.Ordinal);
        // Read twice, at the same time.
        using var one = new StreamReader(coming.Open());
        using var other = new StreamReader(coming.Open());
        Assert.Equal(one.ReadToEnd(), other.ReadToEnd());
    }

    // Ten of the largest, read on one thread so that what is allocated can be counted
    [Fact]
    public async Task Two_hundred_megabytes_are_read_without_being_held()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "multipart/form-data; boundary=grans";
        context.Request.Body = new TenFiles(Large);
        var form = new StreamedForm(context, TestFolder.New("uploads"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = form.ReadFormAsync(CancellationToken.None);

        Assert.True(read.IsCompletedSuccessfully);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 16 * 1024 * 1024);
        var files = (await read).Files;
        Assert.Equal(Enumerable.Repeat((long)Large, 10), files.Select(f => f.Length));
        await using var last = files[9].OpenReadStream();
        Assert.Equal(Large, Enumerable.Range(0, 1000).Sum(_ => last.ReadAtLeast(new byte[32 * 1024], 32 * 1024, throwOnEndOfStream: false)));
    }

    /// <summary>The body of such a form, which nobody holds and which is always there to read.</summary>
    private sealed class TenFiles(long size) : Stream
    {
        private readonly Queue<(byte[] Words, long Noughts)> parts = new([.. Enumerable.Range(0, 10)
            .Select(i => (Encoding.ASCII.GetBytes($"\r\n--grans\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{i}.bin\"\r\n\r\n"), size)), ("\r\n--grans--\r\n"u8.ToArray(), 0L)]);

        private int at;
        private long noughts;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override int Read(Span<byte> buffer)
        {
            if (!parts.TryPeek(out var part)) return 0;
            if (at < part.Words.Length)
            {
                var some = Math.Min(buffer.Length, part.Words.Length - at);
                part.Words.AsSpan(at, some).CopyTo(buffer);
                at += some;
                return some;
            }

            var rest = (int)Math.Min(buffer.Length, part.Noughts - noughts);
            buffer[..rest].Clear();
            noughts += rest;
            if (noughts == part.Noughts) (_, at, noughts) = (parts.Dequeue(), 0, 0);
            return rest > 0 ? rest : Read(buffer);
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
