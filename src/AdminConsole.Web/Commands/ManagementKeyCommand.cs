using System.CommandLine;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations.UseCases;

namespace AdminConsole.Web.Commands;

/// <summary><c>management-key create</c>: prints the secret alone on standard output, for a script to keep.</summary>
internal static class ManagementKeyCommand
{
    private static readonly Option<string> Organization = new("--organization") { Required = true, Description = "The organization's short name" };
    private static readonly Option<string> Name = new("--name") { Required = true, Description = "What the key is called" };

    private static readonly Option<string> Scopes = new("--scopes")
    {
        Required = true,
        Description = $"What it may do, parted by commas: {string.Join(", ", ManagementScopes.All)}",
    };

    public static Command Create()
    {
        var create = new Command("create", "Creates a management key and prints its secret, which is never shown again")
        {
            Organization,
            Name,
            Scopes,
        };
        create.SetAction((parsed, cancellation) => CommandHost.RunAsync(services => AddAsync(services, parsed, cancellation), cancellation));
        return new("management-key", "Manages the keys that call the console's own API") { create };
    }

    private static async Task<int> AddAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var slug = parsed.GetRequiredValue(Organization);
        var organizations = await services.GetRequiredService<OrganizationQueries>().ListAsync(Actor.System, cancellation);
        if (organizations.FirstOrDefault(organization => organization.Slug == slug) is not { } organization)
        {
            return await CommandHost.FailAsync([KeyFailures.OrganizationNotFound]);
        }

        var settings = new KeySettings
        {
            Name = parsed.GetRequiredValue(Name),
            Scopes = parsed.GetRequiredValue(Scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        var created = await services.GetRequiredService<CreateKeyHandler>()
            .CreateAsync(Actor.System, new(organization.Id, settings, KeyKind.Management), cancellation);
        if (!created.Succeeded)
        {
            return await CommandHost.FailAsync(created.Failures);
        }

        Console.WriteLine(created.Value.Secret.Reveal());
        return CommandHost.Succeeded;
    }
}
