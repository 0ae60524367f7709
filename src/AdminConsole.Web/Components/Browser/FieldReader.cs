using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Browser;

/// <summary>
/// Takes what stands in a field and may hold secrets: it stays in the browser until it is asked for, and is in the field no more from then on. So no
/// parameter, no markup and no later rendering ever holds it.
/// </summary>
public sealed class FieldReader(ScriptModules scripts)
{
    private const int MaxBytesPerCharacter = 3;

    /// <summary>Empties the field and gives what was in it; null when that was longer than <paramref name="maxLength"/> characters.</summary>
    public async Task<string?> TakeAsync(ElementReference field, int maxLength, CancellationToken cancellation)
    {
        await using var bytes = await scripts.CallAsync<IJSStreamReference>("js/paste.js", "take", field);
        if (bytes.Length == 0)
        {
            return "";
        }

        if (bytes.Length > (long)maxLength * MaxBytesPerCharacter)
        {
            return null;
        }

        await using var stream = await bytes.OpenReadStreamAsync(bytes.Length, cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        return text.Length > maxLength ? null : text;
    }
}
