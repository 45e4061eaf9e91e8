using Gava.Operations.People;

namespace Gava.Web.Pages.Organisationen;

/// <summary>What is typed about a person, and about a role.</summary>
public sealed class PersonAnswers
{
    public string? Name { get; set; }
    public string? UserName { get; set; }
    public string? Title { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Role { get; set; }
    public string? Unit { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }

    internal PersonDetails Details => new(Name ?? "", Title ?? "", Email, Phone);
}
