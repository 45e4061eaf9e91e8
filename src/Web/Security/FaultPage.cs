using System.Net;
using Gava.Web.Text;

namespace Gava.Web.Security;

/// <summary>The page for a fault. Written without Razor, so that it can be shown when everything else fails.</summary>
internal static class FaultPage
{
    /// <param name="tongue">The citizen's language; null on the staff's pages.</param>
    public static string Write(string title, string sentence, Tongue? tongue = null) => $"""
        <!DOCTYPE html>
        <html lang="{tongue?.Html ?? "sv"}" dir="{tongue?.Direction ?? "ltr"}" data-color-scheme="auto">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{WebUtility.HtmlEncode(title)} – Gåva</title>
          <link rel="stylesheet" href="/lib/designsystemet.css">
          <link rel="stylesheet" href="/css/theme.css">
          <link rel="stylesheet" href="/css/gava.css">
        </head>
        <body class="public">
          <header class="top-bar"><div class="wrap top-bar-row"><a class="brand" href="/"><span>Gåva</span></a></div></header>
          <main id="innehall" class="wrap narrow">
            <header class="page-head"><h1>{WebUtility.HtmlEncode(title)}</h1><p class="lead">{WebUtility.HtmlEncode(sentence)}</p></header>
            <p>{(tongue is null ? "<a href=\"/start\">Till startsidan</a>" : $"<a href=\"/?lang={tongue.Code}\">{WebUtility.HtmlEncode(tongue["fault.start"])}</a>")}</p>
          </main>
        </body>
        </html>
        """;
}
