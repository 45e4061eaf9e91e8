using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using static Gava.Web.Api.ApiRequest;

namespace Gava.Web.Api;

/// <summary>The organisation: what the administrator's pages do, for programs.</summary>
internal static class OrganisationApi
{
    public static void MapOrganisation(this RouteGroupBuilder api)
    {
        api.MapGet("/units", UnitsAsync).Tell("listUnits", "Enheter där ärenden kan registreras", typeof(ListJson<UnitJson>));
        api.MapGet("/people", PeopleAsync).Tell("listPeople", "Medarbetare", typeof(ListJson<PersonJson>));
        api.MapGet("/units/{slug}", ReadUnitAsync).Tell("readUnit", "Läs en enhet, med rollerna där", typeof(UnitDetailJson));
        api.MapPost("/units", AddUnitAsync).Tell("addUnit", "Lägg till en enhet", typeof(UnitDetailJson), 201, Examples.NewUnit);
        api.MapPatch("/units/{slug}", ChangeUnitAsync).Tell("changeUnit", "Ändra eller flytta en enhet", typeof(UnitDetailJson), 200, Examples.ChangedUnit);
        api.MapPost("/units/{slug}/end", EndUnitAsync).Tell("endUnit", "Avveckla en enhet; dess öppna ärenden går till en annan", typeof(UnitDetailJson), 200, Examples.EndUnit);
        api.MapGet("/people/{userName}", ReadPersonAsync).Tell("readPerson", "Läs en person, med roller", typeof(PersonDetailJson));
        api.MapPost("/people", AddPersonAsync).Tell("addPerson", "Lägg till en person; svaret har det första lösenordet", typeof(PersonDetailJson), 201, Examples.NewPerson);
        api.MapPatch("/people/{userName}", ChangePersonAsync).Tell("changePerson", "Ändra en persons uppgifter", typeof(PersonDetailJson), 200, Examples.ChangedPerson);
        api.MapPost("/people/{userName}/roles", GiveRoleAsync).Tell("giveRole", "Ge en roll", typeof(PersonDetailJson), 201, Examples.NewRole);
        api.MapPost("/people/{userName}/roles/{role:guid}/end", EndRoleAsync).Tell("endRole", "Avsluta en roll", typeof(PersonDetailJson), 200, Examples.EndRole);
        api.MapPost("/people/{userName}/stand-in", StandInAsync).Tell("standIn", "Låt personen vikariera för någon", typeof(PersonDetailJson), 201, Examples.StandIn);
        api.MapPost("/people/{userName}/password", ResetPasswordAsync).Tell("resetPassword", "Gör ett nytt lösenord, som står i svaret", typeof(PersonDetailJson));
        api.MapPost("/people/{userName}/end", EndPersonAsync).Tell("endPerson", "Personen slutar; det som hänger på den går till någon annan", typeof(PersonDetailJson), 200, Examples.EndPerson);
        api.MapGet("/closed-days", ClosedDaysAsync).Tell("listClosedDays", "Kommunens egna lediga dagar ett år (year)", typeof(ListJson<ClosedDayJson>));
        api.MapPost("/closed-days", CloseDayAsync).Tell("closeDay", "Stäng en dag; tider som går räknas om", typeof(ClosedDayJson), 201, Examples.ClosedDay);
        api.MapDelete("/closed-days/{day}", OpenDayAsync).Tell("openDay", "Öppna en stängd dag igen", typeof(void), 204);
        api.MapGet("/recipients", RecipientsAsync).Tell("listRecipients", "Vart man kan vända sig", typeof(ListJson<RecipientJson>));
        api.MapPost("/recipients", AddRecipientAsync).Tell("addRecipient", "Lägg till vart man kan vända sig", typeof(RecipientJson), 201, Examples.Recipient);
        api.MapPatch("/recipients/{id:guid}", ChangeRecipientAsync).Tell("changeRecipient", "Ändra vart man kan vända sig", typeof(RecipientJson), 200, Examples.ChangedRecipient);
        api.MapDelete("/recipients/{id:guid}", RemoveRecipientAsync).Tell("removeRecipient", "Ta bort ur listan", typeof(void), 204);
        api.MapGet("/templates", TemplatesAsync).Tell("listTemplates", "Kommunens egna mallar", typeof(ListJson<TemplateJson>));
        api.MapPost("/templates", AddTemplateAsync).Tell("addTemplate", "Lägg till en mall", typeof(TemplateJson), 201, Examples.Template);
        api.MapPatch("/templates/{id:guid}", ChangeTemplateAsync).Tell("changeTemplate", "Ändra en mall", typeof(TemplateJson), 200, Examples.ChangedTemplate);
        api.MapDelete("/templates/{id:guid}", RemoveTemplateAsync).Tell("removeTemplate", "Ta bort en mall", typeof(void), 204);
    }

