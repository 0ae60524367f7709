using System.Globalization;
using AdminConsole.Core.Owners;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Editing;

/// <summary>
/// Checks every field of a key's settings at once and brings them into canonical form: text trimmed and normalized, lists
/// without duplicates, networks and claims written one way. Pure.
/// </summary>
public sealed class KeySettingsValidator
{
    private readonly List<Failure> _failures = [];
    private readonly KeySettings _given;
    private readonly KeyValidationContext _context;

    private KeySettingsValidator(KeySettings given, KeyValidationContext context) => (_given, _context) = (given, context);

    /// <summary>The settings in canonical form, or every fault in them.</summary>
    public static Result<KeySettings> Run(KeySettings settings, KeyValidationContext context)
    {
        var check = new KeySettingsValidator(settings, context);
        var canonical = check.Canonical();
        check._failures.AddRange(context.Rules.Broken(canonical, context));
        return check._failures.Count > 0 ? check._failures : canonical;
    }

    private KeySettings Canonical()
    {
        CheckDates();
        return new()
        {
            Name = Text(_given.Name, KeyFields.Name, 1, ApiKey.NameMaxLength),
            Description = Text(_given.Description, KeyFields.Description, 0, ApiKey.DescriptionMaxLength, multiline: true),
            OwnerId = Owner(),
            ProjectIds = Projects(),
            Scopes = Scopes(),
            AllowedCidrs = Cidrs(_given.AllowedCidrs, KeyFields.AllowedCidrs),
            BlockedCidrs = Cidrs(_given.BlockedCidrs, KeyFields.BlockedCidrs),
            Resources = Patterns(_given.Resources, KeyFields.Resources),
            Referrers = Patterns(_given.Referrers, KeyFields.Referrers),
            Limits = Limits(),
            Claims = Claims(),
            Tags = Entries(_given.Tags, KeyFields.Tags, ApiKey.MaxTags, (tag, field) => Text(tag, field, 1, ApiKey.TagMaxLength)),
            StartsAt = _given.StartsAt?.ToMilliseconds(),
            ExpiresAt = _given.ExpiresAt?.ToMilliseconds(),
        };
    }

    private void Refuse(string field, string code, string message) => _failures.Add(Failure.Invalid(field, code, message));

    private string Text(string? text, string field, int min, int max, bool multiline = false)
    {
        var result = PlainText.Check(text, field, min, max, multiline);
        _failures.AddRange(result.Failures);
        return result.Succeeded ? result.Value : "";
    }

    /// <summary>A list without duplicates, each entry checked under its own field <c>name/index</c>.</summary>
    private List<string> Entries(IReadOnlyList<string> entries, string field, int max, Func<string, string, string> check)
    {
        if (entries.Count > max)
        {
            Refuse(field, "list.too_long", string.Create(CultureInfo.InvariantCulture, $"Keep at most {max} entries; there are {entries.Count}."));
            return [];
        }

        return [.. entries.Select((entry, index) => check(entry, EntryField(field, index))).Distinct(StringComparer.Ordinal)];
    }

    private static string EntryField(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}/{index}");

    private void CheckDates()
    {
        var expiryIsNew = _given.ExpiresAt != _context.Previous?.ExpiresAt;
        if (expiryIsNew && _given.ExpiresAt <= _context.Now && !_context.Exemptions.PastExpiry)
        {
            Refuse(KeyFields.ExpiresAt, "expiry.past", "Choose an expiry in the future, or none. To stop the key now, revoke or disable it.");
        }

        if (_given.StartsAt >= _given.ExpiresAt)
        {
            Refuse(KeyFields.StartsAt, "start.after_expiry", "Let the key start before it expires.");
        }
    }

    private Id<Owner>? Owner()
    {
        if (_given.OwnerId is { } owner && !_context.KnownOwners.Contains(owner))
        {
            Refuse(KeyFields.Owner, "owner.not_found", "There is no such owner in this organization. Choose one from the list, or none.");
        }

        return _given.OwnerId;
    }

    private List<Id<Project>> Projects()
    {
        if (_given.ProjectIds.Count > ApiKey.MaxProjects)
        {
            Refuse(KeyFields.Projects, "list.too_long", $"Keep at most {ApiKey.MaxProjects} projects, or none for all of them.");
        }

        foreach (var (index, project) in _given.ProjectIds.Index().Where(entry => !_context.KnownProjects.Contains(entry.Item)))
        {
            Refuse(
                EntryField(KeyFields.Projects, index),
                "project.not_found",
                $"There is no project {project} in this organization. Choose from the list.");
        }

        return [.. _given.ProjectIds.Distinct()];
    }

    private List<string> Scopes()
    {
        // A key that a vendor's format made without scopes can be edited and stay so.
        var hadNone = _context.Previous is { Scopes.Count: 0 };
        if (_given.Scopes.Count == 0 && !hadNone && !_context.Exemptions.NoScopes)
        {
            Refuse(KeyFields.Scopes, "scopes.empty", "Give the key at least one scope: without any it would pass no check that asks for one.");
        }

        return Entries(_given.Scopes, KeyFields.Scopes, ApiKey.MaxScopes, Scope);
    }

    private string Scope(string given, string field)
    {
        var scope = ScopeText.Check(given, field);
        _failures.AddRange(scope.Failures);
        if (!scope.Succeeded)
        {
            return given;
        }

        if (!_context.Allows(scope.Value))
        {
            Refuse(field, "scope.unknown", _context.UnknownScope(scope.Value));
        }

        return scope.Value;
    }

    private List<string> Cidrs(IReadOnlyList<string> cidrs, string field) => Entries(cidrs, field, SourceIpRules.MaxPerList, (text, entryField) =>
    {
        var parsed = Cidr.Parse(text);
        if (parsed.Fault is not { } fault)
        {
            return parsed.Value.ToString();
        }

        Refuse(entryField, fault.Code, fault.Message);
        return text;
    });

    private List<string> Patterns(IReadOnlyList<string> patterns, string field) => Entries(patterns, field, ApiKey.MaxPatterns, (text, entryField) =>
    {
        var checkedText = Text(text, entryField, 1, WildcardPattern.MaxLength);
        if (checkedText.Length > 0 && !WildcardPattern.TryParse(checkedText, out _))
        {
            Refuse(entryField, "pattern.star", "Put * only at the beginning or the end, for example docs_* or https://shop.example.com/*.");
        }

        return checkedText;
    });

    private KeyLimits Limits() => new(
        Limit(_given.Limits.MaxVerificationsPerIpPerHour, KeyFields.MaxVerificationsPerIpPerHour),
        Limit(_given.Limits.MaxHitsPerQuery, KeyFields.MaxHitsPerQuery),
        _given.Limits.QueryParameters is null or "" ? null : Text(
            _given.Limits.QueryParameters, KeyFields.QueryParameters, 0, KeyLimits.QueryParametersMaxLength));

    private int? Limit(int? limit, string field)
    {
        if (limit is < KeyLimits.MinCount or > KeyLimits.MaxCount)
        {
            Refuse(field, "limit.range", string.Create(
                CultureInfo.InvariantCulture,
                $"Enter a whole number from {KeyLimits.MinCount} to {KeyLimits.MaxCount:N0}, or leave it empty for no limit."));
        }

        return limit;
    }

    private string? Claims()
    {
        if (string.IsNullOrWhiteSpace(_given.Claims))
        {
            return null;
        }

        var claims = ClaimsCheck.Run(_given.Claims);
        _failures.AddRange(claims.Failures);
        return claims.Succeeded ? claims.Value : null;
    }
}
