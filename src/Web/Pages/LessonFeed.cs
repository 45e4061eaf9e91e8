using System.Globalization;
using System.Xml.Linq;
using Gava.Domain.Deadlines;
using Gava.Operations.Correspondence;
using Gava.Operations.Learning;

namespace Gava.Web.Pages;

/// <summary>"You said, we did" as a feed that other sites read (RFC 4287, Atom).</summary>
internal static class LessonFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapLessonFeed(this WebApplication app) => app.MapGet("/ni-tyckte.xml", async (HttpContext context, ImprovementDesk desk, PublicAddress address) =>
    {
        var lessons = await desk.LessonsAsync(context.Request.Query["enhet"], context.RequestAborted);
        var page = $"{address.Url.TrimEnd('/')}/ni-tyckte";
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "sv"),
            new XElement(Atom + "title", "Ni tyckte, vi gjorde"), new XElement(Atom + "id", page), new XElement(Atom + "link", new XAttribute("href", page)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{page}.xml")),
            new XElement(Atom + "updated", Moment(lessons.Count == 0 ? DateTime.UnixEpoch : lessons.Max(l => l.At))),
            lessons.Select(l => new XElement(Atom + "entry",
                new XElement(Atom + "title", l.Heard.Length <= 80 ? l.Heard : $"{l.Heard[..79]}…"), new XElement(Atom + "id", $"{page}#l{l.Id}"), new XElement(Atom + "link", new XAttribute("href", $"{page}#l{l.Id}")),
                new XElement(Atom + "updated", Moment(l.At)), new XElement(Atom + "author", new XElement(Atom + "name", l.Unit.Name)),
                new XElement(Atom + "content", new XAttribute("type", "text"), $"Ni tyckte: {l.Heard}\n\nVi gjorde: {l.Did}"))));
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}", "application/atom+xml; charset=utf-8");
    }).AllowAnonymous().ExcludeFromDescription();

    private static string Moment(DateTime utc) => StockholmTime.WithOffset(utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
