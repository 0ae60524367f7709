using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.LookUp;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Tests.LookUp;

public sealed class KeyLookUpTests : CoreTest
{
    [Fact]
    public async Task Finds_the_keys_of_every_secret_in_a_mixed_text()
    {
        var organization = await Console.CreateOrganizationAsync();
        var (first, second) = (await CreateAsync(organization, "first"), await CreateAsync(organization, "second"));
        await CreateAsync(organization, "not pasted");
        var text = $$"""
            2026-03-02 09:00:00 GET /v1/orders Authorization="Bearer {{first.Secret.Reveal()}}" 401
            {"token": "{{second.Secret.Reveal()}}", "again": "{{first.Secret.Reveal()}}"}
            """;

        var found = await FindAsync(A.Admin(organization), text);

        Assert.Equal(["first", "second"], found.Value.Keys.Select(key => key.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, found.Value.SecretsSeen);
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("nirvana")]
    [InlineData("algolia")]
    [InlineData("stack_sk_user")]
    public async Task Finds_the_key_of_a_secret_in_a_vendors_format(string format)
    {
        var organization = await Console.CreateOrganizationAsync();
        var command = new CreateKey(organization, A.Settings()) { Format = SecretFormat.Named(format) };
        var key = (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(organization), command, CancellationToken.None)).Value;

        var found = await FindAsync(A.Admin(organization), $" {key.Secret.Reveal()}\n");

        Assert.Equal(key.Id, Assert.Single(found.Value.Keys).Id);
    }

    [Theory]
    [InlineData("""{"msg":"line\n{0}"}""")]
    [InlineData("Bearer%20{0}")]
    [InlineData("\"\\u0022{0}")]
    [InlineData("ALGOLIA_ADMIN_KEY={0}")]
    [InlineData("export KEY='{0}' # of the indexer, trace 4bf92f3577b34da6a3ce929d0e0e4736")]
    public async Task A_live_key_is_not_called_foreign_where_its_secret_is_glued_to_other_text(string form)
    {
        var organization = await Console.CreateOrganizationAsync();
        foreach (var format in PastedSecrets.Formats.Where(format => format is not ("akc_mgmt" or "secured")))
        {
            var command = new CreateKey(organization, A.Settings()) { Format = SecretFormat.Named(format) };
            var key = (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(organization), command, CancellationToken.None)).Value;

            var found = await FindAsync(A.Admin(organization), form.Replace("{0}", key.Secret.Reveal(), StringComparison.Ordinal));

            Assert.Equal(key.Id, Assert.Single(found.Value.Keys).Id);
        }
    }

    [Theory]
    [InlineData("hello-world")]
    [InlineData("https://example.com/?q=a-text-without-any-secret-in-it")]
    public async Task A_word_without_the_form_of_a_secret_is_not_counted_as_seen(string word)
    {
        var organization = await Console.CreateOrganizationAsync();

        Assert.Equal("text.no_secret", Assert.Single((await FindAsync(A.Admin(organization), word)).Failures).Code);
    }

    [Fact]
    public async Task Says_so_when_a_text_holds_neither_a_secret_nor_a_hint()
    {
        var organization = await Console.CreateOrganizationAsync();

        var found = await FindAsync(A.Admin(organization), "nothing to see here");

        Assert.Equal(("text.no_secret", KeyLookUp.TextField), (Assert.Single(found.Failures).Code, found.Failures[0].Field));
    }

    [Fact]
    public async Task Names_a_typing_error_instead_of_searching_for_its_end()
    {
        var organization = await Console.CreateOrganizationAsync();
        var secret = (await CreateAsync(organization, "mistyped")).Secret.Reveal();
        var mistyped = $"{secret[..20]}{(secret[20] == 'x' ? 'y' : 'x')}{secret[21..]}";

        var found = await FindAsync(A.Admin(organization), mistyped);

        Assert.Equal("text.no_secret", Assert.Single(found.Failures).Code);
    }

    [Fact]
    public async Task Finds_one_key_among_thousands_of_secrets()
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(organization, "the one");
        var others = Enumerable.Range(1, 2999).Select(_ => KeySecret.Generate(SecretEnvironment.Live).Reveal());

        var found = await FindAsync(A.Admin(organization), string.Join('\n', [.. others, key.Secret.Reveal()]));

        Assert.Equal(key.Id, Assert.Single(found.Value.Keys).Id);
        Assert.Equal(3000, found.Value.SecretsSeen);
    }

    [Fact]
    public async Task Support_finds_keys_of_every_organization_and_others_only_their_own()
    {
        var (acme, globex) = (await Console.CreateOrganizationAsync("acme"), await Console.CreateOrganizationAsync("globex"));
        var text = (await CreateAsync(acme, "of acme")).Secret.Reveal() + " " + (await CreateAsync(globex, "of globex")).Secret.Reveal();

        var bySupport = await FindAsync(A.Support(), text);
        var byAdmin = await FindAsync(A.Admin(acme), text);
        var byViewer = await FindAsync(A.Viewer(acme), text);

        Assert.Equal(2, bySupport.Value.Keys.Count);
        Assert.Equal("of acme", Assert.Single(byAdmin.Value.Keys).Name);
        Assert.Equal(KeyFailures.MayNotFind, Assert.Single(byViewer.Failures));
    }

    [Fact]
    public async Task Each_look_up_is_audited_without_what_was_pasted()
    {
        var organization = await Console.CreateOrganizationAsync();
        var key = await CreateAsync(organization, "found");

        await FindAsync(A.Support(), key.Secret.Reveal());

        await using var db = Console.Get<ConsoleStore>().CreateDbContext();
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Action == AuditActions.KeysLookedUp);
        Assert.Contains(key.Id.ToString(), entry.Details, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Secret.Reveal(), entry.Details, StringComparison.Ordinal);
    }

    private async Task<CreatedKey> CreateAsync(Id<Organization> organization, string name) => (await Console.Get<CreateKeyHandler>().CreateAsync(
        A.Admin(organization), new(organization, A.Settings(name)), CancellationToken.None)).Value;

    private Task<Result<LookUpResult>> FindAsync(Actor actor, string text) => Console.Get<KeyLookUp>().FindAsync(actor, text, CancellationToken.None);
}
