using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification;

/// <summary>Keys that Algolia's clients derive secured keys from.</summary>
public abstract class SecuredVerificationTest : CoreTest
{
    protected static KeySettings Search { get; } = A.Settings("shop", "search") with { Limits = new(null, 20, "typoTolerance=strict") };

    protected Id<Organization> Acme { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Acme = await Console.CreateOrganizationAsync();
    }

    protected async Task<string> CreateAsync(Id<Organization>? organization = null, KeySettings? settings = null) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System,
            new(organization ?? Acme, settings ?? Search) { Format = SecretFormat.Algolia },
            default)).Value.Secret.Reveal();

    protected async Task<Id<ApiKey>> IdOfAsync(string secret) => Assert.Single(await LookUpAsync(Actor.System, secret));

    protected async Task<IReadOnlyList<Id<ApiKey>>> LookUpAsync(Actor actor, string text) =>
        [.. (await Console.Get<KeyLookUp>().FindAsync(actor, text, default)).Value.Keys.Select(key => key.Id)];

    protected DecisionCode Decide(string secret) => Verify(secret).Decision.Code;

    protected VerificationAnswer Verify(string secret) => Console.Get<VerificationService>().Verify(
        Actor.System, Acme, new(secret) { ClientIp = "10.1.2.3", Scopes = ["search"], Resource = "books" }).Value;
}
