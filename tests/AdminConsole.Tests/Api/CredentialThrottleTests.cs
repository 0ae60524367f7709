using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Verification;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Api;

public sealed class CredentialThrottleTests(ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Question = """{"secret":"x"}""";

    [Fact]
    public async Task Holds_up_who_guesses_for_a_minute_and_nobody_with_a_valid_key()
    {
        using var guesser = served.Client("guess");
        using var caller = served.Client((await served.CreateManagementKeyAsync(ManagementScopes.VerifyKeys)).Secret.Reveal());
        for (var failure = 0; failure < CredentialFailureLimiter.MaxPerMinute; failure++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await ServedConsole.VerifyAsync(guesser, Question)).StatusCode);
        }

        var heldUp = await ServedConsole.VerifyAsync(guesser, Question);
        var elsewhere = await guesser.GetAsync("/health");
        var valid = await ServedConsole.VerifyAsync(caller, Question);
        await served.PassAsync(TimeSpan.FromMinutes(1));
        var later = await ServedConsole.VerifyAsync(guesser, Question);

        Assert.Equal("credentials.throttled", (await heldUp.AssertProblemAsync(HttpStatusCode.TooManyRequests)).Code());
        Assert.Equal(TimeSpan.FromMinutes(1), heldUp.Headers.RetryAfter?.Delta);
        await elsewhere.AssertProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, valid.StatusCode);
        Assert.Equal("credentials.invalid", (await later.AssertProblemAsync(HttpStatusCode.Unauthorized)).Code());
    }
}
