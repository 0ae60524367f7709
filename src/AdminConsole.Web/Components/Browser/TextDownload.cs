namespace AdminConsole.Web.Components.Browser;

/// <summary>Hands the browser a text as a file. No file of it ever exists on the server.</summary>
public sealed class TextDownload(ScriptModules scripts)
{
    public ValueTask SaveAsync(string fileName, string text, string mediaType = "text/plain") =>
        scripts.CallAsync("js/download.js", "save", fileName, text, mediaType);
}
