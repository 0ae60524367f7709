using static AdminConsole.Tests.Vendors.Updates.GivenAs;
using static AdminConsole.Tests.Vendors.Updates.UpdateTable;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// The console's own API: a merge patch (RFC 7396). What is left out stays, null clears what can be cleared, a list replaces the whole list, and
/// objects are merged. A key has a name and at least one scope, and is given no expiry in the past.
/// </summary>
internal static class OwnUpdates
{
    public static UpdateTable Table { get; } = new()
    {
        { Omitted, "{}", Nothing },
        { Value, """{"name":"Other"}""", """{"name":"Other"}""" },
        { Value, """{"name":"Billing"}""", Nothing },
        { Value, """{"description":"Other"}""", """{"description":"Other"}""" },
        { Value, """{"description":""}""", """{"description":""}""" },
        { Value, """{"ownerId":"<OTHER_OWNER>"}""", """{"ownerId":"<OTHER_OWNER>"}""" },
        { Value, """{"maxHitsPerQuery":7}""", """{"maxHitsPerQuery":7}""" },
        { Value, """{"expiresAt":"2026-06-01T02:00:00+02:00"}""", """{"expiresAt":"2026-06-01T00:00:00+00:00"}""" },
        { Value, """{"expiresAt":"2026-03-02T09:00:10Z"}""", """{"expiresAt":"2026-03-02T09:00:10+00:00","status":"expiring"}""" },
        { Value, """{"claims":{"plan":"free"}}""", """{"claims":{"plan":"free","seats":5}}""" },
        { Value, """{"claims":{"seats":null,"region":"eu"}}""", """{"claims":{"plan":"pro","region":"eu"}}""" },
        { Value, """{"claims":{}}""", Nothing },

        { Null, """{"description":"Other","name":null}""", 400, "name" },
        { Null, """{"description":null}""", """{"description":""}""" },
        { Null, """{"ownerId":null}""", """{"ownerId":null}""" },
        { Null, """{"projectIds":null}""", """{"projectIds":[]}""" },
        { Null, """{"description":"Other","scopes":null}""", 400, "scopes" },
        { Null, """{"allowedCidrs":null}""", """{"allowedCidrs":[]}""" },
        { Null, """{"blockedCidrs":null}""", """{"blockedCidrs":[]}""" },
        { Null, """{"resources":null}""", """{"resources":[]}""" },
        { Null, """{"referrers":null}""", """{"referrers":[]}""" },
        { Null, """{"maxVerificationsPerIpPerHour":null}""", """{"maxVerificationsPerIpPerHour":null}""" },
        { Null, """{"maxHitsPerQuery":null}""", """{"maxHitsPerQuery":null}""" },
        { Null, """{"queryParameters":null}""", """{"queryParameters":null}""" },
        { Null, """{"claims":null}""", """{"claims":null}""" },
        { Null, """{"tags":null}""", """{"tags":[]}""" },
        { Null, """{"startsAt":null}""", """{"startsAt":null}""" },
        { Null, """{"expiresAt":null}""", """{"expiresAt":null}""" },

        { List, """{"projectIds":["<OTHER_PROJECT>"]}""", """{"projectIds":["<OTHER_PROJECT>"]}""" },
        { List, """{"scopes":["vm:read"]}""", """{"scopes":["vm:read"]}""" },
        { List, """{"scopes":["deploy","vm:edit"]}""", Nothing },
        { List, """{"allowedCidrs":["11.0.0.0/8"]}""", """{"allowedCidrs":["11.0.0.0/8"]}""" },
        { List, """{"blockedCidrs":["11.0.0.0/8"]}""", """{"blockedCidrs":["11.0.0.0/8"]}""" },
        { List, """{"resources":["dev_*"]}""", """{"resources":["dev_*"]}""" },
        { List, """{"referrers":["a.example"]}""", """{"referrers":["a.example"]}""" },
        { List, """{"tags":["b","c"]}""", """{"tags":["b","c"]}""" },
        { List, """{"description":"Other","tags":["c",null]}""", 400, "tags/1" },
        { List, """{"description":"Other","claims":["a"]}""", 400, "claims" },
        { List, """{"description":["a"]}""", 400, "description" },

        { EmptyList, """{"projectIds":[]}""", """{"projectIds":[]}""" },
        { EmptyList, """{"description":"Other","scopes":[]}""", 400, "scopes" },
        { EmptyList, """{"allowedCidrs":[]}""", """{"allowedCidrs":[]}""" },
        { EmptyList, """{"blockedCidrs":[]}""", """{"blockedCidrs":[]}""" },
        { EmptyList, """{"resources":[]}""", """{"resources":[]}""" },
        { EmptyList, """{"referrers":[]}""", """{"referrers":[]}""" },
        { EmptyList, """{"tags":[]}""", """{"tags":[]}""" },

        { PastExpiry, """{"description":"Other","expiresAt":"2026-03-02T09:00:00Z"}""", 400, "expiresAt" },
        { PastExpiry, """{"description":"Other","expiresAt":"2020-01-01T00:00:00Z"}""", 400, "expiresAt" },

        { UnknownField, """{"description":"Other","colour":"red"}""", 400, "colour" },
        { UnknownField, """{"description":"Other","Name":"Other"}""", 400, "Name" },
        { UnknownField, """{"description":"Other","kind":"management"}""", 400, "kind" },
        { UnknownField, """{"description":"Other","version":7}""", 400, "version" },
    };
}
