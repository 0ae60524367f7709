using AdminConsole.Web.Commands;

namespace AdminConsole.Tests.Fixtures;

/// <summary>Commands as they are typed, over a private data directory; what they leave there is seen through the use cases.</summary>
[Collection(CommandCollection.Name)]
public abstract class CommandTest : CoreTest
{
    private const string DataDirectoryVariable = "Console__DataDirectory";

    /// <param name="Output">What a script would read.</param>
    /// <param name="Error">What a person is told.</param>
    protected sealed record Run(int ExitCode, string Output, string Error);

    protected Task<Run> RunAsync(params string[] args) => RunWithInputAsync("", args);

    protected async Task<Run> RunWithInputAsync(string input, params string[] args)
    {
        Assert.True(ConsoleCommands.Handles(args));
        var (realOutput, realError, realInput) = (System.Console.Out, System.Console.Error, System.Console.In);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var reader = new StringReader(input);
        Environment.SetEnvironmentVariable(DataDirectoryVariable, Database.Directory.Path);
        System.Console.SetOut(output);
        System.Console.SetError(error);
        System.Console.SetIn(reader);
        try
        {
            return new(await ConsoleCommands.RunAsync(args), output.ToString(), error.ToString());
        }
        finally
        {
            System.Console.SetOut(realOutput);
            System.Console.SetError(realError);
            System.Console.SetIn(realInput);
            Environment.SetEnvironmentVariable(DataDirectoryVariable, null);
        }
    }

    /// <summary>The command was refused, told why, gave a script nothing, and left the database as it was.</summary>
    protected async Task AssertRefusedAsync(string expected, string input, params string[] args)
    {
        var before = await DatabaseContents.ReadAsync(Database.Directory);

        var run = await RunWithInputAsync(input, args);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await DatabaseContents.ReadAsync(Database.Directory));
    }
}

/// <summary>Input, output and environment belong to the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CommandCollection
{
    public const string Name = "Commands";
}
