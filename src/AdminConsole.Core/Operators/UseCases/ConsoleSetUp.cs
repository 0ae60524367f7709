using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>The first organization and its owner.</summary>
public sealed record SetUpConsole(CreateOrganization Organization, string Email, string DisplayName, string Password)
{
    // A record would print its password.
    public override string ToString() => nameof(SetUpConsole);
}

/// <summary>Makes a new console usable: its first organization and operator. Possible once, while there is no operator at all.</summary>
public sealed class ConsoleSetUp(ConsoleStore store, OrganizationRegistry organizations, OperatorRegistry operators)
{
    public static Failure Done { get; } = new(FailureKind.Conflict, "setup.done", "This console has been set up already. Sign in instead.");

    public async Task<bool> IsOpenAsync(CancellationToken cancellation)
    {
        await using var connection = await store.OpenReaderAsync(cancellation);
        return await connection.NumberAsync("SELECT EXISTS (SELECT 1 FROM \"Operators\")", cancellation) == 0;
    }

    /// <summary>Adds both or neither. Of two at once the second finds the first one's operator, since writes take turns.</summary>
    public Task<Result<Id<Operator>>> RunAsync(SetUpConsole command, CancellationToken cancellation) => store.WriteAsync(
        async db => await db.Users.AnyAsync(cancellation) ? Done : await CreateAsync(db, command, cancellation), cancellation);

    private async Task<Result<Id<Operator>>> CreateAsync(ConsoleDbContext db, SetUpConsole command, CancellationToken cancellation)
    {
        var organization = await organizations.CreateAsync(db, Actor.System, command.Organization, cancellation);

        // Without an organization the operator is still checked, so that every fault is told at once; the write is undone.
        List<OrganizationRole> memberships = organization.Succeeded ? [new(command.Organization.Slug, OperatorRole.Owner)] : [];
        var first = new CreateOperator(command.Email, command.DisplayName, command.Password, memberships);
        var added = await operators.CreateAsync(db, Actor.System, first, cancellation);
        return organization.Succeeded ? added : organization.Failures.Concat(added.Failures).ToList();
    }
}
