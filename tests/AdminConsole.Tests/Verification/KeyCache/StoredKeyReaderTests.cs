using AdminConsole.Core.Data;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Keys.Sealing;
using AdminConsole.Core.Verification.KeyCache;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Verification.KeyCache;

public sealed class StoredKeyReaderTests : CoreTest
{
    [Fact]
    public async Task Reads_all_from_the_moment_of_its_first_reading()
    {
        var key = await Console.AddKeyAsync(await Console.CreateOrganizationAsync(), A.Settings(scopes: ["vm:read"]));
        await using var connection = await Console.Get<ConsoleStore>().OpenReaderAsync(default);
        await using var reader = StoredKeyReader.Open(connection);
        var before = Assert.Single(await reader.ReadAsync(1, 1, default));

        await Console.Get<EditKeyHandler>().EditAsync(
            A.Admin(key.OrganizationId), new(key, 1, new() { Scopes = new(["vm:edit"]), AllowedCidrs = new(["10.0.0.0/8"]) }), default);
        var after = Assert.Single(await reader.ReadAsync(1, 1, default));

        Assert.Equivalent(before, after, strict: true);
        Assert.Equal(["vm:read"], after.Scopes);
        Assert.True(Console.Get<KeySealer>().IsIntact(after));
        Assert.Equal(2, (await Console.DetailsAsync(key)).Version);
    }
}
