using System.Globalization;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>Holds a key's settings against the rules of its organization.</summary>
internal static class KeyRulesCheck
{
    /// <summary>The rules that the settings break.</summary>
    public static IEnumerable<Failure> Broken(this KeyRules rules, KeySettings settings, KeyValidationContext context) =>
        new[] { Lifetime(rules, settings, context), Network(rules, settings, context), Tags(rules, settings, context) }.OfType<Failure>();

    private static Failure? Lifetime(KeyRules rules, KeySettings settings, KeyValidationContext context)
    {
        var stays = context.Previous is { } previous && previous.ExpiresAt == settings.ExpiresAt && previous.StartsAt == settings.StartsAt;
        if (rules.MaxLifetimeDays is not { } days || stays)
        {
            return null;
        }

        // The last day counts whole, in whichever zone: people pick days, and those end at midnight.
        var last = (settings.StartsAt > context.MadeAt ? settings.StartsAt.Value : context.MadeAt).AddDays(days);
        return settings.ExpiresAt < last.AddDays(1) ? null : Failure.Invalid(KeyFields.ExpiresAt, "rule.lifetime", string.Create(
            CultureInfo.InvariantCulture,
            $"This organization's keys are valid for at most {days} days: choose an expiry until {last.UtcDateTime:yyyy-MM-dd}, or make a new key."));
    }

    // A network that covers every address names none.
    private static Failure? Network(KeyRules rules, KeySettings settings, KeyValidationContext context)
    {
        var stays = context.Previous is { } previous && previous.AllowedCidrs.ToHashSet(StringComparer.Ordinal).SetEquals(settings.AllowedCidrs);
        var names = settings.AllowedCidrs.Count > 0
            && !settings.AllowedCidrs.Any(text => Cidr.TryParse(text, out var cidr) && cidr.PrefixLength == 0);
        return !rules.RequiresNetwork || stays || names ? null : Failure.Invalid(
            KeyFields.AllowedCidrs,
            "rule.network",
            "This organization's keys name the networks that may use them: add at least one, and none that covers every address.");
    }

    private static Failure? Tags(KeyRules rules, KeySettings settings, KeyValidationContext context)
    {
        var missing = rules.RequiredTags
            .Where(tag => !settings.Tags.Contains(tag, StringComparer.Ordinal))
            .Where(tag => context.Previous is not { } previous || previous.Tags.Contains(tag, StringComparer.Ordinal))
            .ToList();
        return missing.Count == 0 ? null : Failure.Invalid(
            KeyFields.Tags, "rule.tags", $"This organization's keys have certain tags: add {string.Join(", ", missing)}.");
    }
}
