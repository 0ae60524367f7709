using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Owners.UseCases;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Vendors;

namespace AdminConsole.Tests.Text;

/// <summary>Lengths count characters as people do: 128 emoji are a text of 128, wherever it stands.</summary>
public sealed class PlainTextLengthTests : CoreTest
{
    private const string OneTooMany = "text.length";

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Emoji_count_as_one_character_each(int count, bool isTaken)
    {
        var result = PlainText.Check(Emoji(count), "field", 1, 128);

        Assert.Equal(isTaken, result.Succeeded);
        Assert.Equal(isTaken ? [] : ["Shorten this to 128 characters; it has 129."], result.Failures.Select(failure => failure.Message));
    }

    [Fact]
    public async Task Every_text_of_a_key_takes_as_many_emoji_as_characters_and_not_one_more()
    {
        var organization = await Console.CreateOrganizationAsync();

        var taken = await CreateAsync(organization, more: 0);
        var refused = await CreateAsync(organization, more: 1);

        Assert.True(taken.Succeeded);
        Assert.Equal(
            ["description", "name", "queryParameters", "referrers/0", "resources/0", "scopes/0", "tags/0"],
            refused.Failures.Select(failure => failure.Field!).Order(StringComparer.Ordinal));
        Assert.All(refused.Failures, failure => Assert.Equal(OneTooMany, failure.Code));
    }

    [Fact]
    public async Task Owners_searches_verifications_and_passwords_count_alike()
    {
        var organization = await Console.CreateOrganizationAsync();
        var owner = new OwnerSettings(OwnerKind.User, Emoji(Owner.ExternalIdMaxLength), Emoji(Owner.NameMaxLength));

        var added = await Console.Get<OwnerEditor>().CreateAsync(A.Admin(organization), new(organization, owner), CancellationToken.None);
        var search = new KeyQuery(organization) { Search = Emoji(KeyQuery.SearchMaxLength), Name = Emoji(KeyQuery.SearchMaxLength) };
        var found = await Console.Get<KeyQueries>().ListAsync(A.Admin(organization), search, CancellationToken.None);
        var question = new VerifyKey("nothing") { Resource = Emoji(VerificationService.MaxTextLength) };
        var verified = Console.Get<VerificationService>().Verify(A.Admin(organization), organization, question);

        Assert.True(added.Succeeded);
        Assert.True(found.Succeeded);
        Assert.True(verified.Succeeded);
        var password = string.Concat(Enumerable.Range(0, 128).Select(i => char.ConvertFromUtf32(0x1F600 + i % 60)));
        Assert.Empty(PasswordRules.Check(password, "password", "ada@example.com"));
        Assert.Equal("password.short", Assert.Single(PasswordRules.Check(Emoji(14), "password", "ada@example.com")).Code);
    }

    [Fact]
    public void A_name_made_of_a_longer_line_ends_between_characters()
    {
        Assert.Equal(Emoji(ApiKey.NameMaxLength), VendorNames.Of(Emoji(ApiKey.NameMaxLength), "key"));
        Assert.Equal(Emoji(ApiKey.NameMaxLength), VendorNames.Of(Emoji(ApiKey.NameMaxLength + 9), "key"));
    }

    private async Task<Result<CreatedKey>> CreateAsync(Id<Core.Organizations.Organization> organization, int more)
    {
        var settings = A.Settings() with
        {
            Name = Emoji(ApiKey.NameMaxLength + more),
            Description = Emoji(ApiKey.DescriptionMaxLength + more),
            Scopes = [Emoji(ScopeText.MaxLength + more)],
            Tags = [Emoji(ApiKey.TagMaxLength + more)],
            Resources = [Emoji(WildcardPattern.MaxLength + more)],
            Referrers = [Emoji(WildcardPattern.MaxLength + more)],
            Limits = KeyLimits.None with { QueryParameters = Emoji(KeyLimits.QueryParametersMaxLength + more) },
        };
        return await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(organization), new(organization, settings), CancellationToken.None);
    }

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("\U0001F511", count));
}
