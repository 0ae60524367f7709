using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Vendors.Clerk;

/// <summary>A key to create, as Clerk's clients ask for it.</summary>
internal sealed record ClerkNewKey : ClerkSettings
{
    private const int ShortestName = 3;

    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? CreatedBy { get; init; }

    public Result<CreateKey> ToCommand(Id<Organization> organization, DateTimeOffset now)
    {
        List<Failure> failures = [.. Faults(), .. OwnFaults()];
        return failures.Count > 0 ? failures : new CreateKey(organization, ToPatch(now).ApplyTo(new() { Name = Name! }))
        {
            Format = SecretFormat.Clerk,
            Exemptions = Exemptions,
            Owner = Owner,
            NamedCreator = CreatedBy,
        };
    }

    private IEnumerable<Failure> OwnFaults()
    {
        // Clerk trims no name either.
        if (Name is null || PlainText.LengthOf(Name) < ShortestName || Name.Trim() != Name)
        {
            yield return Failure.Invalid(ClerkFields.Name, "name.form", $"Give at least {ShortestName} characters, without spaces around them.");
        }

        if (!Subject.IsGiven)
        {
            yield return Failure.Invalid(ClerkFields.Subject, "subject.missing", ClerkSubject.Form);
        }

        if (Type is not (null or ClerkKey.OnlyType))
        {
            yield return Failure.Invalid(ClerkFields.Type, "type.unknown", $"Leave it out, or give {ClerkKey.OnlyType}.");
        }

        if (CreatedBy is not null && ClerkSubject.Parse(CreatedBy) is not { Kind: OwnerKind.User })
        {
            yield return Failure.Invalid(ClerkFields.CreatedBy, "created_by.form", "Give the id of a user (user_…), or none.");
        }
    }
}
