using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Keys.Listing;

internal static class KeyQueryCheck
{
    /// <summary>All that is wrong with the query.</summary>
    /// <param name="cursor">What the query's cursor says; null when there is none, or it is not one of this list.</param>
    public static List<Failure> Faults(KeyQuery query, KeyCursor? cursor)
    {
        List<Failure> faults = [];
        if (query.Cursor is not null && cursor is null)
        {
            faults.Add(Failure.Invalid("cursor", "cursor.invalid", "This cursor is not one of this list and sort. Start again without it."));
        }

        if (query.Limit is < 1 or > KeyQuery.MaxLimit)
        {
            faults.Add(Failure.Invalid("limit", "limit.range", $"Ask for 1 to {KeyQuery.MaxLimit} keys at a time."));
        }

        if (query.UnusedForDays is < 1 or > KeyQuery.MaxUnusedForDays)
        {
            faults.Add(Failure.Invalid(KeyQuery.UnusedDaysField, "unused_days.range", $"Give 1 to {KeyQuery.MaxUnusedForDays} days."));
        }

        faults.AddRange(LengthFaults(query));
        return faults;
    }

    private static IEnumerable<Failure> LengthFaults(KeyQuery query)
    {
        if (PlainText.IsLongerThan(KeyQuery.SearchMaxLength, query.Search))
        {
            yield return Failure.Invalid("q", "search.too_long", $"Search for at most {KeyQuery.SearchMaxLength} characters.");
        }

        if (PlainText.IsLongerThan(KeyQuery.SearchMaxLength, query.Name))
        {
            yield return Failure.Invalid(KeyFields.Name, "search.too_long", $"Search for at most {KeyQuery.SearchMaxLength} characters.");
        }

        if (query.AllTags.Count > ApiKey.MaxTags)
        {
            yield return Failure.Invalid(KeyFields.Tags, "list.too_long", $"Ask for at most {ApiKey.MaxTags} tags.");
        }
    }
}
