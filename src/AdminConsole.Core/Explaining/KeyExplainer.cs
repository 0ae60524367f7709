using System.Globalization;
using AdminConsole.Core.Access;
using AdminConsole.Core.Data;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;
using AdminConsole.Core.Verification;
using AdminConsole.Core.Verification.KeyCache;
using Microsoft.EntityFrameworkCore;

namespace AdminConsole.Core.Explaining;

/// <summary>Would this key pass? Asked by a person, who need not know the secret; nothing is counted and no use remembered.</summary>
public sealed record ExplainKey(KeyTarget Target) : VerificationQuestion
{
    /// <summary>The instant asked about; none = now.</summary>
    public DateTimeOffset? Time { get; init; }
}

public sealed class KeyExplainer(ConsoleStore store, VerificationRateLimiter limiter, TimeProvider clock)
{
    /// <summary>
    /// What a verification of the key answers, why, and which edit would change that. An edit that could not be saved is not offered.
    /// </summary>
    public async Task<Result<Explanation>> ExplainAsync(Actor actor, ExplainKey question, CancellationToken cancellation)
    {
        if (KeyAccess.Refusal(actor, Permission.ReadKeys, question.Target.OrganizationId) is { } refusal)
        {
            return refusal;
        }

        await using var db = store.CreateDbContext();
        var (organization, id) = question.Target;
        var key = await db.ApiKeys.SingleOrDefaultAsync(key => key.OrganizationId == organization && key.Id == id, cancellation);
        if (key is null)
        {
            return KeyFailures.NotFound;
        }

        var request = await RequestAsync(db, question, cancellation);
        return request.Succeeded ? await ExplainAsync(db, key, request.Value, question.Time, cancellation) : request.Failures;
    }

    private static async Task<Result<VerificationRequest>> RequestAsync(ConsoleDbContext db, ExplainKey question, CancellationToken cancellation)
    {
        var request = VerificationService.Request(question);
        List<Failure> failures = [.. request.Failures, .. question.Scopes.Take(VerificationService.MaxScopes).SelectMany(ScopeFaults)];
        if (question.Project is { } project
            && !await db.Projects.AnyAsync(known => known.Id == project && known.OrganizationId == question.Target.OrganizationId, cancellation))
        {
            failures.Add(Failure.Invalid(
                VerificationService.ProjectField, "project.not_found", $"There is no project {project} in this organization. Choose from the list."));
        }

        return failures.Count > 0 ? failures : request;
    }

    private static IReadOnlyList<Failure> ScopeFaults(string scope, int index)
    {
        var field = string.Create(CultureInfo.InvariantCulture, $"{VerificationService.ScopesField}/{index}");
        return PlainText.Check(scope, field, 1, ScopeText.MaxLength).Failures;
    }

    private async Task<Explanation> ExplainAsync(
        ConsoleDbContext db, ApiKey key, VerificationRequest asked, DateTimeOffset? time, CancellationToken cancellation)
    {
        // What will have been used up at another time is not known, and an hour starts with nothing.
        var used = time is null && asked.ClientIp is { } address ? limiter.CountOf(key.Row, address) : 0;
        var (request, now) = (asked with { VerificationsThisHour = used }, time ?? clock.Now());
        var suspended = await db.Organizations.AnyAsync(
            organization => organization.Id == key.OrganizationId && organization.SuspendedAt != null, cancellation);
        var explanation = PolicyExplainer.Explain(key.ToPolicy(suspended), request, now);
        return explanation.SuggestedEdit is { } suggested && await WhyNotSavableAsync(db, key, suggested, request, now, cancellation) is { } reason
            ? explanation.WithoutEdit(reason)
            : explanation;
    }

    /// <summary>Why the edit could not be saved, or would not help in the form in which it is saved; null when it can and does.</summary>
    private async Task<string?> WhyNotSavableAsync(
        ConsoleDbContext db, ApiKey key, SuggestedEdit suggested, VerificationRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        if (key.Kind is KeyKind.Managed)
        {
            return KeyFailures.Managed.Message;
        }

        var before = key.Settings;
        var wanted = suggested.Patch.ApplyTo(before);
        var context = await KeyValidationData.LoadAsync(db, key.OrganizationId, wanted, key.Kind, clock.Now(), cancellation)
            ?? throw new InvalidOperationException("A key without its organization.");
        var settings = KeySettingsValidator.Run(wanted, context with { Previous = before });
        if (!settings.Succeeded)
        {
            return settings.Failures[0].Message;
        }

        var after = KeySnapshot.Of(key) with { Settings = settings.Value, Enabled = key.Enabled || suggested.Enables };
        return PolicyEvaluator.Evaluate(after.ToPolicy(key.Version, organizationSuspended: false), request, now).Allowed
            ? null
            : "What would have to be added cannot be written down in a key.";
    }
}
