using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class RotateKeyTests : CoreTest
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private Id<Organization> _acme;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
    }

    [Fact]
    public async Task The_successor_has_the_same_settings_and_each_names_the_other()
    {
        var old = await Console.AddKeyAsync(
            _acme, A.Settings() with { AllowedCidrs = ["10.0.0.0/8"], Tags = ["ci"], ExpiresAt = A.Monday.AddDays(90) });

        var rotated = await RotateAsync(old);

        var (before, after) = (await Console.DetailsAsync(old), await Console.DetailsAsync(new(_acme, rotated.Value.Id)));
        Assert.Empty(KeyDiff.Between(before.Settings with { ExpiresAt = A.Monday.AddDays(90) }, after.Settings));
        Assert.Equal((after.Id, before.Id), (before.ReplacedBy, after.Replaces));
        Assert.Equal((2, 1), (before.Version, after.Version));
    }

    [Fact]
    public async Task Each_of_the_two_shows_the_name_and_status_of_the_other_as_long_as_it_is_there()
    {
        var old = await Console.AddKeyAsync(_acme, A.Settings("ci-deploy"));
        var rotated = new KeyTarget(_acme, (await RotateAsync(old)).Value.Id);

        await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), new(old, RevocationReason.Rotated), CancellationToken.None);
        var (before, after) = (await Console.DetailsAsync(old), await Console.DetailsAsync(rotated));
        await Console.Get<DeleteKeyHandler>().DeleteAsync(A.Admin(_acme), old, CancellationToken.None);

        Assert.Equal((null, new KeyReference(rotated.KeyId, after.Settings.Name, KeyStatus.Active)), (before.Predecessor, before.Successor));
        Assert.Equal((new KeyReference(old.KeyId, "ci-deploy", KeyStatus.Revoked), null), (after.Predecessor, after.Successor));
        Assert.Null((await Console.DetailsAsync(rotated)).Predecessor);
    }

    [Fact]
    public async Task The_successor_of_a_vendors_key_has_its_format_and_as_few_scopes()
    {
        var command = new CreateKey(_acme, A.Settings() with { Scopes = [] })
        {
            Format = SecretFormat.StackUser,
            Exemptions = new() { NoScopes = true },
        };
        var old = (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), command, CancellationToken.None)).Value;

        var successor = await RotateAsync(new(_acme, old.Id));

        Assert.Equal("stack_sk_user", successor.Value.Secret.Format);
        Assert.Contains($"{successor.Value.Id.Value:n}", successor.Value.Secret.Reveal(), StringComparison.Ordinal);
        Assert.Empty((await Console.DetailsAsync(new(_acme, successor.Value.Id))).Settings.Scopes);
    }

    [Fact]
    public async Task Both_are_valid_during_the_overlap_and_only_the_successor_after_it()
    {
        var old = await CreateAsync(A.Settings());

        var successor = await RotateAsync(new(_acme, old.Id));

        Assert.Equal((DecisionCode.Valid, DecisionCode.Valid), (Verify(old.Secret), Verify(successor.Value.Secret)));
        Clock.Now += Hour;
        Assert.Equal((DecisionCode.Expired, DecisionCode.Valid), (Verify(old.Secret), Verify(successor.Value.Secret)));
    }

    [Fact]
    public async Task Without_overlap_the_old_key_ends_at_once()
    {
        var old = await CreateAsync(A.Settings());

        var successor = await RotateAsync(new(_acme, old.Id), TimeSpan.Zero);

        Assert.Equal((DecisionCode.Expired, DecisionCode.Valid), (Verify(old.Secret), Verify(successor.Value.Secret)));
    }

    [Fact]
    public async Task The_old_keys_expiry_is_never_extended()
    {
        var soon = A.Monday.AddMinutes(5);
        var old = await Console.AddKeyAsync(_acme, A.Settings() with { ExpiresAt = soon });

        var rotated = await RotateAsync(old, expiresAt: new(A.Monday.AddDays(90)));

        Assert.Equal(soon, (await Console.DetailsAsync(old)).Settings.ExpiresAt);
        Assert.Equal(A.Monday.AddDays(90), (await Console.DetailsAsync(new(_acme, rotated.Value.Id))).Settings.ExpiresAt);
    }

    [Theory]
    [InlineData(KeyKind.Service, SecretEnvironment.Test, "akc_test_")]
    [InlineData(KeyKind.Management, SecretEnvironment.Live, "akc_mgmt_")]
    public async Task The_new_secret_is_of_the_old_ones_sort(KeyKind kind, SecretEnvironment environment, string prefix)
    {
        var old = await Console.Get<CreateKeyHandler>().CreateAsync(
            A.Admin(_acme), new(_acme, A.Settings(scopes: ManagementScopes.ReadKeys), kind, environment), CancellationToken.None);

        var rotated = await RotateAsync(new(_acme, old.Value.Id));

        Assert.StartsWith(prefix, rotated.Value.Secret.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_a_version_and_an_audit_entry_for_both()
    {
        var old = await Console.AddKeyAsync(_acme);

        var rotated = await RotateAsync(old);

        var history = await Console.Get<KeyQueries>().HistoryAsync(A.Admin(_acme), old, 1, CancellationToken.None);
        var handedOver = Assert.Single(history.Value[0].Changes, change => change.Field == KeyFields.ReplacedBy);
        Assert.Equal([rotated.Value.Id.ToString()], handedOver.After);
        var rows = await DatabaseContents.ReadAsync(Database.Directory);
        Assert.Equal(3, rows.Count(row => row.StartsWith("PolicyVersions:", StringComparison.Ordinal)));
        Assert.Single(
            rows,
            row => row.StartsWith("AuditEntries:", StringComparison.Ordinal) && row.Contains("key.rotated", StringComparison.Ordinal));
    }

    private Task<Result<CreatedKey>> RotateAsync(
        KeyTarget target, TimeSpan? overlap = null, Optional<DateTimeOffset?> expiresAt = default, Actor? actor = null) =>
        Console.Get<RotateKeyHandler>().RotateAsync(actor ?? A.Admin(_acme), new(target, overlap ?? Hour, expiresAt), CancellationToken.None);

    private async Task<CreatedKey> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(_acme), new(_acme, settings), CancellationToken.None)).Value;

    private DecisionCode Verify(KeySecret secret) =>
        Console.Get<VerificationService>().Verify(Actor.System, _acme, new(secret.Reveal())).Value.Decision.Code;
}
