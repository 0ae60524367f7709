using static AdminConsole.Tests.Vendors.Updates.GivenAs;
using static AdminConsole.Tests.Vendors.Updates.UpdateTable;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>
/// Nirvana: what is left out stays, also where there is no body at all; null clears the tags, the source addresses and each list of them; lists
/// are replaced whole. The two lists of addresses are merged: one that is left out stays. A key has at least one permission and one project,
/// whose sets are replaced. Start and expiry cannot be changed. What is JSON and not right is 422.
/// </summary>
internal static class NirvanaUpdates
{
    public static UpdateTable Table { get; } = new()
    {
        { Omitted, "", Nothing },
        { Omitted, "{}", Nothing },
        { Omitted, """{"source_ip_rule":{}}""", Nothing },
        { Value, """{"name":"Other"}""", """{"name":"Other"}""" },
        { Value, """{"tags":["c"],"name":""}""", 422, "name" },
        { Value, """{"name":"Other","tags":"c"}""", 422, "tags" },
        { Value, """{"name":"Other","source_ip_rule":{"allowed":"11.0.0.0/8"}}""", 422, "source_ip_rule" },

        { Null, """{"tags":null}""", """{"tags":[]}""" },
        { Null, """{"source_ip_rule":null}""", """{"source_ip_rule":{"allowed":[],"blocked":[]}}""", """{"allowedCidrs":[],"blockedCidrs":[]}""" },
        {
            Null,
            """{"source_ip_rule":{"allowed":null}}""",
            """{"source_ip_rule":{"allowed":[],"blocked":["10.9.0.0/16"]}}""",
            """{"allowedCidrs":[]}"""
        },
        {
            Null,
            """{"source_ip_rule":{"blocked":null}}""",
            """{"source_ip_rule":{"allowed":["10.0.0.0/8"],"blocked":[]}}""",
            """{"blockedCidrs":[]}"""
        },
        { Null, """{"tags":["c"],"name":null}""", 422, "name" },
        { Null, """{"tags":["c"],"permissions":null}""", 422, "permissions" },
        { Null, """{"tags":["c"],"project_ids":null}""", 422, "project_ids" },
        { Null, """{"tags":["c"],"expires_at":null}""", 422, "expires_at" },

        { List, """{"tags":["c"]}""", """{"tags":["c"]}""" },
        {
            List,
            """{"permissions":[{"permission":"read","resource_type":"usage"}]}""",
            """{"permissions":[{"permission":"read","resource_type":"usage"}]}""",
            """{"scopes":["usage:read"]}"""
        },
        {
            List,
            """{"project_ids":["<OTHER_PROJECT_UUID>"]}""",
            """{"project_ids":["<OTHER_PROJECT_UUID>"]}""",
            """{"projectIds":["<OTHER_PROJECT>"]}"""
        },
        {
            List,
            """{"source_ip_rule":{"allowed":["11.0.0.0/8"]}}""",
            """{"source_ip_rule":{"allowed":["11.0.0.0/8"],"blocked":["10.9.0.0/16"]}}""",
            """{"allowedCidrs":["11.0.0.0/8"]}"""
        },
        {
            List,
            """{"source_ip_rule":{"blocked":["11.0.0.0/8"]}}""",
            """{"source_ip_rule":{"allowed":["10.0.0.0/8"],"blocked":["11.0.0.0/8"]}}""",
            """{"blockedCidrs":["11.0.0.0/8"]}"""
        },
        { List, """{"name":"Other","tags":["a",null]}""", 422, "tags/1" },
        { List, """{"name":"Other","permissions":[null]}""", 422, "permissions/0/permission" },
        { List, """{"name":"Other","permissions":[{"permission":"read","resource_type":"VM"}]}""", 422, "permissions/0/resource_type" },
        { List, """{"name":"Other","permissions":[{"permission":"read","resource_type":"vm","extra":1}]}""", 422, "permissions" },
        { List, """{"name":"Other","project_ids":[null]}""", 422, "project_ids/0" },
        { List, """{"name":"Other","project_ids":["00000000-0000-0000-0000-000000000000"]}""", 422, "project_ids/0" },
        { List, """{"name":"Other","source_ip_rule":["10.0.0.0/8"]}""", 422, "source_ip_rule" },
        { List, """{"name":"Other","source_ip_rule":{"allowed":["10/8"]}}""", 422, "source_ip_rule/allowed/0" },
        { List, """{"name":"Other","source_ip_rule":{"allowed":[1]}}""", 422, "source_ip_rule" },
        { List, """{"name":"Other","source_ip_rule":{"blocked":["::/0"]}}""", 422, "source_ip_rule/blocked/0" },

        { EmptyList, """{"tags":[]}""", """{"tags":[]}""" },
        {
            EmptyList,
            """{"source_ip_rule":{"allowed":[]}}""",
            """{"source_ip_rule":{"allowed":[],"blocked":["10.9.0.0/16"]}}""",
            """{"allowedCidrs":[]}"""
        },
        {
            EmptyList,
            """{"source_ip_rule":{"allowed":[],"blocked":[]}}""",
            """{"source_ip_rule":{"allowed":[],"blocked":[]}}""",
            """{"allowedCidrs":[],"blockedCidrs":[]}"""
        },
        { EmptyList, """{"name":"Other","permissions":[]}""", 422, "permissions" },
        { EmptyList, """{"name":"Other","project_ids":[]}""", 422, "project_ids" },

        { PastExpiry, """{"name":"Other","expires_at":"2020-01-01T00:00:00Z"}""", 422, "expires_at" },

        { UnknownField, """{"name":"Other","colour":"red"}""", 422, "colour" },
        { UnknownField, """{"name":"Other","expires_at":"2027-01-01T00:00:00Z"}""", 422, "expires_at" },
        { UnknownField, """{"name":"Other","starts_at":"2026-04-01T00:00:00Z"}""", 422, "starts_at" },
        { UnknownField, """{"name":"Other","managed":true}""", 422, "managed" },
        { UnknownField, """{"name":"Other","source_ip_rule":{"denied":[]}}""", 422, "source_ip_rule" },
    };
}
