using AdminConsole.Core.Auditing;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Owners.UseCases;

/// <summary>What can be chosen of an owner.</summary>
/// <param name="Kind">Null is refused: nothing was chosen.</param>
public sealed record OwnerSettings(OwnerKind? Kind, string? ExternalId, string? Name)
{
    internal static OwnerSettings Of(Owner owner) => new(owner.Kind, owner.ExternalId, owner.Name);

    /// <summary>The settings in canonical form, or every fault in them.</summary>
    internal Result<OwnerSettings> Check()
    {
        var externalId = PlainText.Check(ExternalId, OwnerFields.ExternalId, 1, Owner.ExternalIdMaxLength);
        var name = PlainText.Check(Name, OwnerFields.Name, 1, Owner.NameMaxLength);
        List<Failure> failures = [.. externalId.Failures, .. name.Failures];
        if (Kind is null || !Enum.IsDefined(Kind.Value))
        {
            failures.Insert(0, Failure.Invalid(OwnerFields.Kind, "kind.missing", "Choose what the owner is: user, team, machine or organization."));
        }

        return failures.Count > 0 ? failures : new OwnerSettings(Kind, externalId.Value, name.Value);
    }

    internal static IReadOnlyList<FieldChange> Changes(OwnerSettings? before, OwnerSettings? after) =>
    [
        .. AuditDetails.Change(OwnerFields.Kind, before?.Kind?.ToString(), after?.Kind?.ToString()),
        .. AuditDetails.Change(OwnerFields.ExternalId, before?.ExternalId, after?.ExternalId),
        .. AuditDetails.Change(OwnerFields.Name, before?.Name, after?.Name),
    ];
}

/// <summary>A merge patch (RFC 7396) to an owner's settings. Nothing of them can be cleared.</summary>
public sealed record OwnerPatch
{
    public Optional<OwnerKind?> Kind { get; init; }

    public Optional<string?> ExternalId { get; init; }

    public Optional<string?> Name { get; init; }

    internal OwnerSettings ApplyTo(OwnerSettings current) =>
        new(Kind.Or(current.Kind), ExternalId.Or(current.ExternalId), Name.Or(current.Name));
}
