using System.Net;
using System.Text;
using System.Text.Json;
using Gava.Domain.Privacy;

namespace Gava.Web.Tests.Security;

/// <summary>A search that finds nothing proves nothing unless it finds what is there.</summary>
[Trait("Database", "None")]
public sealed class PlantedSearchTests
{
    private static readonly PlantedValue Name = new(PersonalDataType.Person, "Åsa Körsbärsåker", "a test", ["Åsa Körsbärsåker", "Körsbärsåker"]);
    private static readonly PlantedValue Plate = new(PersonalDataType.Vehicle, "BKM 417", "a test", ["BKM 417", "BKM417"]);

    public static TheoryData<byte[]> Encoded => new(new[]
    {
        "Hej Åsa Körsbärsåker!", "HEJ KÖRSBÄRSÅKER", "körsbärsåkers", Uri.EscapeDataString("?q=Åsa Körsbärsåker"), WebUtility.UrlEncode("Åsa Körsbärsåker"), JsonSerializer.Serialize(new { name = "Åsa Körsbärsåker" }),
        WebUtility.HtmlEncode("Åsa Körsbärsåker"), "K&#xF6;rsb&#xE4;rs&#xE5;ker", Convert.ToHexString(Encoding.UTF8.GetBytes("Åsa Körsbärsåker")), "K=C3=B6rsb=C3=A4rs=C3=A5ker",
        Convert.ToBase64String("Hej Åsa Körsbärsåker, hej"u8), Convert.ToBase64String(".Hej Åsa Körsbärsåker, hej"u8), Convert.ToBase64String("..Hej Åsa Körsbärsåker, hej"u8),
        Convert.ToBase64String(Encoding.Unicode.GetBytes("Hej Åsa Körsbärsåker, hej")), "i BKM417.", "bkm 417",
    }.Select(Encoding.UTF8.GetBytes).Append(Encoding.Unicode.GetBytes("Åsa Körsbärsåker")).Append(Encoding.BigEndianUnicode.GetBytes("Åsa Körsbärsåker")));

    [Theory, MemberData(nameof(Encoded))]
    public void A_value_is_found_however_it_is_written(byte[] bytes) => Assert.NotEmpty(new PlantedSearch([Name, Plate]).In(bytes));

    [Theory]
    [InlineData("Körsbär")]
    [InlineData("tokenXBKM417Y")]
    [InlineData("")]
    public void What_is_something_else_is_not(string text) => Assert.Empty(new PlantedSearch([Name, Plate]).In(text));
}
