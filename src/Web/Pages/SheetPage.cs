using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Web.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gava.Web.Pages;

/// <summary>A form or poster that anybody may print: which place's, in which language, which of them.</summary>
public abstract class SheetPage(SheetMaker maker, OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock)
{
    private readonly OrganisationBook organisations = book;
    private readonly TimeProvider time = clock;

    /// <summary>The place's slug; without one it is the whole municipality's.</summary>
    [BindProperty(Name = "enhet", SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>blankett, anslag or anslag-a3; anything else is the form.</summary>
    [BindProperty(Name = "typ", SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>Null when there is no such place, or it has ended.</summary>
    public Unit? Place { get; private set; }

    public SheetKind Kind => SheetKinds.Find(What);

    public string KindCode => Kind.Code();

    public DateTime Now => StockholmTime.Now(time);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var organisation = await organisations.NowAsync(HttpContext.RequestAborted);
        var place = string.IsNullOrEmpty(From) ? organisation.Units.FirstOrDefault(u => u.ParentId is null) : organisation.Unit(From);
        Place = place is { Ended: null } ? place : null;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected Task<SheetPress> PressAsync() => maker.OpenAsync(HttpContext.RequestAborted);

    /// <summary>The same sheet at another address.</summary>
    public string At(Unit place, string at) => $"{at}?enhet={place.Slug}&lang={Tongue.Code}&typ={KindCode}";
}
