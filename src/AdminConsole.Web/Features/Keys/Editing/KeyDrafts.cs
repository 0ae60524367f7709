using System.Text.Json;
using AdminConsole.Web.Components.Browser;
using AdminConsole.Web.Security;
using Microsoft.JSInterop;

namespace AdminConsole.Web.Features.Keys.Editing;

/// <summary>
/// Keeps in the browser's tab what was typed into the form of a key, so that it survives a restart of the console. One at a time: no tab has two
/// such forms open.
/// </summary>
public sealed class KeyDrafts(TabStorage storage, CurrentOperator person)
{
    private const string Name = "key-draft";

    private KeyDraft? _wanted;
    private bool _isWriting;
    private bool _isOutdated;
    private bool _wasRead;
    private KeyDraft? _found;

    /// <summary>What was handed in last is, or will be in a moment, where a restart does not reach it.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Keeps this draft in place of the one before; null: none. Whoever types is not held up, and only the last one counts.</summary>
    public async Task KeepAsync(KeyDraft? draft)
    {
        (_wanted, _isOutdated) = (draft, true);
        if (_isWriting)
        {
            return;
        }

        _isWriting = true;
        try
        {
            while (_isOutdated)
            {
                _isOutdated = false;
                IsKept = await WriteAsync(_wanted);
            }
        }
        catch (Exception fault) when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // A browser that keeps nothing, or that has gone: the page goes on without.
            IsKept = false;
        }
        finally
        {
            _isWriting = false;
        }
    }

    /// <summary>The draft that the page before this one left behind, if it fits: once.</summary>
    public async Task<KeyDraft?> TakeAsync(Func<KeyDraft, bool> fits)
    {
        if (!_wasRead)
        {
            _wasRead = true;
            _found = await ReadAsync();
        }

        if (_found is not { } found || !fits(found))
        {
            return null;
        }

        _found = null;
        return found;
    }

    private async Task<KeyDraft?> ReadAsync()
    {
        if (await ReaderAsync() is not { } reader || await storage.ReadAsync(Name, reader) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeyDraft>(text);
        }
        catch (JsonException)
        {
            // Another version of the console kept it.
            return null;
        }
    }

    private async Task<bool> WriteAsync(KeyDraft? draft)
    {
        if (draft is not null && await ReaderAsync() is { } reader)
        {
            return await storage.TryWriteAsync(Name, reader, JsonSerializer.Serialize(draft));
        }

        await storage.RemoveAsync(Name);
        return false;
    }

    private async Task<string?> ReaderAsync() => (await person.ProfileAsync())?.Id.ToString();
}
