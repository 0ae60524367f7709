using System.CommandLine;
using AdminConsole.Core.Access;
using AdminConsole.Core.Operators;
using AdminConsole.Core.Operators.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Web.Commands;

/// <summary>
/// <c>operator create</c> and <c>operator reset-password</c>. The password comes on standard input, so that no list of processes and no shell history
/// shows it.
/// </summary>
internal static class OperatorCommand
{
    private static readonly Option<string> Email = new("--email") { Required = true, Description = "The e-mail address to sign in with" };
    private static readonly Option<string> Name = new("--name") { Required = true, Description = "The name that others see" };
    private static readonly Option<string?> Organization = new("--organization") { Description = "The organization's short name" };
    private static readonly Option<OperatorRole> Role = new("--role")
    {
        Description = "The role in that organization",
        DefaultValueFactory = _ => OperatorRole.Viewer,
    };
    private static readonly Option<bool> Support = new("--support") { Description = "Support staff: find and revoke keys in every organization" };

    public static Command Create()
    {
        var create = new Command("create", "Creates an operator; the password is read from standard input, one line")
        {
            Email,
            Name,
            Organization,
            Role,
            Support,
        };
        create.SetAction((parsed, cancellation) => CommandHost.RunAsync(services => AddAsync(services, parsed, cancellation), cancellation));
        var reset = new Command(
            "reset-password",
            "Sets an operator's password and ends the operator's sessions; the password is read from standard input, one line") { Email };
        reset.SetAction((parsed, cancellation) => CommandHost.RunAsync(services => ResetAsync(services, parsed, cancellation), cancellation));
        return new("operator", "Manages the people who sign in") { create, reset };
    }

    private static async Task<int> AddAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var password = await Console.In.ReadLineAsync(cancellation) ?? "";
        var organization = parsed.GetValue(Organization);
        var command = new CreateOperator(
            parsed.GetRequiredValue(Email),
            parsed.GetRequiredValue(Name),
            password,
            organization is null ? [] : [new(organization, parsed.GetValue(Role))],
            parsed.GetValue(Support));
        return await AnswerAsync(await services.GetRequiredService<OperatorRegistry>().CreateAsync(Actor.System, command, cancellation));
    }

    private static async Task<int> ResetAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var password = await Console.In.ReadLineAsync(cancellation);
        var command = new ResetPassword(parsed.GetRequiredValue(Email), password);
        return await AnswerAsync(await services.GetRequiredService<OperatorPasswordReset>().RunAsync(Actor.System, command, cancellation));
    }

    private static async Task<int> AnswerAsync(Result<Id<Operator>> result)
    {
        if (!result.Succeeded)
        {
            return await CommandHost.FailAsync(result.Failures);
        }

        Console.WriteLine(result.Value);
        return CommandHost.Succeeded;
    }
}
