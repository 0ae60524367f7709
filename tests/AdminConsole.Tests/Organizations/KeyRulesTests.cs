using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Organizations;

/// <summary>What an organization demands of its keys holds wherever one is made or edited.</summary>
public sealed class KeyRulesTests : CoreTest
{
    private static readonly KeySettings Bare = A.Settings();

    private static readonly KeySettings Fitting = A.Settings() with
    {
        ExpiresAt = A.Monday.AddDays(30),
        AllowedCidrs = ["10.0.0.0/8"],
        Tags = ["prod", "team"],
    };

    private static readonly (string?, string)[] EveryRule =
        [(KeyFields.ExpiresAt, "rule.lifetime"), (KeyFields.AllowedCidrs, "rule.network"), (KeyFields.Tags, "rule.tags")];

    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Hold_for_keys_that_are_issued_rotated_and_duplicated()
    {
        var earlier = await Console.AddKeyAsync(_acme, Bare);
        await DemandAsync();

        await AssertRefusedAsync(
            () => Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, Bare), CancellationToken.None), EveryRule);
        await AssertRefusedAsync(
            () => Console.Get<RotateKeyHandler>().RotateAsync(A.Admin(_acme), new(earlier, TimeSpan.Zero), CancellationToken.None),
            EveryRule);
        await AssertRefusedAsync(
            () => Console.Get<DuplicateKeyHandler>().DuplicateAsync(A.Admin(_acme), new(earlier), CancellationToken.None), EveryRule);
        Assert.True((await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, Fitting), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task An_earlier_key_can_be_edited_in_what_no_rule_is_about()
    {
        var earlier = await Console.AddKeyAsync(_acme, Bare);
        await DemandAsync();

        Assert.True((await EditAsync(earlier, 1, new() { Name = "renamed" })).Succeeded);
        await AssertRefusedAsync(() => EditAsync(earlier, 2, new() { ExpiresAt = new(A.Monday.AddDays(40)) }), EveryRule[0]);
        await AssertRefusedAsync(() => EditAsync(earlier, 2, new() { AllowedCidrs = new(["0.0.0.0/0"]) }), EveryRule[1]);
    }

    [Fact]
    public async Task A_key_that_keeps_them_cannot_be_edited_out_of_them()
    {
        await DemandAsync();
        var key = await Console.AddKeyAsync(_acme, Fitting);

        await AssertRefusedAsync(() => EditAsync(key, 1, new() { ExpiresAt = new(null), AllowedCidrs = new([]), Tags = new(["prod"]) }), EveryRule);
        Assert.True((await EditAsync(key, 1, new() { AllowedCidrs = new(["10.1.0.0/16"]), Tags = new(["team", "prod", "new"]) })).Succeeded);
    }

    [Theory]
    [InlineData(30, 0, true)]
    [InlineData(30, 86_399, true)]
    [InlineData(31, 0, false)]
    public async Task The_last_day_counts_whole(int days, int seconds, bool allowed)
    {
        await DemandAsync();

        var created = await Console.Get<CreateKeyHandler>().CreateAsync(
            A.Admin(_acme), new(_acme, Fitting with { ExpiresAt = A.Monday.AddDays(days).AddSeconds(seconds) }), CancellationToken.None);

        Assert.Equal(allowed, created.Succeeded);
    }

    [Fact]
    public async Task The_lifetime_is_not_counted_anew_with_each_edit()
    {
        await DemandAsync();
        var key = await Console.AddKeyAsync(_acme, Fitting);
        Clock.Now = A.Monday.AddDays(20);

        await AssertRefusedAsync(() => EditAsync(key, 1, new() { ExpiresAt = new(A.Monday.AddDays(50)) }), EveryRule[0]);
    }

    private async Task DemandAsync()
    {
        var rules = new OrganizationPatch { MaxKeyLifetimeDays = 30, RequiresAllowedNetwork = true, RequiredTags = new(["prod", "team"]) };
        Assert.True((await Console.Get<OrganizationEditor>().EditAsync(Actor.System, new(_acme, 1, rules), CancellationToken.None)).Succeeded);
    }

    private Task<Result<int>> EditAsync(KeyTarget key, int version, KeyPatch patch) =>
        Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(key, version, patch), CancellationToken.None);
}
