using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace AdminConsole.Client;

/// <summary>The options of the scheme, for what stands behind its handler, and what follows from them.</summary>
internal sealed class AdminConsoleKeyConnection(IOptionsMonitor<AdminConsoleKeyOptions> options)
{
    public AdminConsoleKeyOptions Options => options.Get(AdminConsoleKeyDefaults.Scheme);

    public AuthenticationHeaderValue Credentials => new("Bearer", Options.ManagementKey);

    /// <summary>An address of the console's API. The console may stand below a path of its own.</summary>
    public Uri Route(string path) => new($"{Options.Address!.AbsoluteUri.TrimEnd('/')}/api/v1{path}");
}
