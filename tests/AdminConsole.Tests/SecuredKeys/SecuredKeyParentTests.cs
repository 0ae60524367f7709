using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Changes;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.SecuredKeys;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.SecuredKeys;

public sealed class SecuredKeyParentTests : CoreTest
{
    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task Is_kept_of_a_key_in_Algolias_format_its_successor_and_its_copy()
    {
        var key = await CreateAsync(SecretFormat.Algolia);
        var copy = (await Console.Get<DuplicateKeyHandler>().DuplicateAsync(A.Admin(_acme), new(new(_acme, key.Id)), default)).Value;
        var successor = (await Console.Get<RotateKeyHandler>().RotateAsync(A.Admin(_acme), new(new(_acme, key.Id), TimeSpan.Zero), default)).Value;

        foreach (var created in new[] { key, successor, copy })
        {
            var state = Console.Get<SigningStateProtector>().Open(await ReadAsync(created.Id), _acme);
            Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(created.Secret.Reveal()), "text"u8), Sign(state!));
        }
    }

    [Fact]
    public async Task Is_kept_of_no_other_key()
    {
        await CreateAsync(SecretFormat.Clerk);
        await CreateAsync(SecretFormat.Native(SecretEnvironment.Live));
        await CreateAsync(SecretFormat.Algolia, KeyKind.Management);

        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Goes_with_its_key()
    {
        var (gone, kept) = (await CreateAsync(SecretFormat.Algolia), await CreateAsync(SecretFormat.Algolia));

        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(new(_acme, gone.Id), RevocationReason.Leaked), default);
        await Console.Get<DeleteKeyHandler>().DeleteAsync(A.Admin(_acme), new(_acme, gone.Id), default);

        Assert.Equal(kept.Id, Assert.Single(await AllAsync()).KeyId);
    }

    [Fact]
    public async Task Is_stored_neither_as_the_secret_nor_as_what_signs()
    {
        var secret = (await CreateAsync(SecretFormat.Algolia)).Secret.Reveal();
        var state = new byte[HmacState.Size];
        HmacState.Of(secret).Write(state);

        var contents = string.Concat(await DatabaseContents.ReadAsync(Database.Directory));

        Assert.DoesNotContain(secret, contents, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), contents, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(state, 0, 16), contents, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(state, HmacState.Size / 2, 16), contents, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_of_no_use_in_another_keys_place_or_when_it_was_changed()
    {
        var stored = await ReadAsync((await CreateAsync(SecretFormat.Algolia)).Id);
        var other = await CreateAsync(SecretFormat.Algolia);
        var sealer = Console.Get<SigningStateProtector>();

        Assert.NotNull(sealer.Open(stored, _acme));
        Assert.Null(sealer.Open(new() { KeyId = other.Id, PepperId = stored.PepperId, Sealed = stored.Sealed }, _acme));
        Assert.Null(sealer.Open(stored, await Console.CreateOrganizationAsync("globex")));
        Assert.Null(sealer.Open(new() { KeyId = stored.KeyId, PepperId = stored.PepperId + 1, Sealed = stored.Sealed }, _acme));
        Assert.Null(sealer.Open(new() { KeyId = stored.KeyId, PepperId = stored.PepperId, Sealed = stored.Sealed[1..] }, _acme));
        Assert.All(Enumerable.Range(0, SigningStateProtector.Size), place => Assert.Null(sealer.Open(Changed(stored, place), _acme)));
    }

    [Fact]
    public async Task Is_kept_no_longer_where_secured_keys_do_not_verify()
    {
        var off = new SecuredKeyOptions(AreVerified: false);
        var services = Console.Get<IServiceProvider>();
        var key = await CreateAsync(SecretFormat.Algolia);

        var securedKeys = ActivatorUtilities.CreateInstance<SecuredKeyFinder>(services, off, new KeyChangeNotifier());
        await securedKeys.LoadAsync(default);

        Assert.Empty(await AllAsync());
        Assert.Null(securedKeys.Find(_acme, key.Secret.Reveal().Derive("")));
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var stored = await db.ApiKeys.SingleAsync(row => row.Id == key.Id);
        Assert.Null(ActivatorUtilities.CreateInstance<SigningStateProtector>(services, off).Seal(stored, key.Secret));
    }

    private static SecuredKeyParent Changed(SecuredKeyParent stored, int place)
    {
        byte[] changed = [.. stored.Sealed];
        changed[place] ^= 1;
        return new() { KeyId = stored.KeyId, PepperId = stored.PepperId, Sealed = changed };
    }

    private static byte[] Sign(HmacState state)
    {
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        state.Sign("text"u8, signature);
        return signature;
    }

    private async Task<CreatedKey> CreateAsync(SecretFormat format, KeyKind kind = KeyKind.Service)
    {
        var settings = A.Settings(scopes: kind is KeyKind.Management ? ManagementScopes.VerifyKeys : "search");
        return (await Console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(_acme, settings, kind) { Format = format }, default)).Value;
    }

    private async Task<SecuredKeyParent> ReadAsync(Id<ApiKey> key) => Assert.Single(await AllAsync(), derivation => derivation.KeyId == key);

    private async Task<List<SecuredKeyParent>> AllAsync()
    {
        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        return await db.KeyDerivations.ToListAsync();
    }
}
