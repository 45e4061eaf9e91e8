using Gava.Operations.People;

namespace Gava.Web.Pages;

/// <summary>What becomes of personal data, in the reader's language (GDPR articles 13 and 14).</summary>
public sealed class PersonuppgifterModel(OrganisationBook book, TimeProvider clock) : CitizenPage(book, clock);
