using Gava.Operations.People;

namespace Gava.Web.Pages;

/// <summary>The public start: leave a view, follow one's case.</summary>
public sealed class IndexModel(OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock);
