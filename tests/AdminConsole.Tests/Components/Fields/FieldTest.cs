using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Shell;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminConsole.Tests.Components.Fields;

/// <summary>Renders one field of the kit, and finds its parts as a screen reader does: by the ids that the input names.</summary>
public abstract class FieldTest : BunitContext, IAsyncLifetime
{
    protected FieldTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock(A.Monday));
        Services.AddConsoleKit();
    }

    protected IRenderedComponent<MudPopoverProvider> Popovers { get; private set; } = null!;

    // A list opens in the provider that was there first.
    public ValueTask InitializeAsync()
    {
        Popovers = Render<MudPopoverProvider>();
        return ValueTask.CompletedTask;
    }

    protected static IElement Input<T>(IRenderedComponent<T> field)
        where T : IComponent => field.Find("[name=it]");

    protected static string? LabelOf<T>(IRenderedComponent<T> field)
        where T : IComponent => field.Find($"label[for='{Input(field).Id}']").TextContent.Trim();

    /// <summary>What is read out after the name of the input.</summary>
    protected static IEnumerable<string> DescriptionsOf<T>(IRenderedComponent<T> field)
        where T : IComponent => (Input(field).GetAttribute("aria-describedby") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => field.Find($"#{id}").TextContent.Trim());
}
