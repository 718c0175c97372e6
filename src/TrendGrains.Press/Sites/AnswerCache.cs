using System.Collections.Concurrent;

namespace TrendGrains.Press.Sites;

/// <summary>Answers that were made before. Emptied when full: what is asked for again is soon made again.</summary>
internal sealed class AnswerCache(int capacity)
{
    private readonly ConcurrentDictionary<(string Url, int Version), Answer> answers = new();

    public Answer GetOrMake(string url, int version, Func<Answer> make)
    {
        if (answers.TryGetValue((url, version), out var known))
        {
            return known;
        }

        if (answers.Count >= capacity)
        {
            answers.Clear();
        }

        return answers.GetOrAdd((url, version), make());
    }
}
