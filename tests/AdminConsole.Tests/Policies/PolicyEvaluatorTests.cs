using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Tests.Policies;

public sealed class PolicyEvaluatorTests
{
    private static readonly DateTimeOffset Now = EvaluatorScene.Now;

    [Theory]
    [InlineData(DecisionCode.Revoked, "The key was revoked at 2026-07-31 12:00:00 UTC.")]
    [InlineData(DecisionCode.Disabled, "The key is disabled.")]
    [InlineData(DecisionCode.OrganizationSuspended, "The organization is suspended.")]
    [InlineData(DecisionCode.NotYetValid, "The key starts at 2026-08-01 13:00:00 UTC.")]
    [InlineData(DecisionCode.Expired, "The key expired at 2026-08-01 11:59:00 UTC.")]
    [InlineData(DecisionCode.IpBlocked, "203.0.113.7 is in the blocked network 203.0.113.0/29.")]
    [InlineData(DecisionCode.IpNotAllowed, "203.0.113.7 is not in the allowed network 198.51.100.0/24.")]
    [InlineData(DecisionCode.ReferrerNotAllowed, "The referrer does not match the pattern https://other.example/*.")]
    [InlineData(DecisionCode.ProjectNotAllowed, "The project is not one of the key's.")]
    [InlineData(DecisionCode.ResourceNotAllowed, "The resource does not match the pattern orders*.")]
    [InlineData(DecisionCode.ScopeMissing, "The key lacks keys:write, keys:revoke.")]
    [InlineData(DecisionCode.RateLimited, "The limit of 10 verifications an hour for one address is used up.")]
    public void Each_rule_refuses_with_its_code_and_says_why(DecisionCode code, string rule)
    {
        var decision = new EvaluatorScene(code).Decide();

        Assert.Equal((code, rule, 7), (decision.Code, decision.Rule, decision.PolicyVersion));
        Assert.False(decision.Allowed);
    }

    [Fact]
    public void Of_any_rules_that_refuse_together_the_first_decides_and_the_chain_shows_them_all()
    {
        for (var subset = 0; subset < 1 << EvaluatorScene.Order.Length; subset++)
        {
            var provoked = EvaluatorScene.Order.Where((_, place) => (subset >> place & 1) == 1).ToList();
            var scene = new EvaluatorScene(provoked);
            var (policy, request) = (scene.Policy, scene.Request);

            var refusals = PolicyEvaluator.Chain.Where(check => check.Refuse(policy, request, Now) is not null).Select(check => check.Code);

            Assert.Equal(provoked.FirstOrDefault(DecisionCode.Valid), PolicyEvaluator.Evaluate(policy, request, Now).Code);
            Assert.Equal(provoked, refusals);
        }
    }

    [Fact]
    public void A_refusal_carries_the_code_of_its_check() =>
        Assert.All(
            PolicyEvaluator.Chain,
            check => Assert.Equal(
                check.Code, check.Refuse(new EvaluatorScene(check.Code).Policy, new EvaluatorScene(check.Code).Request, Now)?.Code));

    [Fact]
    public void Without_a_key_the_answer_is_not_found()
    {
        var decision = PolicyEvaluator.Evaluate(null, new EvaluatorScene().Request, Now);

        Assert.Equal((DecisionCode.NotFound, null, false), (decision.Code, decision.PolicyVersion, decision.Allowed));
    }

    [Fact]
    public void A_key_without_rules_is_valid_for_a_request_that_asks_nothing()
    {
        var decision = PolicyEvaluator.Evaluate(Bare(), new VerificationRequest(), Now);

        Assert.Equal((DecisionCode.Valid, 1, true), (decision.Code, decision.PolicyVersion, decision.Allowed));
    }

    [Theory]
    [InlineData(-1, DecisionCode.NotYetValid)]
    [InlineData(0, DecisionCode.Valid)]
    [InlineData(1, DecisionCode.Valid)]
    public void A_key_is_valid_from_its_start_on(int milliseconds, DecisionCode code)
    {
        var policy = new KeyPolicy { Version = 1, Enabled = true, StartsAt = Now };

        Assert.Equal(code, PolicyEvaluator.Evaluate(policy, new VerificationRequest(), Now.AddMilliseconds(milliseconds)).Code);
    }

    [Theory]
    [InlineData(-1, DecisionCode.Valid)]
    [InlineData(0, DecisionCode.Expired)]
    [InlineData(1, DecisionCode.Expired)]
    public void A_key_is_valid_only_before_its_expiry(int milliseconds, DecisionCode code)
    {
        var policy = new KeyPolicy { Version = 1, Enabled = true, ExpiresAt = Now.ToOffset(TimeSpan.FromHours(5.5)) };

        Assert.Equal(code, PolicyEvaluator.Evaluate(policy, new VerificationRequest(), Now.AddMilliseconds(milliseconds)).Code);
    }

