using System.Text;

namespace AdminConsole.Tests.Fuzzing;

/// <summary>A run that finds nothing says something only when its judge sees every kind of fault.</summary>
public sealed class JudgeTests
{
    private const string Problem = """{"status":400,"code":"body.malformed","title":"No.","requestId":"1"}""";
    private const string Nirvana = """{"message":"No.","code":"a.b","errors":[],"request_id":"1"}""";

    private static readonly FuzzCaller Caller = new(0, "1", "akc_mgmt_secret", "acme");

    [Theory]
    [InlineData("/api/v1/keys", 200, "application/json", "{}")]
    [InlineData("/api/v1/keys", 400, "application/problem+json", Problem)]
    [InlineData("/API/v1/keys", 400, "application/problem+json", Problem)]
    [InlineData("/nirvana/v1/api_keys", 404, "application/json", Nirvana)]
    [InlineData("/api/v1/keys", 431, "", "")]
    [InlineData("/nirvana/../nothing", 404, "text/html", "<p>")]
    public void Passes_what_has_its_form(string path, int status, string type, string body) => Assert.Null(Fault(path, Answer(status, type, body)));

    [Theory]
    [InlineData("/api/v1/keys", 500, "application/problem+json", "{}")]
    [InlineData("/api/v1/keys", 503, "application/problem+json", "{}")]
    [InlineData("/api/v1/keys", 505, "", "")]
    [InlineData("/api/v1/keys", 404, "text/html", "<p>")]
    [InlineData("/api/v1/keys", 404, "", "")]
    [InlineData("/nirvana/v1/api_keys", 415, "", "")]
    [InlineData("/api/v1/keys", 400, "application/json", Problem)]
    [InlineData("/api/v1/keys", 404, "application/problem+json", Problem)]
    [InlineData("/api/v1/keys", 400, "application/problem+json", """{"status":400,"code":"Oh no","title":"No.","requestId":"1"}""")]
    [InlineData("/x/%2e%2e/api/v1/keys", 400, "application/problem+json", "{")]
    [InlineData("/nirvana/v1/api_keys", 404, "application/json", """{"message":"No."}""")]
    [InlineData("/nirvana/v1/api_keys", 404, "application/problem+json", Nirvana)]
    [InlineData("/api/v1/keys", 400, "application/problem+json", """{"status":400,"code":"a.b","title":"akc_mgmt_secret","requestId":"1"}""")]
    [InlineData("/api/v1/keys", 400, "application/problem+json", """{"status":400,"code":"a.b","title":"JsonException","requestId":"1"}""")]
    public void Sees_what_has_not(string path, int status, string type, string body) => Assert.NotNull(Fault(path, Answer(status, type, body)));

    [Fact]
    public void Takes_a_connection_that_is_cut_for_an_answer_only_where_the_transfer_was_broken()
    {
        Assert.NotNull(Fault("/api/v1/keys", answer: null));
        Assert.Null(new Judge(["/nirvana"]).Fault(new("GET", "/api/v1/keys", "/api/v1/keys") { EndsConnection = true }, Caller, answer: null));
    }

    private static string? Fault(string path, Answer? answer) => new Judge(["/nirvana"]).Fault(new("GET", path, path), Caller, answer);

    private static Answer Answer(int status, string type, string body) =>
        new(status, new Dictionary<string, string> { ["content-type"] = type }, Encoding.UTF8.GetBytes(body));
}
