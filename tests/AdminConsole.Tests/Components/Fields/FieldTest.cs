using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminConsole.Tests.Components.Fields;

/// <summary>Renders one field of the kit, and finds its parts as a screen reader does: by the ids that the input names.</summary>
public abstract class FieldTest : BunitContext
{
    private readonly Lazy<IRenderedComponent<MudPopoverProvider>> _popovers;

    protected FieldTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new TestClock(A.Monday));
        Services.AddConsoleKit();
        _popovers = new(() => Render<MudPopoverProvider>());
    }

    protected IRenderedComponent<MudPopoverProvider> Popovers => _popovers.Value;

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
