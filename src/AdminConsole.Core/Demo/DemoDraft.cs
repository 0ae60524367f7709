using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Demo;

/// <summary>The organization that demo keys are drafted for.</summary>
/// <param name="Random">Seeded: the same organization gets the same kinds of keys each time.</param>
/// <param name="Creators">Who creates and changes keys there.</param>
internal sealed record DemoPlan(
    Id<Organization> Organization,
    DateTimeOffset Now,
    Random Random,
    IReadOnlyDictionary<string, Id<Project>> Projects,
    IReadOnlyList<Owner> Owners,
    IReadOnlyList<Actor> Creators)
{
    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    /// <summary>One to so many of them, without repetition.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from, int atMost) =>
        [.. Enumerable.Range(0, Random.Next(1, atMost + 1)).Select(_ => Pick(from)).Distinct()];

    public bool OneIn(int number) => Random.Next(number) == 0;

    /// <summary>So many days ago, to the millisecond.</summary>
    public DateTimeOffset DaysAgo(double days) => Now.AddDays(-days).ToMilliseconds();

    public Id<Owner>? OwnerNamed(string name) => Owners.FirstOrDefault(owner => owner.Name == name)?.Id;

    /// <summary>None where the organization has no project of this name: the key is then limited to no project.</summary>
    public IReadOnlyList<Id<Project>> ProjectsNamed(string name) => Projects.TryGetValue(name, out var id) ? [id] : [];
}

/// <summary>What a demo key is made from: how it was created, and what was changed since.</summary>
internal sealed record DemoDraft(KeySettings Settings, DateTimeOffset CreatedAt, Actor Creator)
{
    public KeyKind Kind { get; init; }

    public SecretEnvironment Environment { get; init; } = SecretEnvironment.Live;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DemoChange> Changes { get; init; } = [];

    public DemoDraft Revoked(DateTimeOffset at, Actor by, RevocationReason reason, string? comment = null) =>
        Changed(AuditActions.KeyRevoked, at, by, key => key.Revoke(reason, comment, by, at));

    public DemoDraft Disabled(DateTimeOffset at, Actor by) => Changed(AuditActions.KeyDisabled, at, by, key => key.Enable(false));

    public DemoDraft Edited(DateTimeOffset at, Actor by, Func<KeySettings, KeySettings> edit) =>
        Changed(AuditActions.KeyEdited, at, by, key => key.Apply(edit(key.Settings)));

    private DemoDraft Changed(string action, DateTimeOffset at, Actor by, Action<ApiKey> change) =>
        this with { Changes = [.. Changes, new(action, at, by, change)] };
}

/// <summary>One change of a demo key's past.</summary>
internal sealed record DemoChange(string Action, DateTimeOffset At, Actor By, Action<ApiKey> Apply);
