using AdminConsole.Core.Owners;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Owners;

/// <summary>An owner as the API shows it.</summary>
internal sealed record OwnerBody(Id<Owner> Id, OwnerKind Kind, string ExternalId, string Name, DateTimeOffset CreatedAt, int Version)
{
    public static OwnerBody Of(Owner owner) => new(owner.Id, owner.Kind, owner.ExternalId, owner.Name, owner.CreatedAt, owner.Version);
}

/// <summary>A page of owners, by external id.</summary>
/// <param name="NextCursor">Null on the last page.</param>
internal sealed record OwnerListBody(IReadOnlyList<OwnerBody> Owners, string? NextCursor);

/// <summary>What to change of an owner: what is left out stays.</summary>
internal record OwnerPatchBody
{
    public Optional<string?> Kind { get; init; }

    public Optional<string?> ExternalId { get; init; }

    public Optional<string?> Name { get; init; }

    public Result<OwnerPatch> ToPatch()
    {
        var kind = NamedValue.Read(OwnerFields.Kind, Kind.Or(null), Enum.GetValues<OwnerKind>());
        return kind.Succeeded
            ? new OwnerPatch { Kind = Kind.IsGiven ? new(kind.Value) : default, ExternalId = ExternalId, Name = Name }
            : kind.Failures.ToList();
    }
}

/// <summary>An owner to add.</summary>
internal sealed record NewOwnerBody : OwnerPatchBody;
