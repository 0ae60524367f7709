using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Tests.Policies;

namespace AdminConsole.Tests.Explaining;

public sealed class PolicyExplainerTests
{
    private static readonly DateTimeOffset Now = EvaluatorScene.Now;

    [Fact]
    public void Agrees_with_the_evaluator_on_a_hundred_thousand_cases()
    {
        var random = new Random(20_260_801);
        var seen = new HashSet<DecisionCode>();
        for (var round = 0; round < 100_000; round++)
        {
            var given = ExplainerCase.Draw(random);
            var decided = PolicyEvaluator.Evaluate(given.Policy, given.Request, given.Now);

            var explanation = given.Explain();

            Assert.Equal(
                (decided.Code, decided.Rule, decided.PolicyVersion),
                (explanation.Decision.Code, explanation.Decision.Rule, explanation.Decision.PolicyVersion));
            Assert.Equal(decided.MissingScopes, explanation.Decision.MissingScopes);
            AssertDecidedByTheFirstRefusal(explanation);
            seen.Add(decided.Code);
        }

        Assert.Equal([DecisionCode.Valid, .. EvaluatorScene.Order], seen.Order());
    }

    [Fact]
    public void The_smallest_edit_makes_the_request_valid_and_no_part_of_it_does()
    {
        var random = new Random(20_260_802);
        var most = 0;
        for (var round = 0; round < 5_000; round++)
        {
            var given = ExplainerCase.Draw(random);
            if (given.Explain().SuggestedEdit is { } suggested)
            {
                Assert.Equal(DecisionCode.Valid, given.DecideAfter(suggested.Edits));
                Assert.DoesNotContain(ProperParts(suggested.Edits), part => given.DecideAfter(part) is DecisionCode.Valid);
                most = Math.Max(most, suggested.Edits.Count);
            }
        }

        Assert.True(most > 5, "The cases were too easy to tell.");
    }

    [Fact]
    public void Whatever_an_edit_can_mend_has_one()
    {
        for (var subset = 1; subset < 1 << EvaluatorScene.Order.Length; subset++)
        {
            var provoked = EvaluatorScene.Order.Where((_, place) => (subset >> place & 1) == 1).ToList();
            var scene = new EvaluatorScene(provoked);

            var explanation = PolicyExplainer.Explain(scene.Policy, scene.Request, Now);

            var final = provoked.Any(code => code is DecisionCode.Revoked or DecisionCode.OrganizationSuspended);
            Assert.Equal(final, explanation.SuggestedEdit is null);
            Assert.Equal(final, explanation.WhyNoEdit is not null);
            Assert.Equal(provoked, explanation.Checks.Where(check => !check.Passed).Select(check => check.Code));
        }
    }

    [Theory]
    [InlineData(DecisionCode.Disabled, "Enable the key.")]
    [InlineData(DecisionCode.NotYetValid, "Let the key start at 2026-08-01 12:00:00 UTC.")]
    [InlineData(DecisionCode.Expired, "Let the key expire at 2026-08-31 12:00:00 UTC.")]
    [InlineData(DecisionCode.IpBlocked, "Unblock the network 203.0.113.0/29.")]
    [InlineData(DecisionCode.IpNotAllowed, "Allow the address 203.0.113.7/32.")]
    [InlineData(DecisionCode.ReferrerNotAllowed, "Allow the referrer https://shop.example/cart.")]
    [InlineData(DecisionCode.ProjectNotAllowed, "Add the project prj_0198a000000070008000000000000001.")]
    [InlineData(DecisionCode.ResourceNotAllowed, "Allow the resource products.")]
    [InlineData(DecisionCode.ScopeMissing, "Add the scope keys:write.", "Add the scope keys:revoke.")]
    [InlineData(DecisionCode.RateLimited, "Raise the hourly limit to 11.")]
    public void Says_what_to_do(DecisionCode code, params string[] words)
    {
        var scene = new EvaluatorScene(code);

        var explanation = PolicyExplainer.Explain(scene.Policy, scene.Request, Now);

        Assert.Equal(words, explanation.SuggestedEdit!.Edits.Select(edit => edit.Words));
    }

