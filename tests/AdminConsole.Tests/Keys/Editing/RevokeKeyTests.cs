using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys.Editing;

public sealed class RevokeKeyTests : CoreTest
{
    private Id<Organization> _acme;
    private KeyTarget _key = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _acme = await Console.CreateOrganizationAsync();
        _key = await Console.AddKeyAsync(_acme);
    }

    [Fact]
    public async Task Says_when_by_whom_and_why()
    {
        Assert.Equal(2, (await RevokeAsync(A.Support(), RevocationReason.Leaked, " seen in a log ")).Value);

        var revoked = await Console.DetailsAsync(_key);
        Assert.Equal(KeyStatus.Revoked, revoked.Status);
        Assert.Equal((A.Monday, "Sue", RevocationReason.Leaked, "seen in a log"), Told(revoked.Revocation!));
    }

    [Fact]
    public async Task Asks_for_no_comment_where_a_vendor_asks_for_none()
    {
        var unexplained = new RevokeKey(_key, RevocationReason.Other) { Exemptions = new() { UnexplainedRevocation = true } };

        Assert.True((await Console.Get<RevokeKeyHandler>().RevokeAsync(A.Admin(_acme), unexplained, CancellationToken.None)).Succeeded);

        Assert.Equal((A.Monday, "Ada", RevocationReason.Other, null), Told((await Console.DetailsAsync(_key)).Revocation!));
    }

    public static TheoryData<string, RevocationReason?, string?, string, string> Refused => new()
    {
        { "no reason", null, null, KeyFields.RevocationReason, "reason.missing" },
        { "a number that stands for no reason", (RevocationReason)99, null, KeyFields.RevocationReason, "reason.unknown" },
        { "another reason without a comment", RevocationReason.Other, null, KeyFields.RevocationComment, "text.length" },
        { "another reason with a comment of spaces", RevocationReason.Other, " ", KeyFields.RevocationComment, "text.length" },
        {
            "a comment one too long",
            RevocationReason.Leaked,
            new('x', ApiKey.RevocationCommentMaxLength + 1),
            KeyFields.RevocationComment,
            "text.length"
        },
        { "a comment that turns its letters round", RevocationReason.Leaked, "a\u202eb", KeyFields.RevocationComment, "text.characters" },
        { "a comment that nobody sees", RevocationReason.Leaked, "\u2800", KeyFields.RevocationComment, "text.invisible" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public Task Names_the_field_at_fault_and_changes_nothing(string what, RevocationReason? reason, string? comment, string field, string code)
    {
        Assert.NotEqual("", what);
        return AssertRefusedAsync(() => RevokeAsync(A.Admin(_acme), reason, comment), (field, code));
    }

    [Fact]
    public Task Names_every_fault_at_once() => AssertRefusedAsync(
        () => RevokeAsync(A.Admin(_acme), null, "\u2800"),
        (KeyFields.RevocationReason, "reason.missing"),
        (KeyFields.RevocationComment, "text.invisible"));

    [Fact]
    public Task Knows_no_key_that_is_not_there() => AssertRefusedAsync(
        () => Console.Get<RevokeKeyHandler>().RevokeAsync(
            A.Admin(_acme), new(_key with { KeyId = Id<ApiKey>.New(A.Monday) }, RevocationReason.Leaked), CancellationToken.None),
        (null, KeyFailures.NotFound.Code));

    [Fact]
    public async Task Refuses_who_may_not_and_changes_nothing()
    {
        var other = await Console.CreateOrganizationAsync("other");
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(KeyFailures.MayNotRevoke, (await RevokeAsync(A.Viewer(_acme), RevocationReason.Leaked)).Failures[0]);
        Assert.Equal(KeyFailures.OrganizationNotFound, (await RevokeAsync(A.Admin(other), RevocationReason.Leaked)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task A_revoked_key_never_changes_again()
    {
        await RevokeAsync(A.Admin(_acme), RevocationReason.Rotated);
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        Assert.Equal(2, (await RevokeAsync(A.Admin(_acme), RevocationReason.Leaked)).Value);
        Assert.Equal(KeyFailures.Revoked, (await EditAsync(new() { Name = "x" })).Failures[0]);
        Assert.Equal(
            KeyFailures.Revoked,
            (await Console.Get<SwitchKeyHandler>().DisableAsync(A.Admin(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(
            KeyFailures.Revoked,
            (await Console.Get<SwitchKeyHandler>().EnableAsync(A.Admin(_acme), _key, CancellationToken.None)).Failures[0]);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }

    [Fact]
    public async Task Wins_over_an_edit_that_was_begun_before()
    {
        await EditAsync(new() { Name = "renamed" });

        Assert.Equal(3, (await RevokeAsync(A.Admin(_acme), RevocationReason.Leaked)).Value);
    }

    private static (DateTimeOffset At, string By, RevocationReason Reason, string? Comment) Told(Revocation revocation) =>
        (revocation.At, revocation.By.Name, revocation.Reason, revocation.Comment);

    private Task<Result<int>> RevokeAsync(Actor actor, RevocationReason? reason, string? comment = null) =>
        Console.Get<RevokeKeyHandler>().RevokeAsync(actor, new(_key, reason, comment), CancellationToken.None);

    private Task<Result<int>> EditAsync(KeyPatch patch) =>
        Console.Get<EditKeyHandler>().EditAsync(A.Admin(_acme), new(_key, 1, patch), CancellationToken.None);
}
