using AdminConsole.Core.Projects;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;

namespace AdminConsole.Web.Api.Verify;

/// <summary>May this secret do this, from here, now?</summary>
internal sealed record VerifyQuestionBody
{
    public required string Secret { get; init; }

    // Not "init": code that the compiler writes for JSON would put null in the place of the default.
    public IReadOnlyList<string> Scopes { get; set; } = [];

    public string? ClientIp { get; init; }

    public Id<Project>? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    // A record would print its secret.
    public override string ToString() => nameof(VerifyQuestionBody);

    public VerifyKey ToQuestion() =>
        new(Secret) { Scopes = Scopes, ClientIp = ClientIp, Project = Project, Resource = Resource, Referrer = Referrer };
}
