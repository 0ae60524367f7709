using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Verification;

public sealed class SecuredKeysTests : SecuredVerificationTest
{
    [Fact]
    public async Task Verify_as_their_parent_with_what_they_add()
    {
        var parent = await CreateAsync();

        var answer = Verify(parent.Derive("filters=user%3A42&userToken=ada"));

        Assert.Equal(DecisionCode.Valid, answer.Decision.Code);
        Assert.Equal(await IdOfAsync(parent), answer.Key!.Id);
        Assert.Equal(new(null, 20, "typoTolerance=strict&filters=user%3A42&userToken=ada"), answer.Key.Policy.Limits);
    }

    [Fact]
    public async Task Leave_their_parent_and_each_other_as_they_are()
    {
        var parent = await CreateAsync();

        var (first, second, own) = (Verify(parent.Derive("filters=a")), Verify(parent.Derive("filters=b")), Verify(parent));

        Assert.Equal(
            ["typoTolerance=strict&filters=a", "typoTolerance=strict&filters=b", "typoTolerance=strict"],
            new[] { first, second, own }.Select(answer => answer.Key!.Policy.Limits.QueryParameters));
        Assert.NotSame(first.Key, own.Key);
        first.Key!.Prepared = new(30, default);
        Assert.Null(Verify(parent).Key!.Prepared);
        Assert.Null(Verify(parent.Derive("filters=a")).Key!.Prepared);
    }

    [Fact]
    public async Task Are_unknown_when_nobody_signed_them()
    {
        var parent = await CreateAsync();
        var decoded = Encoding.ASCII.GetString(Convert.FromBase64String(parent.Derive("filters=user%3A42")));

        Assert.Equal(DecisionCode.NotFound, Decide(Encoded(decoded.Replace("42", "43"))));
        Assert.Equal(DecisionCode.NotFound, Decide(Encoded(decoded[..64])));
        Assert.Equal(DecisionCode.NotFound, Decide(Encoded(decoded + "&x=y")));
        Assert.Equal(DecisionCode.NotFound, Decide("0123456789abcdef0123456789abcdef".Derive("filters=user%3A42")));
        Assert.Equal(DecisionCode.NotFound, Decide(parent.Derive("").Derive("")));
    }

    [Fact]
    public async Task Are_unknown_to_another_organization()
    {
        var globex = await Console.CreateOrganizationAsync("globex");
        var (ours, theirs) = (await CreateAsync(), await CreateAsync(globex));

        Assert.Equal(DecisionCode.Valid, Decide(ours.Derive("")));
        Assert.Equal(DecisionCode.NotFound, Decide(theirs.Derive("")));
    }

    [Fact]
    public async Task Are_unknown_when_they_are_derived_from_a_management_key_or_one_of_another_format()
    {
        var management = (await Console.Get<CreateKeyHandler>().CreateAsync(
            Actor.System,
            new(Acme, A.Settings("m", ManagementScopes.VerifyKeys), KeyKind.Management) { Format = SecretFormat.Algolia },
            default)).Value;
        var native = (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(Acme, Search), default)).Value;
        await CreateAsync();

        Assert.Equal(DecisionCode.NotFound, Decide(management.Secret.Reveal().Derive("")));
        Assert.Equal(DecisionCode.NotFound, Decide(native.Secret.Reveal().Derive("")));
        Assert.Null(Console.Get<ManagementKeyVerifier>().Authenticate(management.Secret.Reveal().Derive(""), "10.0.0.1"));
    }

    [Fact]
    public async Task Follow_their_parent_when_it_is_disabled_enabled_revoked_and_deleted()
    {
        var parent = await CreateAsync();
        var target = new KeyTarget(Acme, await IdOfAsync(parent));
        var secured = parent.Derive("filters=a");

        await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(Acme), target, default);
        Assert.Equal(DecisionCode.Disabled, Decide(secured));
        await Console.Get<SwitchKeyHandler>().EnableAsync(A.Admin(Acme), target, default);
        Assert.Equal(DecisionCode.Valid, Decide(secured));
        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(Acme), new(target, RevocationReason.Leaked), default);
        Assert.Equal(DecisionCode.Revoked, Decide(secured));
        await Console.Get<DeleteKeyHandler>().DeleteAsync(A.Admin(Acme), target, default);
        Assert.Equal(DecisionCode.NotFound, Decide(secured));
    }

    [Fact]
    public async Task Are_refused_when_their_parents_row_was_changed_behind_the_console()
    {
        var secured = (await CreateAsync()).Derive("filters=a");

        await Console.ChangeAsync(
            db => db.Database.ExecuteSqlRaw("UPDATE ApiKeys SET Document = replace(Document, 'queryParameters', 'description')"));

        Assert.Equal(DecisionCode.Disabled, Decide(secured));
    }

    [Fact]
    public async Task Are_known_after_a_start()
    {
        var secured = (await CreateAsync()).Derive("filters=a");

        var anew = ActivatorUtilities.CreateInstance<SecuredKeyFinder>(Console.Get<IServiceProvider>(), new KeyChangeNotifier());

        Assert.Null(anew.Find(Acme, secured));
        await anew.LoadAsync(default);
        Assert.NotNull(anew.Find(Acme, secured));
    }

    [Fact]
    public async Task Do_not_become_another_keys_when_its_row_took_their_parents_id_while_the_console_was_down()
    {
        var weak = await CreateAsync(settings: Search with { ExpiresAt = Clock.Now.AddHours(1) });
        var (weakId, strongId) = (await IdOfAsync(weak), await IdOfAsync(await CreateAsync()));
        await Console.ChangeAsync(db => db.Database.ExecuteSql(
            $"""
            PRAGMA defer_foreign_keys = ON;
            UPDATE ApiKeys SET Id = {Guid.Empty} WHERE Id = {strongId.Value};
            UPDATE ApiKeys SET Id = {strongId.Value} WHERE Id = {weakId.Value};
            UPDATE ApiKeys SET Id = {weakId.Value} WHERE Id = {Guid.Empty};
            """));
        var services = Console.Get<IServiceProvider>();
        var keys = ActivatorUtilities.CreateInstance<CachedKeys>(services);
        var anew = ActivatorUtilities.CreateInstance<SecuredKeyFinder>(services, keys, new KeyChangeNotifier());

        await ActivatorUtilities.CreateInstance<KeyLoader>(services, keys, new KeyChangeNotifier()).LoadAsync(default);
        await anew.LoadAsync(default);

        Assert.True(keys.Find(weak)!.IsSealBroken);
        Assert.True(anew.Find(Acme, weak.Derive(""))!.IsSealBroken);
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
