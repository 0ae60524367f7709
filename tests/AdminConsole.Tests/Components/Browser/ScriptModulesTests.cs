using AdminConsole.Web.Components.Browser;
using Microsoft.JSInterop;

namespace AdminConsole.Tests.Components.Browser;

public sealed class ScriptModulesTests
{
    private const string Module = "js/any.js";

    [Theory]
    [MemberData(nameof(WaysToGo))]
    public async Task A_component_leaves_quietly_when_the_browser_has_gone(Exception gone)
    {
        var browser = new OneModule();
        await using var scripts = new ScriptModules(browser);
        await scripts.CallAsync(Module, "open");

        browser.Fault = gone;

        await scripts.CallOnLeavingAsync(Module, "close");
        Assert.Equal(["import", "open", "close"], browser.Calls);
    }

    [Theory]
    [MemberData(nameof(WaysToGo))]
    public async Task A_component_whose_script_was_never_loaded_leaves_quietly_too(Exception gone)
    {
        await using var scripts = new ScriptModules(new OneModule { Fault = gone });

        var leaving = await Record.ExceptionAsync(async () => await scripts.CallOnLeavingAsync(Module, "close"));

        Assert.Null(leaving);
    }

    [Theory]
    [MemberData(nameof(WaysToGo))]
    public async Task A_circuit_ends_quietly_when_the_browser_has_gone(Exception gone)
    {
        var browser = new OneModule();
        var scripts = new ScriptModules(browser);
        await scripts.CallAsync(Module, "open");

        browser.Fault = gone;

        Assert.Null(await Record.ExceptionAsync(async () => await scripts.DisposeAsync()));
    }

    [Theory]
    [MemberData(nameof(WaysToGo))]
    public async Task A_script_that_did_not_come_is_asked_for_again(Exception lost)
    {
        var browser = new OneModule { Fault = lost };
        await using var scripts = new ScriptModules(browser);
        await Record.ExceptionAsync(async () => await scripts.CallAsync(Module, "open"));

        browser.Fault = null;
        await scripts.CallAsync(Module, "open");

        Assert.Equal(["import", "import", "open"], browser.Calls);
    }

    [Fact]
    public async Task What_a_script_itself_throws_is_not_hushed_up()
    {
        await using var scripts = new ScriptModules(new OneModule { Fault = new JSException("wrong") });

        await Assert.ThrowsAsync<JSException>(async () => await scripts.CallOnLeavingAsync(Module, "close"));
    }

    public static TheoryData<Exception> WaysToGo() => [new JSDisconnectedException("gone"), new TaskCanceledException()];

    /// <summary>A browser, and the one module that it loads. Answers nothing but the fault while there is one.</summary>
    private sealed class OneModule : IJSRuntime, IJSObjectReference
    {
        public Exception? Fault { get; set; }

        public List<string> Calls { get; } = [];

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return Fault switch
            {
                null => new(this is TValue module ? module : default!),
                OperationCanceledException => new(Task.FromCanceled<TValue>(new(canceled: true))),
                _ => new(Task.FromException<TValue>(Fault)),
            };
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => new(Fault is null ? Task.CompletedTask : Task.FromException(Fault));
    }
}