    private static async Task<IResult> UnitsAsync(HttpContext context, OrganisationBook book)
    {
        await WhoAsync(context);
        var organisation = await book.NowAsync();
        return Results.Json(new ListJson<UnitJson>([.. organisation.PlacesForCases().Select(u =>
            new UnitJson(u.Slug, u.Name, organisation.PathOf(u.Id), organisation.RoutineAt(u.Id)))], null));
    }

    private static async Task<IResult> PeopleAsync(OrganisationBook book) =>
        Results.Json(new ListJson<PersonJson>([.. (await book.NowAsync()).People.Where(p => p is { IsActive: true, IsService: false })
            .OrderBy(p => p.UserName, StringComparer.Ordinal).Select(p => new PersonJson(p.UserName, p.Name, p.Title))], null));

    private static async Task<IResult> ReadUnitAsync(string slug, HttpContext context, OrganisationBook book)
    {
        await WhoAsync(context);
        return await UnitAsync(context, book, slug);
    }

    private static async Task<IResult> AddUnitAsync(HttpContext context, OrganisationDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var parent = body.Text("parent") is { Length: > 0 } above ? above : throw new RuleBroken("unit-unknown", "parent ska vara adressnamnet på enheten ovanför.", "parent");
        var details = new PlaceDetails(body.Text("name") ?? "", body.Choice<UnitKind>("kind") ?? UnitKind.Unit, body.Text("routine"), body.Text("phone"), body.Text("email"), body.Text("address"), body.Whole("users"));
        var slug = await desk.AddPlaceAsync(viewer, parent, body.Text("slug"), details, await RequestAsync(context, viewer, codes, body));
        context.Response.Headers.Location = $"/api/v1/units/{slug}";
        return await UnitAsync(context, book, slug, 201);
    }

