using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;

namespace AdminConsole.Core.Demo;

/// <summary>An operator of the demo data. The password is in the settings, one for all of them.</summary>
/// <param name="Role">For people: which role, and where.</param>
public sealed record DemoSignIn(string Email, string DisplayName, string Role, IReadOnlyList<OrganizationRole> Memberships, bool IsSupport = false);

/// <summary>One operator for each role, and one with roles in two organizations.</summary>
public static class DemoSignIns
{
    public static IReadOnlyList<DemoSignIn> All { get; } =
    [
        new(DemoData.OwnerEmail, "Olivia Marsh", "owner of Acme Cloud", [new(DemoData.AcmeSlug, OperatorRole.Owner)]),
        new(DemoData.AdminEmail, "Amir Haddad", "admin of Acme Cloud", [new(DemoData.AcmeSlug, OperatorRole.Admin)]),
        new(DemoData.ViewerEmail, "Vera Lindqvist", "viewer of Acme Cloud", [new(DemoData.AcmeSlug, OperatorRole.Viewer)]),
        new(DemoData.OtherAdminEmail, "Gus Okafor", "admin of Globex Research", [new(DemoData.GlobexSlug, OperatorRole.Admin)]),
        new(DemoData.BothEmail, "Nadia Ferreira", "viewer of Acme Cloud, owner of Globex Research",
            [new(DemoData.AcmeSlug, OperatorRole.Viewer), new(DemoData.GlobexSlug, OperatorRole.Owner)]),
        new(DemoData.SupportEmail, "Sana Ito", "support: finds and revokes keys of every organization", [], IsSupport: true),
    ];
}
