using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Test data. A test names only the values it is about.</summary>
public static class A
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Actor Admin(Id<Organization> organization, string name = "Ada") => Member(organization, OperatorRole.Admin, name);

    public static Actor Viewer(Id<Organization> organization) => Member(organization, OperatorRole.Viewer, "Vera");

    public static Actor Support() => Person("Sue", isSupport: true).ToActor([]);

    public static KeySettings Settings(string name = "ci-deploy", params IReadOnlyList<string> scopes) =>
        new() { Name = name, Scopes = scopes.Count > 0 ? scopes : ["deploy:write"] };

    private static Actor Member(Id<Organization> organization, OperatorRole role, string name) =>
        Person(name).ToActor([new() { OrganizationId = organization, Role = role }]);

    private static Operator Person(string name, bool isSupport = false) =>
        new() { Id = Guid.CreateVersion7(Monday), DisplayName = name, IsSupport = isSupport };
}