    private static async Task<IResult> ChangeUnitAsync(string slug, HttpContext context, OrganisationDesk desk, OrganisationBook book)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var unit = (await book.NowAsync()).Unit(slug) ?? throw new NotFound();
        var details = new PlaceDetails(body.Text("name") ?? unit.Name, body.Choice<UnitKind>("kind") ?? unit.Kind, body.Text("routine") ?? unit.Routine,
            body.Text("phone") ?? unit.Phone, body.Text("email") ?? unit.Email, body.Text("address") ?? unit.Address, body.Whole("users") ?? unit.UsersOn(DateOnly.MaxValue));
        await desk.ChangePlaceAsync(viewer, slug, details, body.Text("parent"), Match(context));
        return await UnitAsync(context, book, slug);
    }

    private static async Task<IResult> EndUnitAsync(string slug, HttpContext context, EndingDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.EndPlaceAsync(viewer, slug, body.Text("to"), await RequestAsync(context, viewer, codes, body));
        return await UnitAsync(context, book, slug);
    }

    private static async Task<IResult> ReadPersonAsync(string userName, HttpContext context, OrganisationBook book)
    {
        await WhoAsync(context);
        return await PersonAsync(context, book, userName);
    }

    private static async Task<IResult> AddPersonAsync(HttpContext context, OrganisationDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var details = new PersonDetails(body.Text("name") ?? "", body.Text("title") ?? "", body.Text("email"), body.Text("phone"));
        var request = await RequestAsync(context, viewer, codes, body);
        var password = await PasswordAsync(codes, request);
        var userName = (body.Text("userName") ?? "").Trim().ToLowerInvariant();
        await desk.AddPersonAsync(viewer, userName, details, RoleOf(body), password, request);
        context.Response.Headers.Location = $"/api/v1/people/{userName}";
        return await PersonAsync(context, book, userName, 201, password);
    }

    private static async Task<IResult> ChangePersonAsync(string userName, HttpContext context, OrganisationDesk desk, OrganisationBook book)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var person = (await book.NowAsync()).Person(userName) ?? throw new NotFound();
        var details = new PersonDetails(body.Text("name") ?? person.Name, body.Text("title") ?? person.Title, body.Text("email") ?? person.Email, body.Text("phone") ?? person.Phone);
        await desk.ChangePersonAsync(viewer, userName, details, Match(context));
        return await PersonAsync(context, book, userName);
    }

    private static async Task<IResult> GiveRoleAsync(string userName, HttpContext context, OrganisationDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.GiveRoleAsync(viewer, userName, RoleOf(body), await RequestAsync(context, viewer, codes, body));
        return await PersonAsync(context, book, userName, 201);
    }

    private static async Task<IResult> EndRoleAsync(string userName, Guid role, HttpContext context, EndingDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.EndRoleAsync(viewer, userName, role, body.Day("until"), TakerOf(body), await RequestAsync(context, viewer, codes, body));
        return await PersonAsync(context, book, userName);
    }

    private static async Task<IResult> StandInAsync(string userName, HttpContext context, OrganisationDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.StandInAsync(viewer, userName, body.Text("standsInFor") ?? "", body.Day("from"), body.Day("until"), await RequestAsync(context, viewer, codes, body));
        return await PersonAsync(context, book, userName, 201);
    }

    private static async Task<IResult> ResetPasswordAsync(string userName, HttpContext context, OrganisationDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var request = await RequestAsync(context, viewer, codes, await JsonBody.ReadAsync(context.Request));
        var password = await PasswordAsync(codes, request);
        await desk.ResetPasswordAsync(viewer, userName, password, request);
        return await PersonAsync(context, book, userName, 200, password);
    }

    private static async Task<IResult> EndPersonAsync(string userName, HttpContext context, EndingDesk desk, OrganisationBook book, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.LeaveAsync(viewer, userName, TakerOf(body), await RequestAsync(context, viewer, codes, body));
        return await PersonAsync(context, book, userName);
    }

    private static async Task<IResult> ClosedDaysAsync(HttpContext context, ClosedDayDesk desk, TimeProvider clock)
    {
        await WhoAsync(context);
        var year = Number(context.Request.Query, "year", StockholmTime.Today(clock).Year, 1900, 2200);
        return Results.Json(new ListJson<ClosedDayJson>([.. (await desk.InAsync(year, context.RequestAborted)).Select(d => new ClosedDayJson(d.Day, d.Name))], null));
    }

    private static async Task<IResult> CloseDayAsync(HttpContext context, ClosedDayDesk desk, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        await desk.CloseAsync(viewer, body.Day("day"), body.Text("name"), await RequestAsync(context, viewer, codes, body));
        return Results.Json(new ClosedDayJson(body.Day("day")!.Value, body.Text("name")!.Trim()), statusCode: 201);
    }

    private static async Task<IResult> OpenDayAsync(string day, HttpContext context, ClosedDayDesk desk)
    {
        var viewer = await AdministratorAsync(context);
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var closed)) throw new NotFound();
        await desk.OpenAsync(viewer, closed);
        return Results.NoContent();
    }

    private static async Task<IResult> RecipientsAsync(HttpContext context, RecipientDesk desk)
    {
        await WhoAsync(context);
        return Results.Json(new ListJson<RecipientJson>([.. (await desk.AllAsync(context.RequestAborted)).Select(RecipientJson.Of)], null));
    }

    private static async Task<IResult> AddRecipientAsync(HttpContext context, RecipientDesk desk, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var details = new RecipientDetails(body.Text("name") ?? "", body.Text("whatFor") ?? "", body.Text("phone"), body.Text("web"), body.Whole("position") ?? 0);
        return await RecipientAsync(context, desk, await desk.AddAsync(viewer, details, await RequestAsync(context, viewer, codes, body)), 201);
    }

    private static async Task<IResult> ChangeRecipientAsync(Guid id, HttpContext context, RecipientDesk desk)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var known = await desk.FindAsync(id);
        var details = new RecipientDetails(body.Text("name") ?? known.Name, body.Text("whatFor") ?? known.WhatFor, body.Text("phone") ?? known.Phone, body.Text("web") ?? known.Web, body.Whole("position") ?? known.Position);
        await desk.ChangeAsync(viewer, id, details, Match(context));
        return await RecipientAsync(context, desk, id, 200);
    }

    private static async Task<IResult> RemoveRecipientAsync(Guid id, HttpContext context, RecipientDesk desk)
    {
        await desk.RemoveAsync(await AdministratorAsync(context), id);
        return Results.NoContent();
    }

    private static async Task<IResult> TemplatesAsync(HttpContext context, TemplateDesk desk)
    {
        await WhoAsync(context);
        return Results.Json(new ListJson<TemplateJson>([.. (await desk.AllAsync(context.RequestAborted)).Select(TemplateJson.Of)], null));
    }

    private static async Task<IResult> AddTemplateAsync(HttpContext context, TemplateDesk desk, FollowUpCodes codes)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var details = new TemplateDetails(body.Text("use") ?? "", body.Text("kind"), body.Text("language") ?? "sv", body.Text("regime"), body.Text("subject") ?? "", body.Text("text") ?? "");
        return await TemplateAsync(context, desk, await desk.AddAsync(viewer, details, await RequestAsync(context, viewer, codes, body)), 201);
    }

    private static async Task<IResult> ChangeTemplateAsync(Guid id, HttpContext context, TemplateDesk desk)
    {
        var viewer = await AdministratorAsync(context);
        var body = await JsonBody.ReadAsync(context.Request);
        var known = await desk.FindAsync(id);
        var details = new TemplateDetails(body.Text("use") ?? known.Use, body.Text("kind") ?? known.Kind, body.Text("language") ?? known.Language, body.Text("regime") ?? known.Regime,
            body.Text("subject") ?? known.Subject, body.Text("text") ?? known.Text);
        await desk.ChangeAsync(viewer, id, details, Match(context));
        return await TemplateAsync(context, desk, id, 200);
    }

    private static async Task<IResult> RemoveTemplateAsync(Guid id, HttpContext context, TemplateDesk desk)
    {
        await desk.RemoveAsync(await AdministratorAsync(context), id);
        return Results.NoContent();
    }

    /// <summary>Who asks, when that is somebody who may change the organisation; the desks ask again.</summary>
    private static async Task<Viewer> AdministratorAsync(HttpContext context) =>
        await WhoAsync(context) is var viewer && Administration.MayChange(viewer) ? viewer : throw Administration.NotYours();

    private static RoleDetails RoleOf(JsonBody body) => new(body.Text("unit") ?? "",
        body.Choice<Role>("role") ?? throw new RuleBroken("role-unknown", "role ska vara en roll, till exempel employee eller unitManager.", "role"), body.Day("from"), body.Day("until"));

    /// <summary><c>to</c> is a user name; <c>toManager</c> is whoever leads the unit of each case.</summary>
    private static Taker? TakerOf(JsonBody body) => body.Flag("toManager") == true ? new() : body.Text("to") is { Length: > 0 } to ? new(to) : null;

    /// <summary>Under an Idempotency-Key always the same, so that a replay repeats the answer.</summary>
    private static async Task<string> PasswordAsync(FollowUpCodes codes, OneRequest? request) => request is { } one ? await codes.OfAsync(one.Content) : Administration.NewPassword();

    private static async Task<IResult> UnitAsync(HttpContext context, OrganisationBook book, string slug, int status = 200)
    {
        var organisation = await book.NowAsync();
        var unit = organisation.Unit(slug) ?? throw new NotFound();
        context.Response.Headers.ETag = $"\"{Administration.MarkOf(unit)}\"";
        return Results.Json(UnitDetailJson.Of(unit, organisation), statusCode: status);
    }

    private static async Task<IResult> PersonAsync(HttpContext context, OrganisationBook book, string userName, int status = 200, string? password = null)
    {
        var organisation = await book.NowAsync();
        var person = organisation.Person(userName) ?? throw new NotFound();
        context.Response.Headers.ETag = $"\"{Administration.MarkOf(person)}\"";
        return Results.Json(PersonDetailJson.Of(person, organisation) with { Password = password }, statusCode: status);
    }

    private static async Task<IResult> RecipientAsync(HttpContext context, RecipientDesk desk, Guid id, int status)
    {
        var recipient = await desk.FindAsync(id);
        context.Response.Headers.ETag = $"\"{Administration.MarkOf(recipient)}\"";
        return Results.Json(RecipientJson.Of(recipient), statusCode: status);
    }

    private static async Task<IResult> TemplateAsync(HttpContext context, TemplateDesk desk, Guid id, int status)
    {
        var template = await desk.FindAsync(id);
        context.Response.Headers.ETag = $"\"{TemplateDesk.MarkOf(template)}\"";
        return Results.Json(TemplateJson.Of(template), statusCode: status);
    }
}

