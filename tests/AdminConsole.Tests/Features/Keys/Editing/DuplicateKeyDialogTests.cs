using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Listing;
using AdminConsole.Core.Operators;
using AdminConsole.Tests.Fixtures;
using Bunit;

namespace AdminConsole.Tests.Features.Keys.Editing;

public sealed class DuplicateKeyDialogTests : DialogTest
{
    [Fact]
    public async Task A_duplicate_begins_with_the_settings_of_the_other_and_may_differ()
    {
        await OpenAsync(A.Settings("billing", "vm:read", "vm:edit") with { AllowedCidrs = ["10.1.0.0/16"] });
        Assert.Equal("billing copy", Field("name").GetAttribute("value"));

        await TypeAsync("name", "billing-eu");
        await SubmitAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll("[data-secret]")));

        var keys = (await Console.Get<KeyQueries>().ListDetailsAsync(A.Viewer(Acme), new(Acme), CancellationToken.None)).Value.Keys;
        var made = keys.Single(key => key.Settings.Name == "billing-eu");
        Assert.Equal(["vm:edit", "vm:read"], made.Settings.Scopes.Order());
        Assert.Equal(["10.1.0.0/16"], made.Settings.AllowedCidrs);
    }

    [Fact]
    public async Task An_end_that_has_passed_is_not_taken_over()
    {
        await OpenAsync(A.Settings() with { ExpiresAt = A.Monday.AddHours(1) }, later: TimeSpan.FromHours(2));

        Assert.NotEqual("", Field("expiresAt").GetAttribute("value") ?? "");
        await SubmitAsync();

        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll("[data-secret]")));
    }

    private async Task OpenAsync(KeySettings settings, TimeSpan later = default)
    {
        var key = await Console.AddKeyAsync(Acme, settings);
        Clock.Now += later;
        await SignInAsync(Acme, OperatorRole.Admin);
        _ = await OpenAsync(async dialogs => await dialogs.DuplicateAsync(key) is not null);
    }
}
