using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;
using AdminConsole.Core.Usage;
using AdminConsole.Core.Usage.Recording;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Usage;

/// <summary>Every verification is recorded, whatever its answer.</summary>
public sealed class VerificationUsageTests : UsageTest
{
    [Fact]
    public async Task A_verification_is_recorded_as_it_was_asked_and_answered()
    {
        var acme = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(acme, KeyKind.Service, "vm:read");
        var management = await CreateAsync(acme, KeyKind.Management, ManagementScopes.VerifyKeys);
        var caller = Get<ManagementKeyVerifier>().Authenticate(management.Secret.Reveal(), "10.0.0.9")!;

        Get<VerificationService>().Verify(
            caller.Actor,
            acme,
            new(key.Secret.Reveal()) { ClientIp = "2001:db8::1", Scopes = ["vm:edit"], Resource = "vms/1", Referrer = "https://example.com" });
        await FlushAsync();

        var use = await NewestAsync(acme, key);
        var ofCaller = await new TestConsole(Process).DetailsAsync(new(acme, management.Id));
        Assert.Equal(
            (DecisionCode.ScopeMissing, "2001:db8::1", "vms/1", "https://example.com", 1),
            (use.Code, use.Address.ToString(), use.Resource, use.Referrer, use.PolicyVersion));
        Assert.Equal((Clock.Now, caller.Actor.KeyRow), (use.At, use.CallerRow));
        Assert.Equal(["vm:edit"], use.Scopes);
        Assert.Equal((Clock.Now, "10.0.0.9"), (ofCaller.LastUsedAt, ofCaller.LastUsedIp));
    }

    [Fact]
    public async Task An_unknown_secret_and_one_of_another_organization_are_counted_for_the_caller_alone()
    {
        var acme = await Console.CreateOrganizationAsync();
        var globex = await Console.CreateOrganizationAsync("globex");
        var foreign = await CreateAsync(globex, KeyKind.Service, "vm:read");

        Get<VerificationService>().Verify(Actor.System, acme, new(foreign.Secret.Reveal()));
        Get<VerificationService>().Verify(Actor.System, acme, new("no secret at all"));

        var ofAcme = await Get<UsageCounts>().OutcomesAsync(acme);
        Assert.Equal([new(DateOnly.FromDateTime(A.Monday.UtcDateTime), DecisionCode.NotFound, 2)], ofAcme);
        Assert.Empty(await Get<UsageCounts>().OutcomesAsync(globex));
        Assert.Null((await Console.DetailsAsync(new(globex, foreign.Id))).LastUsedAt);
    }

    private async Task<UsageEvent> NewestAsync(Id<Organization> organization, CreatedKey key) =>
        (await Get<UsageEvents>().NewestAsync(Actor.System, new(organization, key.Id), null, 1, default)).Value.Events.Single().Event;

    // Through the process that verifies, so that its peppers are open.
    private async Task<CreatedKey> CreateAsync(Id<Organization> organization, KeyKind kind, string scope) =>
        (await Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, A.Settings("ci", scope), kind), default)).Value;
}
