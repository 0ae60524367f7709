namespace AdminConsole.Web.Hosting;

internal static class ShortStop
{
    /// <summary>
    /// How long a stop waits for requests to end. One that never ends, of a browser that is gone or a client that stalls, takes all of it: with the
    /// framework's half minute, whatever supervises the process kills it first.
    /// </summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void AddShortStop(this IHostApplicationBuilder builder) =>
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Limit);
}