    [Fact]
    public void A_request_that_passes_needs_no_edit()
    {
        var scene = new EvaluatorScene();

        var explanation = PolicyExplainer.Explain(scene.Policy, scene.Request, Now);

        Assert.Equal((DecisionCode.Valid, null, null), (explanation.Decision.Code, explanation.SuggestedEdit, explanation.WhyNoEdit));
        Assert.All(explanation.Checks, check => Assert.True(check.Passed));
    }

    [Fact]
    public void Without_a_key_there_is_nothing_to_check_or_to_edit()
    {
        var explanation = PolicyExplainer.Explain(null, new(), Now);

        Assert.Equal(
            (DecisionCode.NotFound, null, "There is no key to edit."),
            (explanation.Decision.Code, explanation.SuggestedEdit, explanation.WhyNoEdit));
        Assert.Empty(explanation.Checks);
    }

    [Fact]
    public void What_the_request_leaves_out_no_edit_of_the_key_mends()
    {
        var scene = new EvaluatorScene();
        (VerificationRequest Request, string Why)[] silent =
        [
            (scene.Request with { ClientIp = null }, "The key has rules about addresses, so the request must say the address it comes from."),
            (scene.Request with { Project = null }, "The key is limited to projects, so the request must say its project."),
            (scene.Request with { Resource = null }, "The key is limited to certain resources, so the request must say its resource."),
            (scene.Request with { Referrer = null }, "The key is limited to certain referrers, so the request must say its referrer."),
        ];

        var explanations = silent.Select(given => PolicyExplainer.Explain(scene.Policy, given.Request, Now)).ToList();

        Assert.All(explanations, explanation => Assert.Null(explanation.SuggestedEdit));
        Assert.Equal(silent.Select(given => given.Why), explanations.Select(explanation => explanation.WhyNoEdit));
    }

    [Theory]
    [InlineData("a*b")]
    [InlineData("shop*")]
    [InlineData("")]
    public void A_text_that_no_pattern_stands_for_alone_is_not_offered_as_one(string resource)
    {
        var scene = new EvaluatorScene(DecisionCode.ResourceNotAllowed);

        var explanation = PolicyExplainer.Explain(scene.Policy, scene.Request with { Resource = resource }, Now);

        Assert.Equal((null, "No pattern can stand for this resource alone."), (explanation.SuggestedEdit, explanation.WhyNoEdit));
    }

    [Fact]
    public void At_the_ends_of_calendar_and_counter_the_key_is_freed_of_expiry_and_limit()
    {
        var policy = new KeyPolicy { Version = 1, Enabled = true, ExpiresAt = Now, Limits = new(1, null, null) };
        var request = new EvaluatorScene().Request with { Scopes = [], VerificationsThisHour = int.MaxValue };

        var suggested = PolicyExplainer.Explain(policy, request, DateTimeOffset.MaxValue).SuggestedEdit!;

        Assert.Equal((null, null), (suggested.Patch.ExpiresAt.Or(Now), suggested.Patch.MaxVerificationsPerIpPerHour.Or(1)));
        Assert.Equal([KeyFields.ExpiresAt, KeyFields.MaxVerificationsPerIpPerHour], suggested.Edits.Select(edit => edit.Field));
    }

    private static void AssertDecidedByTheFirstRefusal(Explanation explanation)
    {
        Assert.Equal(EvaluatorScene.Order, explanation.Checks.Select(check => check.Code));
        var first = explanation.Checks.FirstOrDefault(check => !check.Passed);
        Assert.Equal(first?.Code ?? DecisionCode.Valid, explanation.Decision.Code);
        Assert.Equal(first, explanation.Checks.SingleOrDefault(check => check.Decided));
    }

    private static IEnumerable<IReadOnlyList<PolicyEdit>> ProperParts(IReadOnlyList<PolicyEdit> edits) => Enumerable
        .Range(0, (1 << edits.Count) - 1)
        .Select(part => edits.Where((_, place) => (part >> place & 1) == 1).ToList());
}
