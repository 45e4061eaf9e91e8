using System.Text.RegularExpressions;

namespace Gava.Web.Tests.Testing;

/// <summary>What is drawn by lot in a page, such as a form's token: sooner or later it spells somebody's name.</summary>
internal static partial class Tokens
{
    public static string Without(string page) => Pattern().Replace(page, "");

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Pattern();
}
