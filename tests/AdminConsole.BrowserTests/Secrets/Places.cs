using System.Text;
using AdminConsole.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AdminConsole.BrowserTests.Secrets;

/// <summary>Everything that a console and its pages leave behind, by the name of the place.</summary>
internal sealed class Places
{
    private readonly List<(string Name, string Text)> _places = [];

    /// <summary>The names of the places that hold a piece of one of the secrets.</summary>
    public IReadOnlyList<string> With(SecretTraces traces) => With(text => traces.AreIn(text));

    public IReadOnlyList<string> With(Func<string, bool> isIn) =>
        [.. _places.Where(place => isIn(place.Text)).Select(place => place.Name).Distinct()];

    public void Add(string name, string text) => _places.Add((name, text));

    /// <summary>A page as it stands.</summary>
    public async Task AddPageAsync(string name, IPage page) => Add(name, await page.ContentsAsync());

    /// <summary>A page as the server sends it to whoever is signed in on that page.</summary>
    public async Task AddResponseAsync(IPage page, string path)
    {
        var response = await page.APIRequest.GetAsync(path);
        Add($"response of {path}", string.Join('\n', response.Headers) + await response.TextAsync());
    }

    /// <summary>Each file as bytes: what a database has deleted may still stand in it.</summary>
    public void AddFiles(string directory)
    {
        // Nobody but the console can open its lock, in which it writes its process id at the start.
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension != ".lock"))
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Add("files", reader.ReadToEnd());
        }
    }
}
