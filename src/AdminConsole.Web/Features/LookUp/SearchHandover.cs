using AdminConsole.Core.LookUp;
using AdminConsole.Web.Paths;
using Microsoft.AspNetCore.Components;

namespace AdminConsole.Web.Features.LookUp;

/// <summary>
/// Carries what was typed into a search field to the look-up, where it is no plain text: in this circuit's memory, so that no URL, history entry,
/// title or log ever holds a secret, a hint or an id. Every search field asks here before it writes its text anywhere.
/// </summary>
public sealed class SearchHandover(NavigationManager navigation)
{
    private string? _text;

    /// <summary>A text arrived while the look-up may be open already.</summary>
    public event EventHandler? Arrived;

    /// <summary>Opens the look-up with the text unless it is plain; plain text is the caller's to search for.</summary>
    public bool TryHandOver(string? text)
    {
        if (SearchText.KindOf(text) is SearchTextKind.Plain)
        {
            return false;
        }

        HandOver(text!);
        return true;
    }

    /// <summary>Opens the look-up with the text, whatever it is: for operators who have no list to search.</summary>
    public void HandOver(string text)
    {
        _text = text.Trim();
        navigation.NavigateTo(AppRoutes.LookUp);
        Arrived?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The text, the first time; null ever after.</summary>
    public string? Take()
    {
        var taken = _text;
        _text = null;
        return taken;
    }
}
