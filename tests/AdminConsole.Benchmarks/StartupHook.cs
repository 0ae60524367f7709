using AdminConsole.Benchmarks.Servers;

/// <summary>
/// Runs inside the console that is measured, before its own first line (the runtime's start-up hook, DOTNET_STARTUP_HOOKS): the console itself knows
/// nothing of being measured. The runtime asks for this name, outside of any namespace.
/// </summary>
#pragma warning disable CA1050, MA0047
internal static class StartupHook
#pragma warning restore CA1050, MA0047
{
    public static void Initialize() => Probe.Start();
}
