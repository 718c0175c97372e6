namespace TrendGrains.Press.Templates;

internal static class WordingInKorean
{
    public static Wording Words { get; } = new("ko", "ko_KR", TimeSpan.FromHours(9))
    {
        Sections = new Dictionary<string, string>
        {
            ["economy"] = "경제", ["politics"] = "정치", ["society"] = "사회", ["world"] = "국제", ["it-science"] = "IT·과학",
            ["culture-life"] = "생활·문화", ["sports"] = "스포츠", ["entertainment"] = "연예", ["other"] = "기타",
        },
        Home = "홈",
        Latest = "최신 기사",
        Related = "관련 기사",
        MostRead = "많이 본 뉴스",
        Sponsored = "스폰서",
        Advertisement = "광고",
        Published = "입력",
        Updated = "수정",
        By = "기자",
        Share = "공유하기",
        Print = "인쇄",
        Comments = "댓글",
        Reply = "답글",
        Cookies = "본 사이트는 이용자의 편의를 위해 쿠키를 사용합니다.",
        Accept = "동의합니다",
        Newsletter = "매일 아침 5분, 뉴스레터로 받아보세요.",
        Subscribe = "구독하기",
        Search = "검색",
        Older = "이전 기사 더보기",
        Newer = "새 기사",
        NotFound = "요청하신 페이지를 찾을 수 없습니다.",
        Rights = "무단 전재 및 재배포 금지. 실제로 일어난 일이 아닌 가상의 신문입니다.",
        About = "회사소개",
        Contact = "고객센터",
        Privacy = "개인정보처리방침",
        Caption = "자료 그림",
        Tags = "태그",
        Menu = "전체메뉴",
        BackIssues = "지난 호",
        LogIn = "로그인",
        Calendar = "날짜별 보기",
        MostDiscussed = "댓글 많은 기사",
        AboutText =
        [
            "이 신문사는 존재하지 않습니다. 기자도, 기사에 나오는 도시도, 인용된 사람도 모두 지어낸 것으로, 신문을 읽는 소프트웨어를 시험하기 위해 만들어졌습니다.",
            "모든 기사는 정해진 각본을 따릅니다. 같은 씨앗 값으로 시작하면 같은 시각에 같은 기사가 나갑니다.",
        ],
        ContactText = ["편집국이 없으므로 독자 투고를 읽는 사람도 없습니다. 대표 전화는 없습니다."],
        PrivacyText =
        [
            "이 사이트는 요청 횟수 외에는 방문자에 관한 어떤 기록도 남기지 않으며, 그 횟수도 프로그램이 끝나면 사라집니다.",
            "쿠키를 설정하지 않습니다. 쿠키 안내문은 배경 장식입니다.",
        ],
        ReaderNames = ["푸른하늘", "동네주민", "새벽별", "김밥천국", "lee_jh", "산책러", "바다사랑", "지나가던이", "hanbit22", "커피한잔"],
        ReaderWords =
        [
            "이런 기사 자주 써주세요.", "이게 하루 이틀 일인가요.", "누가 책임질 건지 궁금합니다.", "현장에 있었는데 기사보다 더 심합니다.",
            "제목이 과한 것 같네요.", "조금 더 지켜봐야 할 듯합니다.", "댓글 처음 달아봅니다.", "동감합니다.", "이게 왜 뉴스인지 모르겠네요.", "세금이 아깝습니다.",
        ],
        AdvertLines =
        [
            "무릎 통증, 이것만 알면 끝", "신규 가입하면 커피 쿠폰 증정", "강변 신축 아파트 선착순 분양", "오늘만 이 가격, 겨울 패딩 특가",
            "하루 10분 영어, 첫 달 무료", "임플란트 상담 예약하기",
        ],
    };
}
