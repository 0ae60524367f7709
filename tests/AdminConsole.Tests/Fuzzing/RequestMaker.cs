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
        var draft = new Draft(
            route.Method,
            route.Pattern,
            Parameter.Replace(route.Pattern, match => Uri.EscapeDataString(Argument(route.Pattern, match.Value))));
        var queries = Examples.QueriesOf(route.Pattern).Where(_ => dice.Chance(0.3)).Select(query => Fill(query, route.Pattern)).ToList();
        draft.Query = queries.Count > 0 ? "?" + string.Join('&', queries.Select(query => query.Replace(" ", "%20", StringComparison.Ordinal))) : "";
        draft.Headers.AddRange([("Host", plan.Server.Authority), .. route.IsPage ? [] : caller.Headers]);
        if (route.TakesSession)
        {
            draft.Set("Cookie", plan.Session);
        }

        if (route.Pattern.EndsWith(FuzzRoute.Itself, StringComparison.Ordinal))
        {
            AskByItself(draft);
        }

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
        draft.Body = Encoding.UTF8.GetBytes(Fill(Examples.BodyOf(draft.Method, draft.Pattern) ?? Examples.AnyBody(dice), draft.Pattern));
    }

    /// <summary>Presents the key that is asked about, from where it may be used; or one that was derived from it.</summary>
    private void AskByItself(Draft draft)
    {
        var secret = draft.Path[(draft.Path.LastIndexOf('/') + 1)..];
        draft.Set("x-algolia-api-key", dice.Chance(0.9) ? secret : SecuredSecrets.Make(secret, dice));
        draft.Set("Referer", "https://shop.a.example");
    }

    /// <summary>What a pattern's parameter stands for: mostly a thing of its own list.</summary>
    private string Argument(string pattern, string parameter) => (parameter, dice.Chance(0.9)) switch
    {
        (FuzzRoute.Itself, _) => things.Pick(dice, "key", Things.ListOf(pattern)),
        ("{key}", true) => things.Pick(dice, dice.Pick(["key", "value"]), Things.ListOf(pattern)),
        (_, true) => things.Pick(dice, "id", Things.ListOf(pattern)),
        _ => things.Pick(dice, dice.Pick(["id", "secret", "key"])),
    };

    private string Fill(string example, string pattern) => Placeholder.Replace(example, match => match.Value switch
    {
        "@owner" => things.Pick(dice, "id", "/api/v1/owners"),
        "@project" => things.Pick(dice, "id", "/api/v1/projects"),
        "@key" => things.Pick(dice, "id", "/api/v1/keys"),
        "@cursor" => things.Pick(dice, dice.Pick(["nextCursor", "next_cursor"])),
        "@secret" when dice.Chance(0.7) => Secret(pattern),
        "@secret" or "@secured" => SecuredSecrets.Make(things.Pick(dice, "key", "/1/keys"), dice),
        "@user" => things.Pick(dice, "id", "/stack/api/v1/users"),
        "@team" when dice.Chance(0.6) => "team_1",
        "@team" => things.Pick(dice, "id", "/stack/api/v1/teams"),
        "@externalId" => things.Pick(dice, "externalId"),
        _ => $"fuzz {caller.Number} {++_made}",
    });

    /// <summary>Mostly one that was created where the request goes; each surface calls it by another name.</summary>
    private string Secret(string pattern) =>
        things.Pick(dice, dice.Pick(["secret", "key", "value"]), dice.Chance(0.7) ? pattern[..pattern.LastIndexOf('/')] : "");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter { get; }

    [GeneratedRegex(
        "@(owner|project|key|cursor|secret|secured|externalId|text|user|team)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
