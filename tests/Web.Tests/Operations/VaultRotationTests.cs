using System.Security.Cryptography;
using System.Text;
using Gava.Domain.Cases;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Gava.Web.Security;
using Gava.Web.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Operations;

/// <summary>R-REG-03; docs/decisions/0016: one installation key is left for another, and chunks hold together.</summary>
public sealed class VaultRotationTests
{
    private const string Said = "Karin Holmlund kom inte.";
    private static readonly byte[] NewBytes = [.. Enumerable.Range(101, 32).Select(i => (byte)i)];
    private static readonly string NewKey = Convert.ToBase64String(NewBytes);
    private static readonly (string, string)[] Both = [("Gava:Vault:Key", NewKey), ("Gava:Vault:OldKey", Floor.VaultKey)];
    private static readonly (string, string?)[] BothForCommands = [("Gava__Vault__Key", NewKey), ("Gava__Vault__OldKey", Floor.VaultKey)];
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström" };

    [Fact]
    public async Task The_key_is_changed_while_others_register_and_everything_opens_before_during_and_after()
    {
        await using var floor = await Floor.StartAsync();
        List<CaseReference> known = [];
        // More than one batch.
        for (var i = 0; i < 220; i++) known.Add(await floor.RegisterAsync(text: Said, complainant: Elsa));
        var sealedBefore = await SealedAsync(floor);

        await using var both = Floor.On(floor.ConnectionString, floor.Clock, Both);
        var amal = await both.ViewerAsync("amal");
        Assert.Equal(Said, (await both.Get<VaultDesk>().OpenAsync(amal, known[0], "contact")).Text);
        // And the secret of the follow-up codes.
        // 220 cases, the secret of the codes and that of the caller index.
        Assert.Equal((0, 222), await VerdictAsync(both));
        var rotating = both.Get<VaultRotation>().RotateAsync();
        List<CaseReference> during = [];
        do
        {
            during.Add(await both.RegisterAsync(text: Said, complainant: Elsa));
            Assert.Equal(Said, (await both.Get<VaultDesk>().OpenAsync(amal, known[during.Count % known.Count], "contact")).Text);
        }
        while (!rotating.IsCompleted);

        Assert.Equal(new Rotated(222, 0), await rotating);
        Assert.Equal((0, 0), await VerdictAsync(both));
        Assert.Equal(new Rotated(0, 0), await both.Get<VaultRotation>().RotateAsync());
        // Nothing of what is sealed was touched.
        var sealedAfter = await SealedAsync(floor);
        Assert.All(sealedBefore, entry => Assert.Equal(entry.Value, sealedAfter[entry.Key]));

        await using var after = Floor.On(floor.ConnectionString, floor.Clock, ("Gava:Vault:Key", NewKey));
        Assert.Equal((0, 0), await VerdictAsync(after));
        foreach (var reference in known.Take(3).Concat(during)) Assert.Equal(Said, (await after.Get<VaultDesk>().OpenAsync(amal, reference, "contact")).Text);
        Assert.Equal(222 + during.Count, (await floor.Get<VaultCheck>().VerifyAsync()).Faults.Count);
    }

    [Fact]
    public async Task The_command_changes_the_key_at_once_and_the_check_says_how_many_wait()
    {
        await using var floor = await Floor.StartAsync();
        for (var i = 0; i < 3; i++) await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.Get<FollowUpCodes>().OfAsync(Guid.CreateVersion7());

        var none = await floor.RunAsync(["vault", "rotate"]);
        var before = await floor.RunAsync(["check"], settings: BothForCommands);
        var rotate = await floor.RunAsync(["vault", "rotate"], settings: BothForCommands);
        var after = await floor.RunAsync(["check"], settings: BothForCommands);
        var alone = await floor.RunAsync(["check"], settings: ("Gava__Vault__Key", NewKey));

        Assert.Equal((1, "Ange den nya nyckeln i Gava__Vault__Key och den gamla i Gava__Vault__OldKey eller Gava__Vault__OldKeyFile."), (none.ExitCode, none.StandardError));
        Assert.Equal((0, "Den gamla nyckeln behövs än, för 5 rader.\nAllt är helt."), (before.ExitCode, before.StandardError));
        Assert.Equal((0, "5 nycklar är omlåsta.\nDen gamla nyckeln behövs bara för äldre säkerhetskopior."), (rotate.ExitCode, rotate.StandardError));
        Assert.Equal((0, "Allt är helt."), (after.ExitCode, after.StandardError));
        Assert.Equal((0, "Allt är helt."), (alone.ExitCode, alone.StandardError));
    }

