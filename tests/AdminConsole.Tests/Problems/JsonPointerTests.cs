using AdminConsole.Web.Problems;

namespace AdminConsole.Tests.Problems;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("$.name", "/name")]
    [InlineData("$.scopes[12]", "/scopes/12")]
    [InlineData("$.claims.a.b[0].c", "/claims/a/b/0/c")]
    [InlineData("$['a.b']", "/a.b")]
    [InlineData("$.a/b", "/a~1b")]
    [InlineData("$['~ ']", "/~0 ")]
    public void Names_the_same_place_as_the_path(string path, string expected) => Assert.Equal(expected, JsonPointer.Of(path));
}
