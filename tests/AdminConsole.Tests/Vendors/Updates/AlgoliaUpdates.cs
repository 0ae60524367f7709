using static AdminConsole.Tests.Vendors.Updates.GivenAs;
using static AdminConsole.Tests.Vendors.Updates.UpdateTable;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// Algolia: a PUT replaces. Every attribute that is left out, or null, returns to its default, here alone, and is left out of the answer. What
/// Algolia knows nothing of (the name, the tags, the networks, the claims, the owner, the projects, the start) stays. Validity is in seconds from
/// now; 0 is for ever.
/// </summary>
internal static class AlgoliaUpdates
{
    private const string DefaultsThere = """
        {"acl":[],"description":null,"indexes":null,"maxHitsPerQuery":null,"maxQueriesPerIPPerHour":null,"queryParameters":null,"referers":null,
        "validity":null}
        """;

    private const string DefaultsHere = """
        {
          "scopes": [], "description": "", "resources": [], "maxHitsPerQuery": null, "maxVerificationsPerIpPerHour": null,
          "queryParameters": null, "referrers": [], "expiresAt": null
        }
        """;

    public static UpdateTable Table { get; } = new(DefaultsThere, DefaultsHere)
    {
        { Omitted, "{}", Nothing },
        { Value, """{"description":"Other"}""", """{"description":"Other"}""" },
        { Value, """{"maxHitsPerQuery":7}""", """{"maxHitsPerQuery":7}""" },
        { Value, """{"maxHitsPerQuery":0}""", """{"maxHitsPerQuery":0}""", Nothing },
        { Value, """{"maxQueriesPerIPPerHour":7}""", """{"maxQueriesPerIPPerHour":7}""", """{"maxVerificationsPerIpPerHour":7}""" },
        { Value, """{"queryParameters":"c=d"}""", """{"queryParameters":"c=d"}""" },
        { Value, """{"validity":60}""", """{"validity":60}""", """{"expiresAt":"2026-03-02T09:01:00+00:00","status":"expiring"}""" },
        { Value, """{"validity":0}""", """{"validity":0}""", Nothing },
        { Value, """{"acl":["search"],"validity":"300"}""", 400, "validity" },
        { Value, """{"acl":["search"],"maxHitsPerQuery":-1}""", 400, "maxHitsPerQuery" },
        { Value, """{"acl":["search"],"maxQueriesPerIPPerHour":-1}""", 400, "maxQueriesPerIPPerHour" },

        { Null, """{"acl":null,"indexes":null,"referers":null}""", Nothing },
        { Null, """{"description":null,"queryParameters":null}""", Nothing },
        { Null, """{"maxHitsPerQuery":null,"maxQueriesPerIPPerHour":null,"validity":null}""", Nothing },

        { List, """{"acl":["browse"]}""", """{"acl":["browse"]}""", """{"scopes":["browse"]}""" },
        { List, """{"indexes":["dev_*"]}""", """{"indexes":["dev_*"]}""", """{"resources":["dev_*"]}""" },
        { List, """{"referers":["a.example"]}""", """{"referers":["a.example"]}""", """{"referrers":["a.example"]}""" },
        { List, """{"description":"Other","acl":["search",null]}""", 400, "acl/1" },
        { List, """{"description":"Other","acl":["search","not good"]}""", 400, "acl/1" },
        { List, """{"acl":["search"],"indexes":["a*b"]}""", 400, "indexes/0" },
        { List, """{"acl":["search"],"referers":[""]}""", 400, "referers/0" },
        { List, """{"acl":["search"],"description":["a"]}""", 400, "description" },

        { EmptyList, """{"acl":[],"indexes":[],"referers":[]}""", """{"indexes":[],"referers":[]}""", Nothing },

        { PastExpiry, """{"acl":["search"],"validity":-1}""", 400, "validity" },

        { UnknownField, """{"acl":["search"],"colour":"red"}""", 400, "colour" },
        { UnknownField, """{"acl":["search"],"value":"x"}""", 400, "value" },
    };
}
