using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>The preferences of the operator who acts. Nobody reads or writes those of others, and none of it is audited.</summary>
public sealed class OperatorPreferences(ConsoleStore store)
{
    public const string NameField = "name";
    public const string ValueField = "value";

    private static readonly Failure NoOperator = new(
        FailureKind.Forbidden, "preferences.forbidden", "Only operators have preferences, each their own. Sign in again.");

    private static readonly Failure TooMany = new(
        FailureKind.TooMany, "preferences.too_many", $"An operator has at most {OperatorPreference.MaxPerOperator} preferences.");

    /// <summary>All of them by name.</summary>
    public async Task<Result<IReadOnlyDictionary<string, string>>> ReadAllAsync(Actor actor, CancellationToken cancellation)
    {
        if (IdOf(actor) is not { } id)
        {
            return NoOperator;
        }

        await using var db = store.CreateDbContext();
        return await db.OperatorPreferences
            .Where(preference => preference.OperatorId == id)
            .ToDictionaryAsync(preference => preference.Name, preference => preference.Value, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Keeps the value under the name, in place of the one before.</summary>
    /// <param name="value">Null forgets it.</param>
    public async Task<Result<string>> WriteAsync(Actor actor, string name, string? value, CancellationToken cancellation)
    {
        if (IdOf(actor) is not { } id)
        {
            return NoOperator;
        }

        var checkedName = PlainText.Check(name, NameField, 1, OperatorPreference.NameMaxLength);
        if (!checkedName.Succeeded)
        {
            return checkedName.Failures;
        }

        return PlainText.IsLongerThan(OperatorPreference.ValueMaxLength, value)
            ? Failure.Invalid(
                ValueField, "text.length", $"Shorten this to {OperatorPreference.ValueMaxLength} characters; it has {PlainText.LengthOf(value!)}.")
            : await store.SaveAsync(db => WriteAsync(db, id, checkedName.Value, value, cancellation), cancellation);
    }

    private static async Task<Result<string>> WriteAsync(ConsoleDbContext db, Guid id, string name, string? value, CancellationToken cancellation)
    {
        var known = await db.OperatorPreferences.SingleOrDefaultAsync(
            preference => preference.OperatorId == id && preference.Name == name, cancellation);
        if (value is null)
        {
            db.OperatorPreferences.RemoveRange(known is null ? [] : [known]);
        }
        else if (known is not null)
        {
            known.Value = value;
        }
        else if (await WhyNotAddedAsync(db, id, cancellation) is { } refusal)
        {
            return refusal;
        }
        else
        {
            db.OperatorPreferences.Add(new() { OperatorId = id, Name = name, Value = value });
        }

        return name;
    }

    private static async Task<Failure?> WhyNotAddedAsync(ConsoleDbContext db, Guid id, CancellationToken cancellation)
    {
        if (!await db.Users.AnyAsync(person => person.Id == id, cancellation))
        {
            return NoOperator;
        }

        var count = await db.OperatorPreferences.CountAsync(preference => preference.OperatorId == id, cancellation);
        return count < OperatorPreference.MaxPerOperator ? null : TooMany;
    }

    private static Guid? IdOf(Actor actor) =>
        actor.Kind is ActorKind.Operator && Id<Operator>.TryParse(actor.Id, null, out var id) ? id.Value : null;
}
