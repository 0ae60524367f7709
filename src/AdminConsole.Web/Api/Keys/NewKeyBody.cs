using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Api.Keys;

/// <summary>A key to create: its settings, each as it is by default when it is left out.</summary>
internal sealed record NewKeyBody : KeyPatchBody
{
    public string? Kind { get; init; }

    public string? Environment { get; init; }

    public Result<IssueKey> ToCommand(Id<Organization> organization)
    {
        var kind = NamedValue.Read(KeyFields.Kind, Kind, KeyKind.Service, KeyKind.Management);

        // The third environment is for management keys, which have it without asking.
        var environment = NamedValue.Read("environment", Environment, SecretEnvironment.Live, SecretEnvironment.Test);
        return (List<Failure>)[.. kind.Failures, .. environment.Failures] is { Count: > 0 } failures
            ? failures
            : new IssueKey(organization, ToPatch().ApplyTo(new()), kind.Value ?? KeyKind.Service, environment.Value ?? SecretEnvironment.Live);
    }
}
