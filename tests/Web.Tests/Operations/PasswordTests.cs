using System.Buffers.Binary;
using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Operations;

public sealed class PasswordTests
{
    // V11.4.2: PBKDF2-HMAC-SHA512 with at least 210,000 rounds
    [Fact]
    public async Task A_password_is_kept_as_a_slow_hash()
    {
        await using var app = await TestApp.StartAsync();
        await app.Services.GetRequiredService<SignInDesk>().SetPasswordAsync("amal", "en mening är lätt att minnas", Person.System);

        await using var database = app.Database();
        var kept = await database.SignIns.Where(s => s.Subject == "amal").Select(s => s.SecretHash).SingleAsync();
        var bytes = Convert.FromBase64String(kept!);

        // The framework's third format: a mark, the function (2 is HMAC-SHA512), the rounds.
        Assert.Equal((byte)1, bytes[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)));
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) >= 210_000);
    }
}
