using AdminConsole.Actors;
using AdminConsole.Demo;
using AdminConsole.Keys;
using AdminConsole.Organizations;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>Makes keys of Acme's without a browser, for tests that are about what comes after.</summary>
internal static class AcmeKeys
{
    public static async Task<IssuedKey> IssueAsync(this RunningConsole console, string name, KeyKind kind = KeyKind.Service, params IReadOnlyList<string> scopes)
    {
        var organizations = await console.Get<OrganizationDirectory>().ListAsync(Actor.System, CancellationToken.None);
        var acme = organizations.Single(organization => organization.Slug == DemoData.AcmeSlug);
        var settings = new KeySettings { Name = name, Scopes = scopes.Count > 0 ? scopes : ["vm:read"] };
        return (await console.Get<KeyIssuer>().IssueAsync(Actor.System, new(acme.Id, settings, kind), CancellationToken.None)).Value;
    }
}
