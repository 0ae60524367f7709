using System.Text;
using System.Text.RegularExpressions;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>Makes requests that make sense, and then changes most of them.</summary>
internal sealed partial class RequestMaker(FuzzPlan plan, FuzzCaller caller, Dice dice, Things things)
{
    private const double AsItIs = 0.25;
    private const int MostChanges = 2;

    private int _made;

    public Draft Next()
    {
        var draft = Sensible(dice.Pick(plan.Routes));
        if (!dice.Chance(AsItIs))
        {
            for (var changes = 1 + dice.Below(MostChanges); changes > 0; changes--)
            {
                dice.Pick(Changes.All)(draft, dice);
            }
        }

        return draft;
    }

    private Draft Sensible(FuzzRoute route)
    {
        var draft = new Draft(route.Method, route.Pattern) { Path = Parameter.Replace(route.Pattern, Argument(route.Pattern)) };
        var queries = Examples.QueriesOf(route.Pattern).Where(_ => dice.Chance(0.3)).Select(Fill).ToList();
        draft.Query = queries.Count > 0 ? "?" + string.Join('&', queries.Select(query => query.Replace(" ", "%20", StringComparison.Ordinal))) : "";
        draft.Headers.AddRange([("Host", plan.Server.Authority), .. caller.Headers]);
        AddBody(draft);
        if (route.Method is "PATCH" or "PUT" or "DELETE")
        {
            draft.Headers.Add(("If-Match", things.VersionOf(draft.Path)));
        }

        if (route.Method is "POST" && dice.Chance(0.2))
        {
            draft.Headers.Add(("Idempotency-Key", $"\"{dice.Below(50)}\""));
        }

        return draft;
    }

    private void AddBody(Draft draft)
    {
        if (draft.Method is "GET" or "HEAD" or "DELETE")
        {
            return;
        }

        draft.Headers.Add(("Content-Type", draft.Method == "PATCH" ? "application/merge-patch+json" : "application/json"));
        draft.Body = Encoding.UTF8.GetBytes(Fill(Examples.BodyOf(draft.Method, draft.Pattern) ?? Examples.AnyBody(dice)));
    }

    /// <summary>What a pattern's parameter stands for: mostly a thing of its own list.</summary>
    private string Argument(string pattern) => dice.Chance(0.9)
        ? things.Pick(dice, "id", Things.ListOf(pattern))
        : things.Pick(dice, dice.Pick(["id", "secret", "key"]));

    private string Fill(string example) => Placeholder.Replace(example, match => match.Value switch
    {
        "@owner" => things.Pick(dice, "id", "/api/v1/owners"),
        "@project" => things.Pick(dice, "id", "/api/v1/projects"),
        "@key" => things.Pick(dice, "id", "/api/v1/keys"),
        "@cursor" => things.Pick(dice, dice.Pick(["nextCursor", "next_cursor"])),
        "@secret" => things.Pick(dice, "secret"),
        "@externalId" => things.Pick(dice, "externalId"),
        _ => $"fuzz {caller.Number} {++_made}",
    });

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex("@(owner|project|key|cursor|secret|externalId|text)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
