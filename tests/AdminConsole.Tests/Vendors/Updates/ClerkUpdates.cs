using static AdminConsole.Tests.Vendors.Updates.GivenAs;
using static AdminConsole.Tests.Vendors.Updates.UpdateTable;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// Clerk: what is left out stays, also where there is no body at all; null clears the description, the claims and the expiry, and nothing else;
/// scopes and claims are replaced whole, and may be none. An expiry is so many seconds from now, and more than none. A name cannot be changed.
/// </summary>
internal static class ClerkUpdates
{
    public static UpdateTable Table { get; } = new()
    {
        { Omitted, "", Nothing },
        { Omitted, "{}", Nothing },
        { Value, """{"description":"Other"}""", """{"description":"Other"}""" },
        { Value, """{"description":""}""", """{"description":null}""", """{"description":""}""" },
        { Value, """{"subject":"<OTHER_USER>"}""", """{"subject":"<OTHER_USER>"}""", """{"ownerId":"<OTHER_OWNER>"}""" },
        { Value, """{"claims":{"plan":"free"}}""", """{"claims":{"plan":"free"}}""" },
        { Value, """{"claims":{}}""", """{"claims":{}}""" },
        {
            Value,
            """{"seconds_until_expiration":10}""",
            """{"expiration":1772442010000}""",
            """{"expiresAt":"2026-03-02T09:00:10+00:00","status":"expiring"}"""
        },
        {
            Value,
            """{"seconds_until_expiration":0.5}""",
            """{"expiration":1772442000500}""",
            """{"expiresAt":"2026-03-02T09:00:00.5+00:00","status":"expiring"}"""
        },
        { Value, """{"description":"Other","subject":"user_"}""", 400, "subject" },
        { Value, """{"description":"Other","seconds_until_expiration":"10"}""", 400, "seconds_until_expiration" },
        { Value, """{"description":"Other","seconds_until_expiration":1e20}""", 400, "seconds_until_expiration" },
        { Value, """{"description":"Other","claims":"x"}""", 400, "claims" },

        { Null, """{"description":null}""", """{"description":null}""", """{"description":""}""" },
        { Null, """{"claims":null}""", """{"claims":null}""" },
        { Null, """{"seconds_until_expiration":null}""", """{"expiration":null}""", """{"expiresAt":null}""" },
        { Null, """{"description":"Other","scopes":null}""", 400, "scopes" },
        { Null, """{"description":"Other","subject":null}""", 400, "subject" },

        { List, """{"scopes":["c"]}""", """{"scopes":["c"]}""" },
        { List, """{"description":"Other","scopes":["a",null]}""", 400, "scopes/1" },
        { List, """{"description":"Other","claims":["a"]}""", 400, "claims" },

        { EmptyList, """{"scopes":[]}""", """{"scopes":[]}""" },

        { PastExpiry, """{"description":"Other","seconds_until_expiration":0}""", 400, "seconds_until_expiration" },
        { PastExpiry, """{"description":"Other","seconds_until_expiration":-1}""", 400, "seconds_until_expiration" },

        // More than none, and over when it is written down.
        {
            PastExpiry,
            """{"seconds_until_expiration":0.0001}""",
            """{"expiration":1772442000000,"expired":true}""",
            """{"expiresAt":"2026-03-02T09:00:00+00:00","status":"expired"}"""
        },

        { UnknownField, """{"description":"Other","colour":"red"}""", 400, "colour" },
        { UnknownField, """{"description":"Other","name":"Other"}""", 400, "name" },
        { UnknownField, """{"description":"Other","type":"api_key"}""", 400, "type" },
        { UnknownField, """{"description":"Other","expiration":1772442010000}""", 400, "expiration" },
    };
}
