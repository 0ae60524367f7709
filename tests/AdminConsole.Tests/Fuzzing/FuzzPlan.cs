using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Api;
using Microsoft.AspNetCore.Routing;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>What is asked of whom.</summary>
/// <param name="Vendors">The prefixes of the surfaces that answer in a vendor's form.</param>
internal sealed record FuzzPlan(Uri Server, IReadOnlyList<FuzzRoute> Routes, IReadOnlyList<string> Vendors)
{
    public const string OtherMethods = "other";

    /// <summary>Every route for programs that the console has.</summary>
    public static FuzzPlan Of(ConsoleApp app)
    {
        var vendors = app.Routes().Where(IsOfVendor).ToList();
        var names = app.Routes().Where(route => IsOfVendor(route) || route.Pattern().StartsWith("/api", StringComparison.Ordinal)).SelectMany(route => route.Names()).ToList();
        return new(app.ClientOptions.BaseAddress, [.. names.Concat(AheadOfRouting(names)).SelectMany(Weighed).Select(FuzzRoute.Parse)], [.. vendors.Select(PrefixOf).Distinct()]);
    }

    /// <summary>Of what is answered ahead of routing, only the refusal of other methods is a route.</summary>
    private static IEnumerable<string> AheadOfRouting(IReadOnlyList<string> names) => Examples.RoutesWithBody
        .Where(name => !names.Contains(name) && names.Contains($"{OtherMethods} {name.Split(' ')[1]}"));

    /// <summary>What takes a request is asked more often than what only refuses its method.</summary>
    private static IEnumerable<string> Weighed(string name) => Enumerable.Repeat(name, name.StartsWith(OtherMethods, StringComparison.Ordinal) ? 1 : 5);

    private static bool IsOfVendor(RouteEndpoint route) => route.Metadata.GetMetadata<ProblemForm>() is not null;

    private static string PrefixOf(RouteEndpoint route) => "/" + route.Pattern().Split('/')[1];
}

/// <summary>A route, and a method that it has or has not.</summary>
internal sealed record FuzzRoute(string Method, string Pattern)
{
    public static FuzzRoute Parse(string name)
    {
        var parts = name.Split(' ');
        return new(parts[0] == FuzzPlan.OtherMethods ? "LINK" : parts[0], parts[1]);
    }
}

/// <summary>Who asks.</summary>
internal sealed record FuzzCaller(int Number, string KeyId, string Secret, string Organization)
{
    /// <summary>Its credentials, wherever a surface looks for them.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("Authorization", $"Bearer {Secret}"),
        ("x-stack-secret-server-key", Secret),
        ("x-stack-project-id", Organization),
        ("x-algolia-api-key", Secret),
        ("x-algolia-application-id", Organization),
    ];
}
