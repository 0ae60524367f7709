using AdminConsole.Core.Keys;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Rotating;

public sealed class RotateKeyDialogTests : DialogTest
{
    private KeyTarget _key = null!;

    [Fact]
    public async Task A_rotated_key_ends_after_the_overlap_that_was_chosen()
    {
        await OpenAsync(A.Settings());

        await ClickAsync("7 days");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll("[data-secret]")));

        var old = await Console.DetailsAsync(_key);
        Assert.Equal(A.Monday.AddDays(7), old.Settings.ExpiresAt);
        Assert.Equal(old.Settings.Scopes, (await Console.DetailsAsync(_key with { KeyId = old.ReplacedBy!.Value })).Settings.Scopes);
    }

    [Fact]
    public async Task An_old_secret_never_outlives_its_own_end()
    {
        await OpenAsync(A.Settings() with { ExpiresAt = A.Monday.AddHours(5) });

        await ClickAsync("30 days");

        Assert.Contains("14:00", Page.Find(".ac-dialog-body .ac-note[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("721")]
    public async Task An_overlap_that_is_none_is_refused_beside_its_field(string hours)
    {
        await OpenAsync(A.Settings());

        await TypeAsync("overlapHours", hours);
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.NotEmpty(FaultsOf("overlapHours")));
        Assert.Null((await Console.DetailsAsync(_key)).ReplacedBy);
    }

    private async Task OpenAsync(KeySettings settings)
    {
        _key = await Console.AddKeyAsync(Acme, settings);
        await SignInAsync(Acme, OperatorRole.Admin);
        _ = await OpenAsync(async dialogs => await dialogs.RotateAsync(_key, "ci-deploy") is not null);
    }
}
