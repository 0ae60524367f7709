using AdminConsole.Core.Keys;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Revoking;

public sealed class RevokeKeyReasonTests : DialogTest
{
    private KeyTarget _key = null!;

    private Task<bool> _closed = null!;

    [Fact]
    public async Task Says_all_faults_at_once()
    {
        await SignInAsync(Acme);
        await OpenAsync(lastUsedAt: A.Monday.AddHours(-1));

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Equal(["Choose why the key is revoked."], FaultsOf("reason")));
        Assert.Single(FaultsOf("confirm"));
        Assert.Null((await Console.DetailsAsync(_key)).Revocation);
    }

    [Fact]
    public async Task A_mistyped_name_revokes_nothing_though_the_reason_is_given()
    {
        await SignInAsync(Acme);
        await OpenAsync(lastUsedAt: A.Monday.AddHours(-1));
        await ChooseAsync("reason", "Leaked");
        await TypeAsync("confirm", "ci-deplox");

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Single(FaultsOf("confirm")));
        Assert.Null((await Console.DetailsAsync(_key)).Revocation);
    }

    [Fact]
    public async Task Needs_a_reason()
    {
        await SignInAsync(Acme);
        await OpenAsync();

        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.Equal(["Choose why the key is revoked."], FaultsOf("reason")));
        Assert.Null((await Console.DetailsAsync(_key)).Revocation);
    }

    [Fact]
    public async Task Needs_a_comment_for_another_reason()
    {
        await SignInAsync(Acme);
        await OpenAsync();

        await ChooseAsync("reason", "Other");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.StartsWith("Enter some text here", Assert.Single(FaultsOf("comment")), StringComparison.Ordinal));
        Assert.Empty(FaultsOf("reason"));
    }

    [Fact]
    public async Task A_key_in_use_asks_for_its_name()
    {
        await SignInAsync(Acme);
        await OpenAsync(lastUsedAt: A.Monday.AddHours(-23));
        await ChooseAsync("reason", "Unused");

        await TypeAsync("confirm", "ci");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.Single(FaultsOf("confirm")));
        Assert.Null((await Console.DetailsAsync(_key)).Revocation);

        await TypeAsync("confirm", "ci-deploy");
        await SubmitAsync();
        Assert.True(await _closed);
    }

    [Fact]
    public async Task A_key_at_rest_does_not()
    {
        await SignInAsync(Acme);

        await OpenAsync(lastUsedAt: A.Monday.AddHours(-25));

        Assert.Empty(Page.FindAll("[name=confirm]"));
    }

    private async Task OpenAsync(string? owner = null, DateTimeOffset? lastUsedAt = null)
    {
        var ownerId = owner is null ? default(Id<Owner>?) : await Console.AddOwnerAsync(Acme, owner);
        _key = await Console.AddKeyAsync(Acme, A.Settings() with { OwnerId = ownerId });
        await Console.ChangeAsync(
            db => db.Entry(db.ApiKeys.Single(key => key.Id == _key.KeyId).LastUse!).Property(use => use.At).CurrentValue = lastUsedAt);
        _closed = await OpenAsync(dialogs => dialogs.RevokeAsync(_key, "ci-deploy"));
    }
}