/// <summary>A role at a place, for a time; <c>until</c> is the last day.</summary>
public sealed record RoleJson(Guid Id, string Person, string Unit, string Role, DateOnly? From, DateOnly? Until, string? StandsInFor)
{
    public static RoleJson Of(RoleAtPlace role, Organisation organisation) => new(role.Id, organisation.Person(role.PersonId)?.UserName ?? "", organisation.Unit(role.UnitId)?.Slug ?? "",
        role.Role.Code(), role.From, role.Until, organisation.Person(role.StandsInFor)?.UserName);
}

/// <summary>A place.</summary>
/// <param name="Routine">The routine that holds there: its own, or the nearest above.</param>
/// <param name="Ended">The first day on which it takes no cases.</param>
public sealed record UnitDetailJson(string Slug, string Name, string Path, string Kind, string? Parent, string? Routine, string? Phone, string? Email, string? Address, int? Users, DateOnly? Ended, IReadOnlyList<RoleJson> Roles)
{
    public static UnitDetailJson Of(Unit unit, Organisation organisation) => new(unit.Slug, unit.Name, organisation.PathOf(unit.Id), unit.Kind.Code(), organisation.Unit(unit.ParentId)?.Slug,
        organisation.RoutineAt(unit.Id), unit.Phone, unit.Email, unit.Address, unit.UsersOn(DateOnly.MaxValue), unit.Ended, [.. organisation.RolesAt(unit.Id).Select(r => RoleJson.Of(r, organisation))]);
}

