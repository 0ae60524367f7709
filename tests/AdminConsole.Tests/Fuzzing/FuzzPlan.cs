using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Problems;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>What is asked of whom.</summary>
/// <param name="Vendors">The prefixes of the surfaces that answer in a vendor's form.</param>
/// <param name="Session">The cookie of an operator who is signed in, for the pages.</param>
/// <param name="SparedOwner">The id of an owner that no request changes: it is where one must name the owner of a key.</param>
internal sealed record FuzzPlan(Uri Server, IReadOnlyList<FuzzRoute> Routes, IReadOnlyList<string> Vendors, string Session, string SparedOwner)
{
    public const string OtherMethods = "other";

    private static readonly IReadOnlyList<string> ProgramPrefixes = ["/api/", "/openapi/", "/health"];

    /// <summary>Every route that the console has. Files, which are all served alike, are not asked for.</summary>
    public static FuzzPlan Of(ConsoleApp app, string session, string sparedOwner)
    {
        var routes = app.Routes().Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null).ToLookup(IsForPrograms);
        var names = routes[true].SelectMany(route => route.Names()).ToList();
        var programs = names.Concat(AheadOfRouting(names))
            .Concat(names.Where(IsOfOneAlgoliaKey).Select(AsksForItself)).SelectMany(Weighed).Select(FuzzRoute.Parse);
        var pages = routes[false].SelectMany(route => route.Names()).Select(name => FuzzRoute.Parse(name) with { IsPage = true });
        return new(
            app.ClientOptions.BaseAddress,
            [.. programs, .. pages],
            [.. routes[true].Where(IsOfVendor).Select(PrefixOf).Distinct()],
            session,
            sparedOwner);
    }

    /// <summary>Of what is answered ahead of routing, only the refusal of other methods is a route.</summary>
    private static IEnumerable<string> AheadOfRouting(IReadOnlyList<string> names) => Examples.RoutesWithBody
        .Where(name => !names.Contains(name) && names.Contains($"{OtherMethods} {name.Split(' ')[1]}"));

    private static bool IsOfOneAlgoliaKey(string name) =>
        name.StartsWith("GET", StringComparison.Ordinal) && name.EndsWith("/1/keys/{key}", StringComparison.Ordinal);

    /// <summary>The same route as it answers a key that is no admin's.</summary>
    private static string AsksForItself(string name) => name.Replace("{key}", FuzzRoute.Itself, StringComparison.Ordinal);

    /// <summary>What takes a request is asked more often than what only refuses its method.</summary>
    private static IEnumerable<string> Weighed(string name) =>
        Enumerable.Repeat(name, name.StartsWith(OtherMethods, StringComparison.Ordinal) ? 1 : 5);

    private static bool IsForPrograms(RouteEndpoint route) =>
        IsOfVendor(route) || ProgramPrefixes.Any(prefix => route.Pattern().StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsOfVendor(RouteEndpoint route) => route.Metadata.GetMetadata<ProblemFormat>() is not null;

    private static string PrefixOf(RouteEndpoint route) => "/" + route.Pattern().Split('/')[1];
}

/// <summary>A route, and a method that it has or has not.</summary>
internal sealed record FuzzRoute(string Method, string Pattern)
{
    /// <summary>Stands for a key that the request is also made with.</summary>
    public const string Itself = "{itself}";

    private const string NoMethod = "LINK";

    public bool IsPage { get; init; }

    public string Name => $"{Method} {Pattern}";

    /// <summary>Not where the session would end.</summary>
    public bool TakesSession => IsPage && !(Method == "POST" && Pattern == AccountPaths.SignOut);

    /// <summary>
    /// Whether anything that it is asked is answered by 2xx: not a method that it has not, and not for a secret, which is kept nowhere.
    /// </summary>
    public bool CanSucceed => !IsPage && Method != NoMethod && !Pattern.EndsWith("/secret", StringComparison.Ordinal);

    public static FuzzRoute Parse(string name)
    {
        var parts = name.Split(' ');
        return new(parts[0] == FuzzPlan.OtherMethods ? NoMethod : parts[0], parts[1]);
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
