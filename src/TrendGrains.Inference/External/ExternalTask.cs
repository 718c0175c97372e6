namespace TrendGrains.Inference.External;

/// <summary>What an external model can be asked with a built-in prompt: the question and its labels, each explained in both languages.</summary>
internal sealed record ExternalTask(string Name, string English, string Korean, IReadOnlyList<ExternalTask.Choice> Choices)
{
    public const string Embedding = "text-embedding";

    private static readonly ExternalTask[] all =
    [
        new(
            "topic", "Which topic is the following news item or post about?", "다음 기사나 글의 주제는 무엇인가?",
            [
                new("economy", "economy, companies, markets, work", "경제, 기업, 시장, 일자리", "경제"),
                new("politics", "government, parliament, elections, diplomacy", "정부, 국회, 선거, 외교", "정치"),
                new("society", "crime, accidents, courts, education, health, weather", "사건, 사고, 법원, 교육, 보건, 날씨", "사회"),
                new("world", "events in other countries", "다른 나라에서 일어난 일", "국제", "세계"),
                new("it-science", "technology, internet, science, space", "기술, 인터넷, 과학, 우주", "IT과학", "IT/과학", "과학"),
                new("culture-life", "books, art, travel, food, religion, daily life", "책, 예술, 여행, 음식, 종교, 생활", "생활문화", "문화", "생활"),
                new("sports", "matches, teams, athletes", "경기, 구단, 선수", "스포츠"),
                new("entertainment", "film, music, television, celebrities, games", "영화, 음악, 방송, 연예인, 게임", "연예"),
                new("other", "none of these", "그 밖", "기타"),
            ]),
        new(
            "tone", "Which sentiment does the following text express?", "다음 글의 감정은 무엇인가?",
            [
                new("negative", "negative, critical, bad news", "부정, 비판, 나쁜 소식", "부정"),
                new("neutral", "neither", "어느 쪽도 아님", "중립"),
                new("positive", "positive, praising, good news", "긍정, 칭찬, 좋은 소식", "긍정"),
            ]),
        new(
            "severity", "How grave is the event of the following text for the people in it?", "다음 글의 사건은 당사자들에게 얼마나 심각한가?",
            [
                new("mild", "nobody is harmed or in danger", "다치거나 위험에 처한 사람이 없음", "경미"),
                new("grave", "death, injury, loss, danger or urgency", "사망, 부상, 손실, 위험, 긴급", "심각"),
            ]),
        new(
            "article", "Is the following text of a web page an article (news, essay, report, blog post), or another kind of page?", "다음 웹 페이지의 글은 기사(뉴스, 칼럼, 보도, 블로그 글)인가, 다른 종류의 페이지인가?",
            [
                new("other", "a list, a shop, a product, a forum, a service, documentation", "목록, 쇼핑몰, 상품, 게시판, 서비스, 문서", "기타", "아니요", "no"),
                new("article", "one article with its own text", "본문이 있는 한 편의 글", "기사", "예", "yes"),
            ]),
        new(
            "advert", "Is the following text an advert (written to sell or to promote), or editorial?", "다음 글은 광고(판매나 홍보를 위한 글)인가, 일반 글인가?",
            [
                new("editorial", "written to report or to tell", "알리거나 이야기하려고 쓴 글", "일반", "기사", "아니요", "no"),
                new("advert", "written to sell or to promote", "판매하거나 홍보하려고 쓴 글", "광고", "예", "yes"),
            ]),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. all.Select(t => t.Name), Embedding];

    public static ExternalTask? Find(string name) => Array.Find(all, t => t.Name == name);

    /// <param name="Label">As the small models of the task name it.</param>
    /// <param name="Aliases">What models answer in its stead.</param>
    internal sealed record Choice(string Label, string English, string Korean, params string[] Aliases);
}
