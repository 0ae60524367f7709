using AdminConsole.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdminConsole.Tests.Components;

public sealed class ConsoleLocalizerTests
{
    [Fact]
    public void The_library_s_words_are_ours_where_we_have_them()
    {
        using var services = new ServiceCollection().AddLogging().AddConsoleKit().BuildServiceProvider();
        var words = services.GetRequiredService<MudLocalizer>();

        Assert.Equal("Close", words["MudDialog_Close"].Value);
        Assert.True(words["MudDataGrid_Unsort"].ResourceNotFound);
    }
}
