using Gava.Operations.People;

namespace Gava.Web.Pages;

/// <summary>The accessibility statement: what we know does not work, and where to say so (lag 2018:1937 13 §).</summary>
public sealed class TillganglighetModel(OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock);
