using static AdminConsole.Tests.Vendors.Updates.GivenAs;
using static AdminConsole.Tests.Vendors.Updates.UpdateTable;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// Stack Auth: a description and a revocation, and nothing else. What is left out stays, null is refused, and what is not one of the two is
/// refused as a property that there is none of: Stack has no lists, and its expiry cannot be changed. That a live key is not revoked may be said.
/// </summary>
internal static class StackUpdates
{
    private const string RevokedThere = """{"manually_revoked_at_millis":1772442000000,"manually_revoked_at":"2026-03-02T09:00:00Z"}""";
    private const string RevokedHere = """
        {"status":"revoked","revocation":{"at":"2026-03-02T09:00:00+00:00","by":{"id":"<CALLER>","name":"gateway"},"reason":"other","comment":null}}
        """;

    public static UpdateTable Table { get; } = new()
    {
        { Omitted, "", Nothing },
        { Omitted, "{}", Nothing },
        { Value, """{"description":"Other"}""", """{"description":"Other"}""" },
        { Value, """{"description":""}""", """{"description":""}""" },
        { Value, """{"revoked":false}""", Nothing },
        { Value, """{"description":"Other","revoked":false}""", """{"description":"Other"}""" },
        { Value, """{"revoked":true}""", RevokedThere, RevokedHere },
        { Value, """{"description":"Other","revoked":"true"}""", 400, "revoked" },

        { Null, """{"description":null}""", 400, "description" },
        { Null, """{"description":"Other","revoked":null}""", 400, "revoked" },
        { Null, """{"description":"Other","expires_at_millis":null}""", 400, "expires_at_millis" },

        { List, """{"description":["a"]}""", 400, "description" },
        { List, """{"description":"Other","scopes":["a"]}""", 400, "scopes" },

        { EmptyList, """{"description":"Other","scopes":[]}""", 400, "scopes" },

        { PastExpiry, """{"description":"Other","expires_at_millis":1000}""", 400, "expires_at_millis" },

        { UnknownField, """{"description":"Other","colour":"red"}""", 400, "colour" },
        { UnknownField, """{"description":"Other","expires_at_millis":1893456000000}""", 400, "expires_at_millis" },
        { UnknownField, """{"description":"Other","user_id":"<OTHER_USER>"}""", 400, "user_id" },
        { UnknownField, """{"description":"Other","is_public":true}""", 400, "is_public" },
    };
}