    [Fact]
    public void A_revoked_key_stays_revoked_when_the_clock_goes_back()
    {
        var policy = new KeyPolicy { Version = 1, Enabled = true, RevokedAt = Now };

        Assert.Equal(DecisionCode.Revoked, PolicyEvaluator.Evaluate(policy, new VerificationRequest(), Now.AddDays(-400)).Code);
    }

    [Fact]
    public void A_rule_about_addresses_refuses_when_no_address_was_given()
    {
        KeyPolicy[] policies =
        [
            new() { Version = 1, Enabled = true, SourceIps = SourceIpRules.Create([EvaluatorScene.Network("10.0.0.0/8")], []) },
            new() { Version = 1, Enabled = true, SourceIps = SourceIpRules.Create([], [EvaluatorScene.Network("10.0.0.0/8")]) },
            new() { Version = 1, Enabled = true, Limits = new KeyLimits(10, null, null) },
        ];

        var decisions = policies.Select(policy => PolicyEvaluator.Evaluate(policy, new VerificationRequest(), Now));

        Assert.All(decisions, decision =>
            Assert.Equal(
                (DecisionCode.IpNotAllowed, "The key has rules about addresses, and no address was given."),
                (decision.Code, decision.Rule)));
    }

    [Fact]
    public void A_rule_about_project_resource_or_referrer_refuses_when_none_was_given()
    {
        var request = new EvaluatorScene().Request;
        var policy = new EvaluatorScene().Policy;

        Assert.Equal(DecisionCode.ReferrerNotAllowed, PolicyEvaluator.Evaluate(policy, request with { Referrer = null }, Now).Code);
        Assert.Equal(DecisionCode.ProjectNotAllowed, PolicyEvaluator.Evaluate(policy, request with { Project = null }, Now).Code);
        Assert.Equal(DecisionCode.ResourceNotAllowed, PolicyEvaluator.Evaluate(policy, request with { Resource = null }, Now).Code);
    }

    [Fact]
    public void Even_a_pattern_for_everything_needs_something()
    {
        var policy = new KeyPolicy { Version = 1, Enabled = true, Resources = [EvaluatorScene.Pattern("*")] };

        Assert.Equal(DecisionCode.ResourceNotAllowed, PolicyEvaluator.Evaluate(policy, new VerificationRequest(), Now).Code);
    }

    [Fact]
    public void Every_missing_scope_is_named_in_the_order_asked()
    {
        var decision = new EvaluatorScene(DecisionCode.ScopeMissing).Decide();

        Assert.Equal(["keys:write", "keys:revoke"], decision.MissingScopes);
    }

    [Fact]
    public void Scopes_differ_by_case() =>
        Assert.Equal(
            DecisionCode.ScopeMissing,
            PolicyEvaluator.Evaluate(Bare("keys:read"), new VerificationRequest { Scopes = ["Keys:read"] }, Now).Code);

    [Theory]
    [InlineData(9, DecisionCode.Valid)]
    [InlineData(10, DecisionCode.RateLimited)]
    [InlineData(int.MaxValue, DecisionCode.RateLimited)]
    public void An_address_gets_as_many_verifications_as_the_limit_says(int before, DecisionCode code)
    {
        var scene = new EvaluatorScene();

        Assert.Equal(code, PolicyEvaluator.Evaluate(scene.Policy, scene.Request with { VerificationsThisHour = before }, Now).Code);
    }

    [Fact]
    public void A_request_that_passes_every_rule_allocates_nothing()
    {
        var scene = new EvaluatorScene();
        var (policy, request) = (scene.Policy, scene.Request);
        PolicyEvaluator.Evaluate(policy, request, Now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var allowed = true;
        for (var i = 0; i < 1_000; i++)
        {
            allowed &= PolicyEvaluator.Evaluate(policy, request, Now).Allowed;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(allowed);
    }

    [Fact]
    public void A_policy_does_not_change_with_the_lists_it_was_made_from()
    {
        var scopes = new List<string> { "keys:read" };
        var policy = new KeyPolicy { Version = 1, Enabled = true, Scopes = scopes };

        scopes.Add("keys:write");

        Assert.Equal(["keys:read"], policy.Scopes);
        Assert.Equal(["keys:read"], policy.ScopeSet.ToArray());
    }

    private static KeyPolicy Bare(params string[] scopes) => new() { Version = 1, Enabled = true, Scopes = scopes };
}
