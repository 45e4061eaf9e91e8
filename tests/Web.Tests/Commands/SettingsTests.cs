using Gava.Operations.Database;
using Gava.Web.Security;
using Gava.Web.Tests.Operations;
using Gava.Web.Tests.Testing;
using Microsoft.Extensions.Configuration;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Configuration: a wrong or unknown key stops the start with one line that names it.</summary>
public sealed class SettingsTests
{
    private static readonly string FileAsFolder = Path.Combine(Checkout.Folder, "Gava.slnx");

    public static TheoryData<string, string> WrongValues => new()
    {
        { "Gava__Database", "" },
        { "Gava__Database", "gava.db" },
        { "Gava__Database", "Data Source=" },
        { "Gava__Database", "Data Source=:memory:" },
        { "Gava__Database", "Data Source=gava.db;Mode=Memory" },
        { "Gava__Database", "Data Source=gava.db;Nonsens=1" },
        { "Gava__Data", FileAsFolder },
        { "Gava__Data", FileAsFolder + "/var" },
        { "Gava__Demo", "ja" },
        { "Gava__Demo", "1" },
        { "Gava__PublicUrl", "gava.example.se" },
        { "Gava__PublicUrl", "ftp://gava.example.se" },
        { "Gava__PublicUrl", "http://" },
        { "Gava__PublicUrl", "https://två ord" },
        { "Gava__Proxy", "proxy.kommunen.se" },
        { "Gava__Proxy", "10.0.0.5/33" },
        { "Gava__Mail__Smtp__Port", "0" },
        { "Gava__Mail__Smtp__Port", "70000" },
        { "Gava__Mail__Smtp__Port", "smtp" },
        { "Gava__Mail__Smtp__StartTls", "kanske" },
        { "Gava__Mail__Smtp__From", "inte en adress" },
        { "Gava__Databas", "Data Source=gava.db" },
        { "Gava__Vault", "nyckel" },
        { "Gava__Vault__Keys", "nyckel" },
        { "Gava__Mail__Smtp__Hos", "localhost" },
        { "Gava__Mail__Inbox__Maildir", "/finns/inte" },
        { "Gava__Mail__Inbox__Imap__Host", "imap.kommunen.se" },
        { "Gava__Uploads__Scanner", "clamd" },
        { "Gava__Uploads__Scanner", "127.0.0.1:0" },
        { "Gava__OwnWords", "/finns/inte.json" },
        { "Gava__OwnWords", FileAsFolder },
        { "Gava__Login__Oidc__Authority", "https://login.example" },
        { "Gava__Nonsens", "" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_or_unknown_setting_is_named_in_one_line(string key, string value)
    {
        var fault = Assert.Throws<SettingsFault>(() => Read((key, value)));

        Assert.Contains(key, fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Microsoft_365_needs_all_of_its_settings_and_https_and_the_secret_is_never_said()
    {
        const string secret = "hemligt";
        (string, string)[] all = [("Gava__Mail__Inbox__Graph__Tenant", "t"), ("Gava__Mail__Inbox__Graph__Client", "c"), ("Gava__Mail__Inbox__Graph__Secret", secret), ("Gava__Mail__Inbox__Graph__Mailbox", "a@b.example")];
        Assert.Equal(("t", "https://graph.microsoft.com/"), (Read(all).Graph!.Tenant, $"{Read(all).Graph!.Url}"));
        Assert.Null(Read().Graph);
        foreach (var left in all) Assert.Contains($"{left.Item1} saknas", Assert.Throws<SettingsFault>(() => Read([.. all.Where(s => s != left)])).Message, StringComparison.Ordinal);
        foreach (var (key, value) in new[] { ("Url", "http://graph.kommunen.se"), ("LoginUrl", "graph"), ("SecretFile", "/finns/inte") })
        {
            var fault = Assert.Throws<SettingsFault>(() => Read([.. all, ($"Gava__Mail__Inbox__Graph__{key}", value)]));
            Assert.Contains($"Gava__Mail__Inbox__Graph__{key}", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Gava__Databas", "Menar du Gava__Database?")]
    [InlineData("Gava__Mail__Smtp__Hos", "Menar du Gava__Mail__Smtp__Host?")]
    [InlineData("Gava__vault__keyfil", "Menar du Gava__Vault__KeyFile?")]
    public void A_misspelled_setting_is_told_its_name(string key, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<SettingsFault>(() => Read((key, "x"))).Message);

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5080")]
    [InlineData("ASPNETCORE_URLS", "http://*:5080")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:5080;http://gava.example.se:80")]
    [InlineData("ASPNETCORE_URLS", "http://[::]:5080")]
    [InlineData("Kestrel__Endpoints__Open__Url", "http://0.0.0.0:5081")]
    public void The_demo_refuses_to_listen_on_anything_but_loopback(string key, string value)
    {
        var fault = Assert.Throws<SettingsFault>(() => Read(("Gava__Demo", "true"), (key, value)));

        Assert.Contains("Gava__Demo", fault.Message);
        Assert.Contains("ASPNETCORE_URLS", fault.Message);
        Read(("Gava__Demo", "false"), (key, value));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080;https://[::1]:5081")]
    public void The_demo_listens_on_loopback(string urls) => Assert.True(Read(("Gava__Demo", "true"), ("ASPNETCORE_URLS", urls)).Demo);

    [Fact]
    public void Without_settings_everything_has_the_default_that_is_written_down()
    {
        var settings = Read();

        Assert.Equal((Gava.Operations.Database.DatabaseKind.Sqlite, "var/gava.db"), (settings.Database.Kind, settings.Database.File));
        Assert.Equal((false, "http://127.0.0.1:5080", 25, "gava@localhost", null, false),
            (settings.Demo, settings.PublicUrl, settings.Mail.Port, settings.Mail.From, settings.Mail.Host, settings.Mail.StartTls));
        Assert.Equal(Path.GetFullPath("var"), settings.Data);
    }

    [Fact]
    public void Every_setting_has_its_heading_in_the_handbook_for_operators_and_no_heading_is_of_another()
    {
        var headings = File.ReadLines(Path.Combine(Checkout.Folder, "docs", "operating.md"))
            .Where(l => l.StartsWith("### `Gava__", StringComparison.Ordinal)).Select(l => l["### `Gava__".Length..^1]);

        Assert.Equal(GavaSettings.Keys.Order(), headings.Order());
    }

    [Theory]
    [InlineData("serve", "Gava__Demo", "ja")]
    [InlineData("serve", "Gava__Nonsens", "x")]
    [InlineData("migrate", "Gava__Database", "nonsens")]
    [InlineData("serve", "Gava__Vault__Key", "för kort")]
    [InlineData("serve", "Gava__Vault__KeyFile", "finns-inte.key")]
    [InlineData("serve", "Gava__Vault__KeyCommand", "echo hemlig-text; echo hemlig-text >&2; exit 3")]
    [InlineData("serve", "Gava__Vault__KeyCommand", "echo hemlig-text")]
    [InlineData("serve", "Gava__Vault__KeyCommand", "/finns/inte")]
    public async Task A_wrong_setting_stops_the_program_with_exactly_one_line(string command, string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}", ["Gava__Database"] = "Data Source=gava.db", [key] = value };

        var answer = await GavaCommand.Run([command], settings: settings);

        Assert.Equal((1, ""), (answer.ExitCode, answer.StandardOutput));
        Assert.Contains(key, Assert.Single(answer.StandardError.Split('\n')));
        Assert.DoesNotContain("hemlig-text", answer.StandardError);
    }

    [Theory]
    [InlineData("Gava__Vault__Key", "")]
    [InlineData("Gava__Vault__KeyFile", "")]
    [InlineData("Gava__Vault__KeyCommand", "cat ")]
    public void The_key_comes_from_a_setting_a_file_or_a_program(string key, string before)
    {
        var file = Path.Combine(TestFolder.New("key"), "vault.key");
        File.WriteAllText(file, Floor.VaultKey + "\n");
        var cipher = VaultKeys.CipherOf(Read((key, before + (key == "Gava__Vault__Key" ? Floor.VaultKey : file))));

        Assert.Equal(new Gava.Operations.Vault.VaultCipher(Convert.FromBase64String(Floor.VaultKey)).KeyId, cipher.KeyId);
        Assert.False(cipher.IsLeavingAKey);
    }

    [Theory]
    [InlineData("Gava__Vault__OldKey", "för kort")]
    [InlineData("Gava__Vault__OldKeyFile", "finns-inte.key")]
    public void An_old_key_that_cannot_be_one_is_named(string key, string value) =>
        Assert.Contains(key, Assert.Throws<SettingsFault>(() => VaultKeys.CipherOf(Read(("Gava__Vault__Key", Floor.VaultKey), (key, value)))).Message);

    [Fact]
    public void An_old_key_that_is_the_new_one_is_refused() =>
        Assert.StartsWith("Gava__Vault__OldKey är samma nyckel som den nya.", Assert.Throws<SettingsFault>(() => VaultKeys.CipherOf(Read(("Gava__Vault__Key", Floor.VaultKey), ("Gava__Vault__OldKey", Floor.VaultKey)))).Message);

    [Fact]
    public async Task Without_a_vault_key_outside_the_demo_it_says_how_to_make_one_and_writes_nothing()
    {
        var folder = TestFolder.New("no-key");
        var answer = await GavaCommand.Run(["serve"], settings: new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Gava__Database"] = $"Data Source={folder}/gava.db",
            ["Gava__Data"] = folder,
        });

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal("Valvets nyckel saknas. Ange Gava__Vault__Key eller Gava__Vault__KeyFile: 32 byte i base64. Gör en med: openssl rand -base64 32", answer.StandardError);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_in_one_line_without_its_password()
    {
        var answer = await GavaCommand.Run(["audit", "verify"], settings: new Dictionary<string, string?>
        {
            ["Gava__Database"] = $"Host=127.0.0.1;Port={FreePort.Next()};Database=gava;Username=gava;Password=hemlig-text",
            ["Gava__Vault__Key"] = Floor.VaultKey,
        });

        Assert.Equal((1, ""), (answer.ExitCode, answer.StandardOutput));
        Assert.Contains("Gava__Database", Assert.Single(answer.StandardError.Split('\n')));
        Assert.DoesNotContain("hemlig-text", answer.StandardError);
    }

    [Fact]
    [Trait("Category", "Postgres")]
    public async Task An_empty_PostgreSQL_is_refused_until_it_has_been_migrated()
    {
        var postgres = await PostgresCluster.Shared();
        var database = await postgres.NewDatabase();
        try
        {
            var settings = new Dictionary<string, string?>
            {
                ["Gava__Database"] = database,
                ["Gava__Vault__Key"] = Floor.VaultKey,
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}",
            };

            var refused = await GavaCommand.Run(["serve"], settings: settings);
            Assert.Equal(1, refused.ExitCode);
            Assert.Equal("Databasen är inte i den här versionen. Kör först: gava migrate", refused.StandardError);
            Assert.NotEmpty(await new Databases(DatabaseAddress.Parse(database)).PendingAsync());

            var (first, second) = (await GavaCommand.Run(["migrate"], settings: settings), await GavaCommand.Run(["migrate"], settings: settings));
            Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
            Assert.Empty(await new Databases(DatabaseAddress.Parse(database)).PendingAsync());
            Assert.Equal(0, (await GavaCommand.Run(["check"], settings: settings)).ExitCode);
            await using var gava = await GavaProcess.Start(settings);
            Assert.Equal(0, await gava.Stop());
        }
        finally
        {
            await postgres.Drop(database);
        }
    }

    private static GavaSettings Read(params (string Key, string Value)[] settings) => GavaSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))).Build());
}
