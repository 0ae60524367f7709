using AdminConsole.Client;
using AdminConsole.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AdminConsole.Tests.Client;

public sealed class KeptAnswersTests
{
    private readonly TestClock _clock = new(A.Monday);

    [Fact]
    public void The_answer_that_was_not_asked_for_the_longest_makes_way()
    {
        var answers = Answers(size: 2);
        Keep(answers, "first");
        Keep(answers, "second");

        answers.Find("first");
        Keep(answers, "third");

        Assert.Equal((true, false, true), (answers.Find("first") is not null, answers.Find("second") is not null, answers.Find("third") is not null));
        Assert.Equal(2, answers.Count);
    }

    [Fact]
    public void A_younger_answer_takes_the_place_of_an_older()
    {
        var answers = Answers(size: 2);
        Keep(answers, "first");
        _clock.Pass(TimeSpan.FromSeconds(20));
        Keep(answers, "first");
        _clock.Pass(TimeSpan.FromSeconds(20));

        Assert.NotNull(answers.Find("first"));
        Assert.Equal(1, answers.Count);
    }

    [Fact]
    public void An_answer_is_as_old_as_its_question()
    {
        var answers = Answers(size: 2);
        var asked = _clock.GetTimestamp();
        _clock.Pass(TimeSpan.FromSeconds(20));
        answers.Keep("first", Answer(), asked, answers.Changes);
        _clock.Pass(TimeSpan.FromSeconds(10));

        Assert.Null(answers.Find("first"));
    }

    [Theory]
    [InlineData("key_1", false)]
    [InlineData("key_2", true)]
    [InlineData(null, false)]
    public void An_answer_that_was_on_its_way_while_its_key_changed_is_not_kept(string? changed, bool kept)
    {
        var answers = Answers(size: 2);
        var before = answers.Changes;

        Change(answers, changed);
        Change(answers, "key_3");
        answers.Keep("first", Answer("key_1"), _clock.GetTimestamp(), before);

        Assert.Equal(kept, answers.Find("first") is not null);
    }

    [Fact]
    public void An_answer_that_was_on_its_way_while_more_changed_than_is_remembered_is_not_kept()
    {
        var answers = Answers(size: 2);
        var before = answers.Changes;

        for (var change = 0; change <= 1_000; change++)
        {
            answers.Forget("key_2");
        }

        answers.Keep("first", Answer("key_1"), _clock.GetTimestamp(), before);

        Assert.Null(answers.Find("first"));
    }

    [Fact]
    public void Nothing_is_kept_that_the_console_says_must_be_asked_each_time()
    {
        var answers = Answers(size: 2);

        answers.Keep("first", Answer() with { MaxAgeSeconds = 0 }, _clock.GetTimestamp(), answers.Changes);

        Assert.Null(answers.FindWhenDown("first"));
    }

    private AnswerCache Answers(int size)
    {
        var services = new ServiceCollection()
            .Configure<AdminConsoleKeyOptions>(AdminConsoleKeyDefaults.Scheme, options => options.CacheSize = size).BuildServiceProvider();
        return new(new(services.GetRequiredService<IOptionsMonitor<AdminConsoleKeyOptions>>()), _clock);
    }

    private static void Change(AnswerCache answers, string? key)
    {
        if (key is null)
        {
            answers.ForgetAll();
        }
        else
        {
            answers.Forget(key);
        }
    }

    private void Keep(AnswerCache answers, string question) => answers.Keep(question, Answer(), _clock.GetTimestamp(), answers.Changes);

    /// <summary>An answer that lets this key in.</summary>
    internal static AdminConsoleKeyAnswer Answer(string key = "key_1") =>
        new("VALID", true, "Every rule of the key allows it.", 1, [], new(key, "ci-deploy", null, null, [], null, new(null, null, null)), 30);
}
