using System.CommandLine;
using System.CommandLine.Parsing;
using AdminConsole.Core.Access;
using AdminConsole.Core.Demo;
using AdminConsole.Core.Organizations.UseCases;

namespace AdminConsole.Web.Commands;

/// <summary><c>demo --keys N</c>: many realistic keys, to try the console or measure it with.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Keys = new("--keys") { Required = true, Description = "How many keys to add" };
    private static readonly Option<string> Organization = new("--organization")
    {
        Description = "The organization's short name; made when there is none",
        DefaultValueFactory = _ => "demo",
    };

    public static Command Create()
    {
        var demo = new Command("demo", "Adds realistic keys whose secrets nobody has") { Keys, Organization };
        Keys.Validators.Add(RefuseNegative);
        demo.SetAction((parsed, cancellation) => CommandHost.RunAsync(services => AddAsync(services, parsed, cancellation), cancellation));
        return demo;
    }

    private static void RefuseNegative(OptionResult keys)
    {
        if (keys.Tokens.Any(token => token.Value.StartsWith('-')))
        {
            keys.AddError("--keys takes a number from 0 on.");
        }
    }

    private static async Task<int> AddAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var slug = parsed.GetRequiredValue(Organization);
        var existing = await services.GetRequiredService<OrganizationQueries>().ListAsync(Actor.System, cancellation);
        var id = existing.FirstOrDefault(organization => organization.Slug == slug)?.Id;
        if (id is null)
        {
            var created = await services.GetRequiredService<DemoData>().CreateOrganizationAsync(new(slug, slug), withCatalogue: false, cancellation);
            if (!created.Succeeded)
            {
                return await CommandHost.FailAsync(created.Failures);
            }

            id = created.Value;
        }

        await services.GetRequiredService<DemoKeys>().AddAsync(id.Value, parsed.GetValue(Keys), cancellation);
        return CommandHost.Succeeded;
    }
}
