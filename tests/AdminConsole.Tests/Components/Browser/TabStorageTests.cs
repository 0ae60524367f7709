using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Browser;
using Microsoft.AspNetCore.DataProtection;

namespace AdminConsole.Tests.Components.Browser;

public sealed class TabStorageTests
{
    private readonly SessionStorage _session = new();
    private readonly TabStorage _storage;

    public TabStorageTests() => _storage = new(_session, new EphemeralDataProtectionProvider());

    [Fact]
    public async Task Keeps_a_text_that_only_its_reader_can_read()
    {
        Assert.True(await _storage.TryWriteAsync("draft", "ada", "typed"));

        Assert.DoesNotContain("typed", _session.Items["draft"], StringComparison.Ordinal);
        Assert.Equal("typed", await _storage.ReadAsync("draft", "ada"));
        Assert.Null(await _storage.ReadAsync("draft", "ben"));
        Assert.Null(await _storage.ReadAsync("other", "ada"));
    }

    [Fact]
    public async Task Reads_nothing_from_what_was_tampered_with_or_removed()
    {
        await _storage.TryWriteAsync("draft", "ada", "typed");
        _session.Items["draft"] = "nonsense";
        Assert.Null(await _storage.ReadAsync("draft", "ada"));

        await _storage.RemoveAsync("draft");
        Assert.Empty(_session.Items);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_kept_nor_is_the_one_before_it()
    {
        await _storage.TryWriteAsync("draft", "ada", "typed");

        Assert.False(await _storage.TryWriteAsync("draft", "ada", new string('t', TabStorage.MaxLength + 1)));

        Assert.Empty(_session.Items);
    }

    [Fact]
    public async Task The_longest_text_passes_through_one_message()
    {
        Assert.True(await _storage.TryWriteAsync("draft", "ada", new string('t', TabStorage.MaxLength)));

        Assert.InRange(_session.Items["draft"].Length, 0, 31 * 1024);
    }
}