    [Fact]
    public async Task A_row_of_a_third_key_stays_as_it_is_and_is_told()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        var foreign = new VaultCipher(RandomNumberGenerator.GetBytes(32)).NewKey(1).Row.Wrapped;
        await floor.SqlAsync($"UPDATE vault_key SET wrapped = {(Floor.IsSqlite ? $"X'{Convert.ToHexString(foreign)}'" : $"'\\x{Convert.ToHexString(foreign)}'")}");
        await using var both = Floor.On(floor.ConnectionString, floor.Clock, Both);

        var rotated = await both.Get<VaultRotation>().RotateAsync();

        Assert.Equal(1, rotated.Unopened);
        await using var database = floor.Database();
        Assert.Equal(foreign, (await database.VaultKeys.SingleAsync()).Wrapped);
    }

    [Fact]
    public async Task A_server_with_another_key_or_one_whose_old_key_was_taken_away_too_early_does_not_start()
    {
        await using var floor = await Floor.StartAsync();
        await floor.RegisterAsync();
        await floor.Get<FollowUpCodes>().OfAsync(Guid.CreateVersion7());

        var wrong = await floor.RunAsync(["serve"], settings: [("Gava__Vault__Key", NewKey), ("ASPNETCORE_URLS", $"http://127.0.0.1:{FreePort.Next()}")]);

        Assert.Equal((1, VaultKeys.AnotherKey), (wrong.ExitCode, wrong.StandardError));
    }

    [Fact]
    public async Task Whoever_is_signed_in_stays_so_when_the_old_key_is_gone()
    {
        await using var floor = await Floor.StartAsync();
        await using (var before = Doors(floor)) before.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("y");
        string said;
        await using (var both = Doors(floor, Both))
        {
            said = both.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("session");
            Assert.Equal(1, (await both.GetRequiredService<VaultRotation>().RotateAsync()).Rewrapped);
        }

        await using var after = Doors(floor, ("Gava:Vault:Key", NewKey));
        Assert.Equal("session", after.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(said));
    }

    [Fact]
    [Trait("Database", "None")]
    public void What_was_wrapped_before_keys_had_names_still_opens_by_either_key()
    {
        var (old, current) = (new VaultCipher(Convert.FromBase64String(Floor.VaultKey)), new VaultCipher(NewBytes, Convert.FromBase64String(Floor.VaultKey)));
        var dataKey = RandomNumberGenerator.GetBytes(32);
        foreach (var key in new[] { Convert.FromBase64String(Floor.VaultKey), NewBytes })
        {
            var row = new VaultKey { CaseId = 7, Wrapped = [1, .. SealedWhole(key, dataKey, "key:7")] };
            Assert.Equal(dataKey, current.Unwrap(row));
            Assert.Equal(key != NewBytes, current.NeedsOldKey(row));
            Assert.ThrowsAny<CryptographicException>(() => current.Unwrap(new VaultKey { CaseId = 8, Wrapped = row.Wrapped }));
            current.Rewrap(row);
            Assert.Equal(dataKey, new VaultCipher(NewBytes).Unwrap(row));
            Assert.ThrowsAny<CryptographicException>(() => old.Unwrap(row));
            Assert.ThrowsAny<CryptographicException>(() => current.Unwrap(new VaultKey { CaseId = 8, Wrapped = row.Wrapped }));
        }
    }

    [Theory]
    [Trait("Database", "None")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    [InlineData(300_001)]
    public void A_file_is_sealed_in_chunks_and_comes_back_whole_or_as_a_stream(int size)
    {
        var (content, dataKey) = (RandomNumberGenerator.GetBytes(size), RandomNumberGenerator.GetBytes(32));
        var entry = VaultCipher.SealInChunks(dataKey, 5, "attachment:1", new MemoryStream(content), content.Length);

        using var stream = VaultCipher.OpenStream(dataKey, entry);
        using var read = new MemoryStream();
        Assert.Equal(size, stream.Length);
        stream.CopyTo(read, 777);
        Assert.Equal(content, read.ToArray());
        Assert.Equal(content, VaultCipher.OpenField(dataKey, entry));
    }

    [Fact]
    [Trait("Database", "None")]
    public void Chunks_that_are_changed_moved_doubled_or_cut_off_do_not_open()
    {
        const int header = 33;
        const int chunk = (64 * 1024) + 16;
        var (content, dataKey) = (RandomNumberGenerator.GetBytes(200_000), RandomNumberGenerator.GetBytes(32));
        var right = VaultCipher.SealInChunks(dataKey, 5, "attachment:1", new MemoryStream(content), content.Length).Sealed;
        var (first, second) = (right[header..(header + chunk)], right[(header + chunk)..(header + chunk + chunk)]);
        List<byte[]> wrong = [.. Enumerable.Range(0, 100).Select(i => Flipped(right, (int)((long)i * (right.Length - 1) / 99)))];
        wrong.AddRange(new[] { 0, 1, 32, 33, 40, 49, header + chunk, header + chunk + chunk, header + (3 * chunk), right.Length - 1 }.Select(n => right[..n]));
        wrong.Add([.. right[..header], .. second, .. first, .. right[(header + chunk + chunk)..]]);
        wrong.Add([.. right[..header], .. first, .. first, .. right[(header + chunk)..]]);
        wrong.Add([.. right, 0]);
        wrong.Add([.. right, .. right[^16..]]);

        Assert.All(wrong, bytes => Assert.ThrowsAny<CryptographicException>(() => VaultCipher.OpenStream(dataKey, new VaultEntry { CaseId = 5, Field = "attachment:1", Sealed = bytes })));
        Assert.All(wrong, bytes => Assert.ThrowsAny<CryptographicException>(() => VaultCipher.OpenField(dataKey, new VaultEntry { CaseId = 5, Field = "attachment:1", Sealed = bytes })));
        foreach (var (caseId, field) in new[] { (6L, "attachment:1"), (5L, "attachment:2"), (5L, "text") })
        {
            Assert.ThrowsAny<CryptographicException>(() => VaultCipher.OpenStream(dataKey, new VaultEntry { CaseId = caseId, Field = field, Sealed = right }));
        }
    }

    [Fact]
    [Trait("Database", "None")]
    public void A_file_that_was_sealed_whole_still_opens_as_a_stream()
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        var entry = new VaultEntry { CaseId = 5, Field = "attachment:1", Sealed = [1, .. SealedWhole(dataKey, "bild"u8.ToArray(), "5:attachment:1")] };

        using var stream = VaultCipher.OpenStream(dataKey, entry);

        Assert.Equal(4, stream.Length);
        Assert.Equal("bild", new StreamReader(stream).ReadToEnd());
    }

    [Fact]
    [Trait("Database", "None")]
    public void Without_its_data_key_nothing_that_is_at_hand_opens_what_a_case_sealed()
    {
        var installation = Convert.FromBase64String(Floor.VaultKey);
        var cipher = new VaultCipher(installation);
        var (dataKey, row) = cipher.NewKey(5);
        VaultEntry[] entries = [VaultCipher.SealField(dataKey, 5, VaultFields.Text, Said), VaultCipher.SealJson(dataKey, 5, VaultFields.Complainant, Elsa), VaultCipher.SealInChunks(dataKey, 5, "attachment:1", new MemoryStream(new byte[70_000]), 70_000)];
        Assert.All(entries, entry => VaultCipher.OpenField(cipher.Unwrap(row), entry));

        // The row is erased: what is left is the installation's key, other cases' keys, and a new key of the same case.
        byte[][] left = [installation, cipher.NewKey(6).DataKey, cipher.NewKey(5).DataKey, new byte[32]];
        foreach (var key in left) Assert.All(entries, entry => Assert.ThrowsAny<CryptographicException>(() => VaultCipher.OpenField(key, entry)));
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var wrong = bytes.ToArray();
        wrong[at] ^= 0x10;
        return wrong;
    }

    /// <summary>As everything was sealed at first: nonce, tag, content.</summary>
    private static byte[] SealedWhole(byte[] key, byte[] content, string bound)
    {
        var (nonce, tag, box) = (RandomNumberGenerator.GetBytes(12), new byte[16], new byte[content.Length]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, content, box, tag, Encoding.UTF8.GetBytes(bound));
        return [.. nonce, .. tag, .. box];
    }

    private static async Task<(int Faults, int UnderOldKey)> VerdictAsync(Floor floor)
    {
        var verdict = await floor.Get<VaultCheck>().VerifyAsync();
        return (verdict.Faults.Count, verdict.UnderOldKey);
    }

    private static async Task<Dictionary<(long, string), byte[]>> SealedAsync(Floor floor)
    {
        await using var database = floor.Database();
        return await database.VaultEntries.ToDictionaryAsync(e => (e.CaseId, e.Field), e => e.Sealed);
    }

    /// <summary>The program with its session keys, in the floor's folder.</summary>
    private static ServiceProvider Doors(Floor floor, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(floor.Settings.Select(s => new KeyValuePair<string, string?>(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value)))
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        Serve.AddOperations(services, GavaSettings.Read(configuration));
        services.AddSessionKeys(GavaSettings.Read(configuration));
        return services.BuildServiceProvider();
    }
}
