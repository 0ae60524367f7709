using AdminConsole.Core.Keys;
using AdminConsole.Tests.Fixtures;

namespace AdminConsole.Tests.Keys;

public sealed class KeyPoliciesTests
{
    [Fact]
    public void A_stored_key_that_cannot_be_read_has_none() =>
        Assert.Null((StoredKeys.Full with { AllowedCidrs = ["10.0.0.0/99"] }).TryToPolicy(organizationSuspended: false));
}
