using System.Net.Mail;
using AdminConsole.Core.Access;
using AdminConsole.Core.Auditing;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <param name="Memberships">The organizations, by slug, and the role in each.</param>
/// <param name="IsSupport">Find and revoke in every organization.</param>
public sealed record CreateOperator(
    string Email, string DisplayName, string Password, IReadOnlyList<OrganizationRole> Memberships, bool IsSupport = false)
{
    // A record would print its password.
    public override string ToString() => nameof(CreateOperator);
}

/// <summary>A role in the organization of this slug.</summary>
public sealed record OrganizationRole(string OrganizationSlug, OperatorRole Role);

/// <summary>Adds operators: a matter of the console's own machine, at set-up and by command.</summary>
public sealed class OperatorRegistry(
    ConsoleStore store, IPasswordHasher<Operator> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    public const string EmailField = "email";
    public const string DisplayNameField = "displayName";
    public const string PasswordField = "password";
    public const string OrganizationField = "organization";

    private const int EmailMaxLength = 254;

    public Task<Result<Id<Operator>>> CreateAsync(Actor actor, CreateOperator command, CancellationToken cancellation) =>
        store.WriteAsync(db => CreateAsync(db, actor, command, cancellation), cancellation);

    /// <summary>The same, as a part of a larger write.</summary>
    internal async Task<Result<Id<Operator>>> CreateAsync(ConsoleDbContext db, Actor actor, CreateOperator command, CancellationToken cancellation)
    {
        if (actor.Kind is not ActorKind.System)
        {
            return new Failure(FailureKind.Forbidden, "operator.add_forbidden", "Operators are added at the console's own machine.");
        }

        var name = PlainText.Check(command.DisplayName, DisplayNameField, 1, Operator.DisplayNameMaxLength);
        List<Failure> failures = [.. name.Failures, .. Check(command)];
        var normalized = normalizer.NormalizeEmail(command.Email.Trim());
        if (await db.Users.AnyAsync(person => person.NormalizedEmail == normalized, cancellation))
        {
            failures.Add(Failure.Invalid(EmailField, "email.taken", "There is an operator with this e-mail address already."));
        }

        var memberships = await MembershipsAsync(db, command, failures, cancellation);
        if (failures.Count > 0)
        {
            return failures;
        }

        var now = clock.Now();
        var added = Create(command, name.Value, now);
        added.Memberships.AddRange(memberships);
        db.Users.Add(added);
        db.AuditEntries.Add(AuditEntry.For(actor, AuditActions.OperatorCreated, new(null, added.ShownId, added.DisplayName), now));
        await db.SaveChangesAsync(cancellation);
        return new Id<Operator>(added.Id);
    }

    private static List<Failure> Check(CreateOperator command)
    {
        List<Failure> failures = [.. PasswordRules.Check(command.Password, PasswordField, command.Email)];
        if (command.Email.Trim() is not { Length: <= EmailMaxLength } email
            || !MailAddress.TryCreate(email, out var address)
            || address.Address != email)
        {
            failures.Add(Failure.Invalid(EmailField, "email.form", "Enter an e-mail address, for example ada@example.com."));
        }

        return failures;
    }

    private static async Task<List<Membership>> MembershipsAsync(
        ConsoleDbContext db, CreateOperator command, List<Failure> failures, CancellationToken cancellation)
    {
        List<Membership> memberships = [];
        foreach (var wanted in command.Memberships)
        {
            var organization = await db.Organizations.SingleOrDefaultAsync(found => found.Slug == wanted.OrganizationSlug, cancellation);
            if (organization is null)
            {
                failures.Add(Failure.Invalid(OrganizationField, "organization.not_found", $"There is no organization “{wanted.OrganizationSlug}”."));
                continue;
            }

            memberships.Add(new() { OrganizationId = organization.Id, Role = wanted.Role });
        }

        return memberships;
    }

    private Operator Create(CreateOperator command, string name, DateTimeOffset now)
    {
        var email = command.Email.Trim();
        var person = new Operator
        {
            Id = Id<Operator>.New(now).Value,
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = true,
            DisplayName = name,
            IsSupport = command.IsSupport,
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("n"),
        };
        person.PasswordHash = hasher.HashPassword(person, command.Password);
        return person;
    }
}