/// <summary>A person.</summary>
/// <param name="Active">False for somebody who has left.</param>
/// <param name="Password">Only in the answer that made it.</param>
public sealed record PersonDetailJson(string UserName, string Name, string Title, string? Email, string? Phone, bool Active, IReadOnlyList<RoleJson> Roles, string? Password = null)
{
    public static PersonDetailJson Of(Person person, Organisation organisation) => new(person.UserName, person.Name, person.Title, person.Email, person.Phone, person.IsActive,
        [.. organisation.RolesOf(person.Id).Select(r => RoleJson.Of(r, organisation))]);
}

public sealed record ClosedDayJson(DateOnly Day, string Name);

/// <summary>Somewhere that a person can turn.</summary>
public sealed record RecipientJson(Guid Id, string Name, string WhatFor, string? Phone, string? Web, int Position)
{
    public static RecipientJson Of(Recipient recipient) => new(recipient.Id, recipient.Name, recipient.WhatFor, recipient.Phone, recipient.Web, recipient.Position);
}

/// <summary>A template of the municipality's own; a kind or regime that is left out is every one.</summary>
public sealed record TemplateJson(Guid Id, string Use, string? Kind, string Language, string? Regime, string Subject, string Text)
{
    public static TemplateJson Of(OwnTemplate template) => new(template.Id, template.Use, template.Kind, template.Language, template.Regime, template.Subject, template.Text);
}
