using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;
using AdminConsole.Tests.Fixtures;
using Bunit;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Features.LookUp;

/// <summary>The look-up, with a key to find.</summary>
public abstract class LookUpTest : RoutedTest
{
    protected Id<Organization> Acme { get; private set; }

    protected IReadOnlyList<string> Found => Page.Texts(".ac-found th[scope=row] bdi");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Acme = await Console.CreateOrganizationAsync();
    }

    protected async Task<KeySecret> CreateAsync(KeySettings settings) =>
        (await Console.Get<CreateKeyHandler>().CreateAsync(A.Admin(Acme), new(Acme, settings), CancellationToken.None)).Value.Secret;

    protected Task FindAsync(string text)
    {
        JSInterop.SetupModule("./js/paste.js").Setup<IJSStreamReference>("take", _ => true).SetResult(new PastedText(text));
        return Page.Find("form.ac-form").SubmitAsync();
    }
}
