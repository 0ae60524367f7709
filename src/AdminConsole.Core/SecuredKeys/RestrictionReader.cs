using System.Globalization;
using System.Text;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.SecuredKeys;

/// <summary>
/// Narrows a key's policy by the query string that a secured key carries: <c>validUntil</c>, <c>restrictIndices</c> and <c>restrictSources</c>
/// restrict, everything else is a parameter forced on each query. What cannot be understood disables the secured key, since leaving it out would
/// widen it.
/// </summary>
internal sealed class RestrictionReader
{
    private const string Expiry = "validUntil";
    private const string Resources = "restrictIndices";
    private const string Networks = "restrictSources";
    private const int MaxPatterns = 100;

    private static readonly decimal LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<QueryParameter> _added = [];
    private readonly KeyPolicy _parent;
    private readonly IReadOnlyList<QueryParameter> _forced;
    private DateTimeOffset? _expiresAt;
    private IReadOnlyList<WildcardPattern>? _resources;
    private SourceIpRules? _networks;

    private RestrictionReader(KeyPolicy parent)
    {
        _parent = parent;
        _expiresAt = parent.ExpiresAt;
        _forced = QueryParameter.Split(parent.Limits.QueryParameters);
    }

    public static KeyPolicy Narrow(KeyPolicy parent, string query)
    {
        var reader = new RestrictionReader(parent);
        return reader.Take(query) is { } fault ? parent with { Enabled = false, Restriction = new(parent, fault) } : reader.Narrowed();
    }

    private KeyPolicy Narrowed() => _parent with
    {
        ExpiresAt = _expiresAt,
        Resources = _resources ?? _parent.Resources,
        SourceIps = _networks ?? _parent.SourceIps,
        Limits = _added.Count == 0 ? _parent.Limits : _parent.Limits with { QueryParameters = QueryParameter.Join([.. _forced, .. _added]) },
        Restriction = new(_parent),
    };

    /// <summary>Takes every parameter in, or says what is wrong with one. Quotes no value.</summary>
    private string? Take(string query)
    {
        if (!Ascii.IsValid(query))
        {
            return "Characters outside ASCII must be percent-encoded.";
        }

        foreach (var parameter in QueryParameter.Split(query))
        {
            if (!_names.Add(parameter.Name))
            {
                // Which of the two counts would depend on who reads them.
                return "A parameter is given twice.";
            }

            if (Take(parameter) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Take(QueryParameter parameter) =>
        Is(parameter, Expiry) ? TakeExpiry(parameter.Value)
        : Is(parameter, Resources) ? TakeResources(parameter.Entries())
        : Is(parameter, Networks) ? TakeNetworks(parameter.Entries())
        : Force(parameter);

    // Who mistypes a restriction wants one.
    private static bool Is(QueryParameter parameter, string restriction) => parameter.Name.Equals(restriction, StringComparison.OrdinalIgnoreCase);

    private string? TakeExpiry(string text)
    {
        // JavaScript divides milliseconds and leaves a fraction.
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > LastSecond)
        {
            return $"{Expiry} must be a number of seconds since 1970.";
        }

        var expiry = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        _expiresAt = _expiresAt < expiry ? _expiresAt : expiry;
        return null;
    }

    private string? TakeResources(string[] texts)
    {
        var patterns = texts.Select(text => WildcardPattern.TryParse(text, out var pattern) ? pattern : null).OfType<WildcardPattern>().ToList();
        if (texts.Length is 0 or > MaxPatterns || patterns.Count < texts.Length)
        {
            return $"{Resources} must name 1 to {MaxPatterns} indices, with asterisks at either end alone.";
        }

        _resources = patterns;
        return null;
    }

    private string? TakeNetworks(string[] texts)
    {
        var networks = texts.Select(Cidr.Parse).Where(parse => parse.Succeeded).Select(parse => parse.Value).ToList();
        if (texts.Length is 0 or > SourceIpRules.MaxPerList || networks.Count < texts.Length)
        {
            return $"{Networks} must name 1 to {SourceIpRules.MaxPerList} addresses or networks, such as 10.0.0.0/8.";
        }

        _networks = SourceIpRules.Create(networks, []);
        return null;
    }

    // The parent's cannot be replaced, and to leave the secured key's out would widen it where it is a filter. Nor in other letters, which whoever
    // reads them may take for the same.
    private string? Force(QueryParameter parameter)
    {
        var parents = _forced.Where(forced => forced.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (parents.Exists(forced => forced.Value != parameter.Value))
        {
            return $"{parameter.Name} is forced to another value by the key that it was derived from.";
        }

        if (parents.Count == 0)
        {
            _added.Add(parameter);
        }

        return null;
    }
}
