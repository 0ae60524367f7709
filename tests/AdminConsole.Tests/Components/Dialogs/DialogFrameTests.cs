using AdminConsole.Web.Components.Dialogs;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminConsole.Tests.Components.Dialogs;

public sealed class DialogFrameTests : PageTest
{
    private bool _fails = true;

    [Fact]
    public async Task A_dialog_whose_content_fails_says_so_and_shows_it_when_tried_again()
    {
        var page = Render<MudDialogProvider>();
        var closed = Open(page);

        Assert.Contains("could not be shown", page.Find(".mud-dialog .ac-notice-danger").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Fragile.Fault, page.Markup, StringComparison.Ordinal);
        _fails = false;
        await page.ClickAsync("Try again");

        Assert.Equal(Fragile.Text, page.Find(".ac-dialog-body p").TextContent);
        Assert.False(closed.IsCompleted);
    }

    [Fact]
    public async Task A_dialog_whose_content_failed_can_be_closed()
    {
        var page = Render<MudDialogProvider>();
        var closed = Open(page);

        await page.ClickAsync("Close");

        Assert.Null(await closed);
        Assert.Empty(page.FindAll(".mud-dialog"));
    }

    private Task<object?> Open(IRenderedComponent<MudDialogProvider> page) => page.InvokeAsync(() =>
        Services.GetRequiredService<ConsoleDialogs>().OpenAsync<Fragile>(
            "Fragile", new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Fragile.Fails)] = () => _fails }));

    private sealed class Fragile : ComponentBase
    {
        public const string Fault = "a fault of the content";
        public const string Text = "the content";

        [Parameter] public required Func<bool> Fails { get; set; }

        protected override void OnInitialized()
        {
            if (Fails())
            {
                throw new InvalidOperationException(Fault);
            }
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<DialogLayout>(0);
            builder.AddComponentParameter(1, nameof(DialogLayout.Body), (RenderFragment)(body => body.AddMarkupContent(0, $"<p>{Text}</p>")));
            builder.CloseComponent();
        }
    }
}
