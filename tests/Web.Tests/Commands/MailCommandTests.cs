using System.Text.Json;
using Gava.Web.Tests.Mail;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Command line: <c>gava mail parse</c>. R-IN-07.</summary>
[Trait("Database", "None")]
public sealed class MailCommandTests
{
    // R-IN-07, R-SYS-06
    [Fact]
    public async Task Every_message_of_the_corpus_is_read_as_it_should_be()
    {
        var expected = Corpus.Expected();

        var answer = await GavaCommand.Run(["mail", "parse", .. Corpus.Names.Select(n => Path.Combine(Corpus.Folder, n))]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        var lines = answer.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Corpus.Names.Length, lines.Length);
        Assert.True(Corpus.Names.Length >= 150);
        foreach (var (name, line) in Corpus.Names.Zip(lines))
        {
            Assert.Equal(Path.Combine(Corpus.Folder, name), JsonDocument.Parse(line).RootElement.GetProperty("file").GetString());
            Assert.Equal(expected[name], line.Replace(Corpus.Folder + "/", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_line_has_the_fields_of_the_contract_in_its_order()
    {
        var answer = await GavaCommand.Run(["mail", "parse", Path.Combine(Corpus.Folder, "multipart.eml")]);

        var line = JsonDocument.Parse(answer.StandardOutput).RootElement;
        Assert.Equal(["file", "subject", "from", "to", "date", "messageId", "inReplyTo", "text", "htmlText", "newText", "attachments", "autoReply"], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-03-02T09:00:00Z", line.GetProperty("date").GetString());
        Assert.Equal(["name", "address"], line.GetProperty("from")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["filename", "size", "sha1"], line.GetProperty("attachments")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("inReplyTo").ValueKind);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named_and_the_others_are_read()
    {
        var plain = Path.Combine(Corpus.Folder, "plain.eml");

        var answer = await GavaCommand.Run(["mail", "parse", plain, "finns-inte.eml", Corpus.Folder, plain]);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal(2, answer.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(["finns-inte.eml", Corpus.Folder], answer.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..l.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("mail")]
    [InlineData("mail", "parse")]
    public async Task Without_a_file_it_says_how_it_is_used(params string[] arguments) =>
        Assert.Equal(2, (await GavaCommand.Run(arguments)).ExitCode);
}
