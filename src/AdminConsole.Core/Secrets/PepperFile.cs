using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Core.Secrets;

/// <summary>
/// <c>pepper.json</c>: <c>{"current":1,"peppers":{"1":"base64 of 32 bytes"}}</c>, readable by its owner alone. Written once and never changed by the
/// console.
/// </summary>
internal static partial class PepperFile
{
    public const string Name = "pepper.json";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = ~(OwnerOnly | UnixFileMode.UserExecute);

    public static string PathIn(string directory) => Path.Combine(directory, Name);

    public static PepperRing LoadOrCreate(string directory)
    {
        if (!File.Exists(PathIn(directory)))
        {
            Create(directory);
        }

        return Load(directory);
    }

    public static PepperRing Load(string directory)
    {
        var path = PathIn(directory);
        if (!File.Exists(path))
        {
            throw new PepperException(
                $"{path} is missing, and the database holds keys hashed with it. Restore the file from where it was kept; "
                    + "a new one would make every key worthless.");
        }

        using var file = File.OpenRead(path);
        RefuseOthers(file, path);
        return Read(file, path);
    }

    // Asked of the open file, so that it cannot be exchanged between the question and the reading.
    private static void RefuseOthers(FileStream file, string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != UnixFileMode.None)
        {
            throw new PepperException($"{path} can be used by other accounts of this machine. Run: chmod 600 {path}");
        }
    }

    private static PepperRing Read(FileStream file, string path)
    {
        // The causes are dropped: the message of a JSON or base64 fault can quote what it could not read.
        try
        {
            var content = JsonSerializer.Deserialize(file, ContentJson.Default.Content) ?? throw Damaged(path);
            return content.ToRing() ?? throw Damaged(path);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw Damaged(path);
        }
    }

    private static PepperException Damaged(string path) =>
        new($"{path} is damaged: it must name a current pepper and hold at least {PepperRing.PepperLength} bytes in base64 for each. "
            + "Restore the file.");

    private static void Create(string directory)
    {
        CreateDirectory(directory);
        var temporary = PathIn(directory) + "." + Guid.NewGuid().ToString("n");
        Write(temporary);

        // Nobody else can be first: this process holds the data directory.
        File.Move(temporary, PathIn(directory));
        DirectoryEntries.Flush(directory);
    }

    private static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }

        Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, Content.New(), ContentJson.Default.Content);
        file.Flush(flushToDisk: true);
    }

    // Written by the compiler: the serializer's own look at the class takes longer than everything else about the file, and every start waits for it.
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Strict)]
    [JsonSerializable(typeof(Content))]
    private sealed partial class ContentJson : JsonSerializerContext;

    private sealed class Content
    {
        [JsonPropertyName("current")]
        public required int Current { get; init; }

        [JsonPropertyName("peppers")]
        public required Dictionary<int, byte[]> Peppers { get; init; }

        public static Content New() => new() { Current = 1, Peppers = new() { [1] = RandomNumberGenerator.GetBytes(PepperRing.PepperLength) } };

        public PepperRing? ToRing() =>
            Peppers.ContainsKey(Current) && Peppers.Values.All(pepper => pepper is { Length: >= PepperRing.PepperLength })
                ? new PepperRing(Current, Peppers)
                : null;
    }
}
