using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Components.Browser;

/// <summary>
/// Texts that the browser keeps for its tab: they outlive the page and this process, though not the tab. They are encrypted, and can be read back
/// for the reader alone that they were written for.
/// </summary>
public sealed class TabStorage(IJSRuntime js, IDataProtectionProvider protection)
{
    /// <summary>UTF-8 bytes. Encrypted and as text they must pass through one message of the circuit, which ends at 32 KiB.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>False when the text is too long, and is then not kept.</summary>
    public async Task<bool> TryWriteAsync(string name, string reader, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxLength)
        {
            await RemoveAsync(name);
            return false;
        }

        await js.InvokeVoidAsync("sessionStorage.setItem", name, Protector(name, reader).Protect(text));
        return true;
    }

    /// <summary>Null when there is none, or none for this reader.</summary>
    public async Task<string?> ReadAsync(string name, string reader)
    {
        try
        {
            return await js.InvokeAsync<string?>("sessionStorage.getItem", name) is { Length: > 0 } kept
                ? Protector(name, reader).Unprotect(kept)
                : null;
        }
        catch (Exception fault) when (fault is JSException or CryptographicException)
        {
            // A browser that keeps nothing, or another reader's text.
            return null;
        }
    }

    public async Task RemoveAsync(string name) => await js.InvokeVoidAsync("sessionStorage.removeItem", name);

    private IDataProtector Protector(string name, string reader) => protection.CreateProtector("AdminConsole.TabStorage", name, reader);
}
