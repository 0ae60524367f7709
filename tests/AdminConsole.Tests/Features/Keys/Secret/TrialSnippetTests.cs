using AdminConsole.Core.Keys;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Features.Keys.Secret;

namespace AdminConsole.Tests.Features.Keys.Secret;

public sealed class TrialSnippetTests
{
    private static readonly Uri Console = new("http://keys.example:8080/console/");

    [Fact]
    public void Verifies_a_key_of_any_network_without_an_address()
    {
        var snippet = TrialSnippet.Of(Key(KeyKind.Service, network: null), Console, "••••");

        Assert.Equal(
            """
            curl -sS http://keys.example:8080/console/api/v1/keys/verify \
              -H "Authorization: Bearer $MANAGEMENT_KEY" \
              -H 'Content-Type: application/json' \
              -d '{"secret": "••••"}'
            """,
            snippet.Curl);
    }

    [Fact]
    public void Names_an_address_of_the_network_that_may_use_the_key() => Assert.Contains(
        """{"secret": "••••", "clientIp": "10.1.0.0"}""",
        TrialSnippet.Of(Key(KeyKind.Service, "10.1.0.0/16"), Console, "••••").Curl,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("http://keys.example/", true)]
    [InlineData("https://keys.example/", false)]
    [InlineData("http://localhost:5080/", false)]
    public void The_service_allows_plain_HTTP_only_where_the_console_is_reached_by_it(string console, bool allows)
    {
        var snippet = TrialSnippet.Of(Key(KeyKind.Service, network: null), new(console), "••••");

        Assert.Equal(allows, snippet.Net.Contains("options.RequireHttps = false;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_management_key_is_presented_itself()
    {
        var snippet = TrialSnippet.Of(Key(KeyKind.Management, network: null), Console, "••••");

        Assert.Contains("-H 'Authorization: Bearer ••••'", snippet.Curl, StringComparison.Ordinal);
        Assert.Contains("new(\"Bearer\", \"••••\")", snippet.Net, StringComparison.Ordinal);
    }

    private static RevealedKey Key(KeyKind kind, string? network) => new(
        new(Id<Organization>.New(A.Monday), Id<ApiKey>.New(A.Monday)),
        "ci-deploy",
        kind,
        network,
        new(SecretFormat.Native(SecretEnvironment.Live).Generate(Guid.Empty)));
}
