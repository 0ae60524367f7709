using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

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
internal record OwnerPatchBody : ICheckedBody
{
    public Optional<string?> Kind { get; init; }

    public Optional<string?> ExternalId { get; init; }

    public Optional<string?> Name { get; init; }

    private Result<OwnerKind?> KindRead => NamedValue.Read(OwnerFields.Kind, Kind.Or(null), Enum.GetValues<OwnerKind>());

    public IReadOnlyList<Failure> Faults() => KindRead.Failures;

    public OwnerPatch ToPatch() => new() { Kind = Kind.IsGiven ? new(KindRead.Value) : default, ExternalId = ExternalId, Name = Name };

    public OwnerSettings ToSettings() => new(KindRead.Value, ExternalId.Or(null), Name.Or(null));
}

/// <summary>An owner to add.</summary>
internal sealed record NewOwnerBody : OwnerPatchBody;
