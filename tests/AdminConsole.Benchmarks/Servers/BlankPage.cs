using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AdminConsole.Benchmarks.Servers;

// Public: routes are looked for among the exported types alone.
[Route("/")]
public sealed class BlankPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<!DOCTYPE html><title>Blank</title>");
}
