using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A key to create: its settings, each as it is by default when it is left out.</summary>
internal sealed record NewKeyBody : KeyPatchBody, ICheckedBody
{
    public string? Kind { get; init; }

    public string? Environment { get; init; }

    private Result<KeyKind?> KindRead => NamedValue.Read(KeyFields.Kind, Kind, KeyKind.Service, KeyKind.Management);

    // The third environment is for management keys, which have it without asking.
    private Result<SecretEnvironment?> EnvironmentRead => NamedValue.Read("environment", Environment, SecretEnvironment.Live, SecretEnvironment.Test);

    public IReadOnlyList<Failure> Faults() => [.. KindRead.Failures, .. EnvironmentRead.Failures];

    public CreateKey ToCommand(Id<Organization> organization) =>
        new(organization, ToPatch().ApplyTo(new()), KindRead.Value ?? KeyKind.Service, EnvironmentRead.Value ?? SecretEnvironment.Live);
}
