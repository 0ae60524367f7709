using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AdminConsole.Tests.Fixtures;

/// <summary>bUnit is compiled against a newer AngleSharp.Diffing than some feeds have; the older one has the same API.</summary>
internal static class AssemblyResolution
{
    private const string Diffing = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name is { Name: Diffing, Version: not null } ? context.LoadFromAssemblyName(new AssemblyName(Diffing)) : null;
}
