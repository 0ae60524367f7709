using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace AdminConsole.Client;

/// <summary>
/// How a service takes keys. Read from the section <see cref="AdminConsoleKeyDefaults.Section"/> of the configuration, and checked at start.
/// </summary>
public sealed class AdminConsoleKeyOptions : AuthenticationSchemeOptions
{
    public const string AuthorizationHeader = "Authorization";

    /// <summary>Where the console is: <c>https://keys.example.com</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>What the service itself shows to the console: a management key with the scope <c>keys:verify</c>.</summary>
    public string? ManagementKey { get; set; }

    /// <summary>Whether secrets go to another machine over HTTPS alone. A console on this machine may be asked over plain HTTP.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <summary>
    /// The header that a client shows its key in. <c>Authorization</c> is read as <c>Bearer</c> and the key; of any other, such as <c>X-Api-Key</c>,
    /// the whole value is the key.
    /// </summary>
    public string Header { get; set; } = AuthorizationHeader;

    /// <summary>
    /// How much longer an answer is believed while the console cannot be asked, beyond the time that the console itself gave it. It is also how long
    /// a key that is revoked during an outage may still be let in.
    /// </summary>
    public TimeSpan AnswerFromCacheWhenDown { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the console may take to answer before it counts as down.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Answers kept at most; the one that was not asked for the longest makes way.</summary>
    public int CacheSize { get; set; } = 10_000;

    /// <summary>
    /// Adds what the service knows of a request to the question: the project, resource or referrer, or the client's address behind a proxy.
    /// </summary>
    public Func<HttpContext, AdminConsoleKeyQuestion, AdminConsoleKeyQuestion> Complete { get; set; } = (_, question) => question;
}
