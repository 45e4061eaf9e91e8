using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Gava.Web.Text;

/// <summary>What the framework itself says of a field that it cannot read, in Swedish.</summary>
public static class ModelMessages
{
    private const string Unreadable = "Det här svaret går inte att läsa. Skriv om det.";
    private const string Absent = "Svaret saknas.";

    public static void InSwedish(DefaultModelBindingMessageProvider say)
    {
        say.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        say.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        say.SetValueIsInvalidAccessor(_ => Unreadable);
        say.SetMissingBindRequiredValueAccessor(_ => Absent);
        say.SetMissingKeyOrValueAccessor(() => Absent);
        say.SetValueMustNotBeNullAccessor(_ => Absent);
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Det kom inget innehåll.");
        say.SetValueMustBeANumberAccessor(_ => "Skriv ett tal.");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Skriv ett tal.");
    }
}
