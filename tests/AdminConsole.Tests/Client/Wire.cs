namespace AdminConsole.Tests.Client;

/// <summary>What goes from a service to its console: counted, and held back where a test must.</summary>
internal sealed class Wire
{
    private int _questions;
    private TaskCompletionSource _passing = Passing();

    /// <summary>How many questions the console was asked.</summary>
    public int Questions => Volatile.Read(ref _questions);

    /// <summary>From now on, answers stay away.</summary>
    public void Hold() => _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _passing.SetResult();

    public DelegatingHandler Handler() => new Tap(this);

    private static TaskCompletionSource Passing()
    {
        var passing = new TaskCompletionSource();
        passing.SetResult();
        return passing;
    }

    private sealed class Tap(Wire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post)
            {
                Interlocked.Increment(ref wire._questions);
                await wire._passing.Task.WaitAsync(cancellationToken);
            }

            return response;
        }
    }
}
