using AdminConsole.Core.Access;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Secrets;
using AdminConsole.Core.Text;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>Makes keys of Acme's without a browser, for tests that are about what comes after.</summary>
internal static class AcmeKeys
{
    public static async Task<CreatedKey> CreateAsync(
        this RunningConsole console, string name, KeyKind kind = KeyKind.Service, params IReadOnlyList<string> scopes)
    {
        var settings = new KeySettings { Name = name, Scopes = scopes.Count > 0 ? scopes : ["vm:read"] };
        return await console.CreateAsync(new CreateKey(await console.AcmeAsync(), settings, kind));
    }

    public static async Task<CreatedKey> CreateAsync(this RunningConsole console, KeySettings settings) =>
        await console.CreateAsync(new CreateKey(await console.AcmeAsync(), settings));

    /// <summary>A key whose secret has a vendor's format.</summary>
    public static async Task<CreatedKey> CreateAsync(this RunningConsole console, string name, SecretFormat format)
    {
        var settings = new KeySettings { Name = name, Scopes = ["vm:read"] };
        return await console.CreateAsync(new CreateKey(await console.AcmeAsync(), settings) { Format = format });
    }

    /// <summary>Makes the key's second version.</summary>
    public static async Task RenameAsync(this RunningConsole console, CreatedKey key, string name)
    {
        var command = new EditKey(new(await console.AcmeAsync(), key.Id), key.Version, new KeyPatch { Name = name });
        var edited = await console.Get<EditKeyHandler>().EditAsync(Actor.System, command, CancellationToken.None);
        Assert.True(edited.Succeeded);
    }

    /// <summary>Makes the key's successor.</summary>
    public static async Task<CreatedKey> RotateAsync(this RunningConsole console, CreatedKey key)
    {
        var command = new RotateKey(new(await console.AcmeAsync(), key.Id), RotateKey.DefaultOverlap);
        return (await console.Get<RotateKeyHandler>().RotateAsync(Actor.System, command, CancellationToken.None)).Value;
    }

    private static async Task<CreatedKey> CreateAsync(this RunningConsole console, CreateKey command) =>
        (await console.Get<CreateKeyHandler>().CreateAsync(Actor.System, command, CancellationToken.None)).Value;

    private static async Task<Id<Organization>> AcmeAsync(this RunningConsole console)
    {
        var organizations = await console.Get<OrganizationQueries>().ListAsync(Actor.System, CancellationToken.None);
        return organizations.Single(organization => organization.Slug == DemoData.AcmeSlug).Id;
    }
}
