using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>A key that has every field, and what the tables call by name: what has another id each time.</summary>
internal sealed class UpdatedKey
{
    private readonly IReadOnlyDictionary<string, string> _names;

    private UpdatedKey(Guid id, IReadOnlyDictionary<string, string> names) => (Id, _names) = (id, names);

    public Guid Id { get; }

    /// <summary>A key of acme's, which this caller will update.</summary>
    public static async Task<UpdatedKey> CreateAsync(ServedConsole served, CreatedKey caller)
    {
        var (user, otherUser) = (await AddUserAsync(served), await AddUserAsync(served));
        var project = await served.Console.AddProjectAsync(served.Acme, $"project {Guid.NewGuid():n}");
        var otherProject = await served.Console.AddProjectAsync(served.Acme, $"project {Guid.NewGuid():n}");
        var key = await served.CreateAsync(Everything with { OwnerId = user.Id, ProjectIds = [project] });
        return new(key.Id.Value, new Dictionary<string, string>
        {
            ["CALLER"] = $"{caller.Id}",
            ["OTHER_USER"] = otherUser.ExternalId,
            ["OTHER_OWNER"] = $"{otherUser.Id}",
            ["OTHER_PROJECT_UUID"] = $"{otherProject.Value}",
            ["OTHER_PROJECT"] = $"{otherProject}",
        });
    }

    /// <summary>The text of a table with the ids in place of their names.</summary>
    public string Fill(string text) =>
        _names.Aggregate(text, (filled, name) => filled.Replace($"<{name.Key}>", name.Value, StringComparison.Ordinal));

    private static KeySettings Everything => new()
    {
        Name = "Billing",
        Description = "Bills",
        Scopes = ["vm:edit", "deploy"],
        AllowedCidrs = ["10.0.0.0/8"],
        BlockedCidrs = ["10.9.0.0/16"],
        Resources = ["books"],
        Referrers = ["*.example.com"],
        Limits = new(100, 20, "a=b"),
        Claims = """{"plan":"pro","seats":5}""",
        Tags = ["a", "b"],
        StartsAt = A.Monday.AddDays(-1),
        ExpiresAt = A.Monday.AddDays(90),
    };

    private static async Task<Owner> AddUserAsync(ServedConsole served)
    {
        var settings = new OwnerSettings(OwnerKind.User, $"user_{Guid.NewGuid():n}", "Ada");
        return (await served.Console.Get<OwnerEditor>().CreateAsync(Actor.System, new(served.Acme, settings), CancellationToken.None)).Value;
    }
}
