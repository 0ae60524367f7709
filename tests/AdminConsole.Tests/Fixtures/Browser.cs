using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AdminConsole.Tests.Fixtures;

/// <summary>What a browser does with a console's static pages: keeps cookies, fills in forms.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The headers that go with each request.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    /// <summary>The session cookie as it was set last, without its attributes.</summary>
    public string? Session { get; private set; }

    public async Task<HttpResponseMessage> GetAsync(string path) => Noted(await client.GetAsync(path));

    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return Noted(await client.PostAsync(path, content));
    }

    public async Task<HttpResponseMessage> PostJsonAsync(string path, object body) => Noted(await client.PostAsJsonAsync(path, body));

    /// <summary>Opens the page, fills in its form, and sends it with all that the page itself put in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(await GetAsync(path));
        return await SubmitAsync(path, page, fields);
    }

    /// <summary>The same, with a page that was opened before.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector("form[method=post]") ?? throw new InvalidOperationException($"{path} shows no form.");
        var given = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            given[name] = value;
        }

        return PostAsync(path, given);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string query = "") =>
        SubmitAsync("/account/sign-in" + query, ("Form.Email", email), ("Form.Password", password));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>The text that a field's input names as what describes it.</summary>
    public static string DescriptionOf(IHtmlDocument page, string name)
    {
        var input = page.QuerySelector($"input[name='{name}']");
        var ids = input?.GetAttribute("aria-describedby")?.Split(' ') ?? [];
        return string.Join(' ', ids.Select(id => Spoken(page.GetElementById(id)!)));
    }

    public void Dispose() => client.Dispose();

    private static string Spoken(IElement element)
    {
        var spoken = (IElement)element.Clone();
        foreach (var icon in spoken.QuerySelectorAll("[aria-hidden=true]"))
        {
            icon.Remove();
        }

        return spoken.TextContent.Trim();
    }

    private HttpResponseMessage Noted(HttpResponseMessage response)
    {
        var set = response.SetCookies().FirstOrDefault(cookie => Responses.SessionCookie.IsMatch(cookie));
        Session = set?.Split(';')[0] ?? Session;
        return response;
    }
}

internal static partial class Responses
{
    /// <summary>A session cookie as it is set: its name holds something of the installation.</summary>
    [GeneratedRegex("^(?:__Host-|__Secure-)?console-[0-9a-f]{8}=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex SessionCookie { get; }

    public static IReadOnlyList<string> SetCookies(this HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    /// <summary>Where a redirect leads, or null; without the origin when that is the console's own.</summary>
    public static string? LeadsTo(this HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
        {
            return null;
        }

        var own = response.RequestMessage!.RequestUri!;
        var target = new Uri(own, response.Headers.Location!);
        return target.Authority == own.Authority && target.Scheme == own.Scheme ? target.PathAndQuery : target.OriginalString;
    }
}
