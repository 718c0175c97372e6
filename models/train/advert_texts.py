"""Texts to learn adverts from, written for this purpose: adverts of the usual forms, and the editorial texts that are most like them.

Labels for adverts are scarce and other people's adverts are not ours to copy, so the wording here is our own, after what the US FTC's
endorsement guides, Korea's fair-trade guideline on recommendations and the Korean press council's rules on advertisements in article form
tell publishers to write and editors to look for. A family of templates is used to train or to check, never both.
"""

import random

SLOTS = {
    "brand": ["Lumora", "Veltrix", "Nordhaven", "Brightleaf", "Kestrel Home", "Aquavita", "Solenne", "Pioneer Trust", "Mapleworks", "Zentry"],
    "product": ["mattress", "air fryer", "vitamin serum", "standing desk", "meal kit", "robot vacuum", "travel card", "protein shake", "running shoe", "language app"],
    "person": ["Dana Whitfield", "Marcus Oyelaran", "Priya Raman", "Tom Beckett", "Elena Sorokina"],
    "city": ["Denver", "Leeds", "Toronto", "Austin", "Melbourne"],
    "price": ["$19.99", "$49", "$129", "$1,299", "£35"],
    "percent": ["15", "20", "30", "40", "50"],
    "number": ["3", "7", "12", "240", "1,800"],
    "month": ["January", "March", "June", "October"],
    "code": ["SAVE20", "GLOW15", "FIT30", "HELLO10"],
    "kbrand": ["루모라", "벨트릭스", "한빛가구", "맑은샘", "도담푸드", "온누리보험", "세이프홈", "그린테이블", "청담라인의원", "더편한학원"],
    "kproduct": ["매트리스", "에어프라이어", "비타민 세럼", "공기청정기", "밀키트", "로봇청소기", "단백질 음료", "러닝화", "영어 앱", "유산균"],
    "kperson": ["김도윤", "박서진", "이하린", "최민재", "정유나"],
    "kcity": ["수원", "부산 해운대", "대전 유성구", "광주", "인천 송도"],
    "kprice": ["19,900원", "4만9000원", "12만 원", "129,000원", "3억 원"],
}

# (language, label, title, text); {slots} are filled at random, so that no name or figure means anything.
TRAIN = [
    ("en", 1, "Why thousands are switching to the {brand} {product}", "Sponsored content\n\nIf you have ever struggled with your {product}, you are not alone. {brand} has created the ultimate {product} that effortlessly fits your life. Our customers love how it feels from day one.\n\nDiscover the difference for yourself. Order now and get {percent}% off your first purchase. Visit our site at https://shop.example.com today."),
    ("en", 1, "5 reasons your home needs a {brand} {product}", "Paid post for {brand}\n\nYou deserve the best. The award-winning {brand} {product} is designed to transform your everyday routine, with premium materials and a lifetime guarantee.\n\n1. It is effortless. 2. It is affordable at only {price}. 3. It looks stunning.\n\nGet started today with free shipping. Shop now."),
    ("en", 1, "My honest {product} review", "This post is sponsored by {brand}. I was given the {product} free of charge, but all opinions are my own.\n\nI love how easy it was to set up! I have been using my {brand} {product} for two weeks and I am obsessed. Use my code {code} for {percent}% off your order. Click here to shop."),
    ("en", 1, "Best {product}s of the year: our top picks", "We may earn a commission if you buy through links on this page.\n\nBest overall: {brand} {product}, {price}. It is the perfect choice for most people. Check price: https://amzn.to/3abcdE\n\nBest budget: Zentry {product}, $39. Buy now: https://www.amazon.com/dp/B0TEST?tag=picks-20\n\nBest premium: Solenne {product}. Shop now."),
    ("en", 1, "{number} {product} deals you can't miss this weekend", "This article contains affiliate links.\n\nHurry: these limited-time deals end Sunday. Save {percent}% on the {brand} {product}, now {price}. Free shipping on orders over $25. Add to cart before it sells out! https://rstyle.me/n/abc\n\nMore deals: https://go.skimresources.com/?id=1"),
    ("en", 1, "{brand} Launches Next-Generation {product}", "{city}, {month} 12 /PRNewswire/ -- {brand}, a leading provider of innovative home solutions, today announced the launch of its revolutionary {product}.\n\n\"We are thrilled to bring our customers a world-class experience,\" said {person}, CEO of {brand}.\n\nFor more information, visit www.example.com.\n\nAbout {brand}\n\n{brand} is a trusted leader serving customers in {number} countries.\n\nMedia Contact: press@example.com, (555) 201-4477"),
    ("en", 1, "{brand} Named a Leader in {product} Innovation", "FOR IMMEDIATE RELEASE\n\n{city} -- {brand} is proud to announce that it has been recognized as a leader in {product} innovation. Our cutting-edge platform seamlessly empowers teams everywhere.\n\nThis press release contains forward-looking statements.\n\nMedia contact: {person}, 555-201-4477"),
    ("en", 1, None, "Obsessed with my new {brand} {product} 😍✨ Use code {code} for {percent}% off! Link in bio 👆 #ad #{brand} #musthave"),
    ("en", 1, None, "Thank you @{brand} for gifting me this gorgeous {product}! Swipe up to shop 💕 #gifted #sponsored #partner"),
    ("en", 1, None, "🔥 FLASH SALE 🔥 Our best-selling {product} is now only {price}! Today only. Order now 👉 https://shop.example.com DM us for bulk orders! #sale #{product}"),
    ("en", 1, "Smile with confidence at {brand} Dental in {city}", "Are you looking for an affordable and trusted dentist in {city}? At {brand} we provide the finest care for you and your family. Our friendly team is here for you.\n\nCall us at (555) 201-4477 or book your free consultation now. Limited time: {percent}% off teeth whitening."),
    ("en", 1, "How {brand} is changing the way you {product}", "Presented by {brand}\n\nYour time matters. That is why {brand} built an innovative solution that saves you hours every week. Unlock a smarter way to live with our exclusive membership.\n\nSign up today for a free trial and join thousands of happy customers."),
    ("en", 1, "Ready to upgrade? Meet the all-new {brand} {product}", "Meet the perfect companion for your busy days. Our {product} gives you stunning performance, unmatched comfort and incredible value. You will love it or your money back, guaranteed.\n\nFrom only {price}. Shop now and save {percent}% with coupon {code}."),
    ("ko", 1, "[광고] {kbrand} {kproduct}, 지금이 구매 적기", "올여름 필수템, {kbrand}의 프리미엄 {kproduct}를 만나보세요. 합리적인 가격에 완벽한 성능까지 갖췄습니다. 지금 구매하시면 30% 할인에 사은품까지 드립니다.\n\n문의 1588-0000, 홈페이지 https://shop.example.co.kr"),
    ("ko", 1, "{kbrand} {kproduct} 솔직 후기, 강추해요", "안녕하세요 여러분! 오늘은 제가 요즘 푹 빠진 {kbrand} {kproduct} 소개해 드려요. 정말 만족도 최고예요! 할인코드 쓰시면 20% 더 할인되니 꼭 확인해 보세요.\n\n이 포스팅은 업체로부터 제품을 제공받아 솔직하게 작성하였습니다."),
    ("ko", 1, "가성비 {kproduct} 추천 BEST 5", "요즘 인기 있는 {kproduct}만 골라 추천해 드립니다. 1위 {kbrand} {kproduct} {kprice} 최저가 바로가기 https://link.coupang.com/a/bcdef 2위 더편한 {kproduct} 무료배송 https://link.coupang.com/a/xyz\n\n이 포스팅은 쿠팡 파트너스 활동의 일환으로, 이에 따른 일정액의 수수료를 제공받습니다."),
    ("ko", 1, "{kbrand}, 신제품 {kproduct} 출시", "[보도자료] {kbrand}(대표 {kperson})가 차별화된 기술을 담은 프리미엄 {kproduct}를 출시했다고 밝혔다. {kbrand} 관계자는 \"고객님께 최고의 경험을 드리기 위해 최선을 다하겠다\"고 전했다.\n\n출시를 기념해 공식몰에서 선착순 할인 이벤트도 진행한다.\n\n언론연락처: {kbrand} 홍보팀 02-555-0000 웹사이트: https://www.example.co.kr"),
    ("ko", 1, "{kcity} 역세권 프리미엄 아파트 선착순 분양", "{kcity} 최고의 입지에 들어서는 {kbrand} 프리미엄 단지가 선착순 분양 중이다. 완벽한 교통과 특별한 혜택, 계약금 10% 무이자 혜택을 누려보세요. 견본주택 방문 예약 문의 1600-0000."),
    ("ko", 1, None, "✨공구 오픈✨ 제가 매일 먹는 {kbrand} {kproduct} 드디어 최저가로 가져왔어요! 오늘만 40% 할인 🛒 프로필 링크 클릭하세요💕 #공구 #협찬 #{kbrand}"),
    ("ko", 1, None, "{kbrand}에서 {kproduct} 선물 받았어요😍 촉촉하고 너무 좋아요! 여러분도 꼭 써보세요 #광고 #제품제공 #{kproduct}추천"),
    ("ko", 1, "{kcity} 피부과 어디가 좋을까? {kbrand} 추천", "피부 고민이 많은 여러분께 {kbrand}을 추천합니다. 풍부한 경험의 의료진이 1:1 맞춤 상담을 해 드립니다. 지금 바로 무료 상담 신청하세요. 카톡 문의 환영, 예약 문의 031-555-0000."),
    ("ko", 1, "성적이 오르는 비결, {kbrand}", "유료광고\n\n우리 아이 성적 고민이신가요? {kbrand}의 특별한 1:1 관리 프로그램으로 완벽하게 준비하세요. 선착순 30명 수강료 50% 할인! 지금 바로 신청하세요."),
    ("ko", 1, "맛집 추천 | {kcity} {kbrand} 다녀왔어요", "분위기도 좋고 음식도 최고였어요! 사장님이 너무 친절하시고 가성비도 좋아요. 여러분도 꼭 가보세요!\n\n본 게시물은 체험단에 선정되어 해당 업체로부터 식사를 제공받아 작성하였습니다."),
    ("en", 0, "Online ad spending rises {percent} percent, report says", "Advertisers spent more on sponsored content and influencer posts last year, according to a report published on Tuesday. The advertising market grew {percent} percent, the research firm said.\n\n\"Brands are moving money out of television,\" said {person}, an analyst.\n\nThe regulator is reviewing how paid posts are labelled, officials said."),
    ("en", 0, "FTC fines {brand} over undisclosed paid endorsements", "The Federal Trade Commission fined {brand} $2 million on Thursday for failing to disclose paid partnerships with influencers. The company did not respond to a request for comment.\n\nRegulators said posts must carry labels such as #ad or \"sponsored\"."),
    ("en", 0, "{brand} {product} review: good, but not at {price}", "At {price}, the {brand} {product} asks a lot. In two weeks of testing it was loud, and the battery lasted {number} hours against the promised twenty.\n\nThe rival from Zentry is cheaper and quieter. We bought the unit ourselves. The display is bright; the software is a mess. There are better choices, and most people should wait for a sale."),
    ("en", 0, "{brand} profit falls {percent} percent as costs rise", "{brand} reported quarterly net income of $128 million on Wednesday, down {percent} percent from a year earlier, as higher freight costs offset rising sales. Revenue rose to $2.4 billion.\n\nShares fell 4 percent. Chief executive {person} told analysts the company would cut {number} jobs."),
    ("en", 0, "Egg prices climb to {price} a dozen in {city}", "Shoppers in {city} are paying {price} for a dozen eggs, the highest since 2015, the statistics office said on Friday. Officials blamed avian flu.\n\n\"I used to buy two boxes a week,\" said {person}, a teacher. Supermarkets said supplies should recover by {month}."),
    ("en", 0, "Council votes to close {number} libraries in {city}", "{city} council voted on Monday to close {number} branch libraries, despite protests. \"This is a sad day,\" said {person}, who led the campaign. The council said it had no choice after its grant was cut by {percent} percent."),
    ("en", 0, "Black Friday: shoppers stay home as discounts shrink", "Fewer shoppers went to stores on Black Friday as discounts shrank, retail figures showed. Average discounts were {percent} percent, down from a year ago, analysts at {brand} Research said. Consumer groups warned that many deals were no cheaper than in {month}."),
    ("en", 0, "Court rules spam texts broke the law", "A court in {city} ruled on Tuesday that a firm that sent millions of promotional text messages broke the law. The firm offered coupons and free trials to people who had never signed up, the judge said. It was ordered to pay {price} for each message."),
    ("en", 0, "I grew up above a {product} shop", "My father never took a holiday. He opened our shop at seven and closed it at nine, and we, the children, did our homework behind the counter. I did not love it then. When the shop closed last {month}, I cried in the car."),
    ("en", 0, None, "Does anyone know a good {product} under {price}? My old one died yesterday and I have no idea what to buy. Thanks!"),
    ("en", 0, None, "Traffic on the bridge in {city} is terrible again this morning. Police say a lorry broke down. Avoid if you can."),
    ("en", 0, "How to clean your {product}", "First unplug it and let it cool. Then wipe the inside with a damp cloth; do not use bleach. If you see rust, sand it lightly and oil it. You will need about an hour. Repeat every {number} weeks."),
    ("en", 0, "{brand} to build plant in {city}, creating {number} jobs", "{brand} will build a factory in {city}, the governor announced on Thursday. The state offered tax breaks worth $40 million, which critics called excessive. \"We will watch whether the jobs come,\" said {person} of the workers' union."),
    ("en", 0, "{brand} recalls {product} after fires", "{brand} is recalling about 48,000 {product}s after {number} reports of fires, the safety commission said. Owners should stop using them and contact the company for a refund. The {product}s were sold for {price} between {month} and {month}."),
    ("ko", 0, "인플루언서 '뒷광고' 무더기 적발…공정위 시정명령", "공정거래위원회는 협찬 사실을 밝히지 않고 후기를 올린 인플루언서와 업체에 시정명령과 과징금을 부과했다고 12일 밝혔다. 공정위에 따르면 이들은 제품을 제공받아 작성한 글에 '광고' 표시를 하지 않은 혐의를 받는다.\n\n공정위 관계자는 \"소비자를 속이는 행위에 엄정 대응하겠다\"고 말했다."),
    ("ko", 0, "불법 스팸 문자 30% 늘어…정부 대책 발표", "무료 상담과 할인 쿠폰을 내세운 불법 광고 문자가 크게 늘었다. 방송통신위원회는 대량 문자 사업자에 대한 과징금을 높이는 대책을 내놨다고 밝혔다. 경찰은 {kperson} 씨 등 5명을 검찰에 넘겼다."),
    ("ko", 0, "{kbrand} 3분기 영업이익 15% 감소", "{kbrand}는 3분기 영업이익이 지난해 같은 기간보다 15% 줄어든 1,240억 원으로 집계됐다고 공시했다. 매출은 2조 3천억 원이었다. 증권업계는 원가 부담이 커졌다고 분석했다. 주가는 4% 하락했다."),
    ("ko", 0, "달걀 한 판 {kprice}…장바구니 물가 비상", "달걀 한 판 가격이 {kprice}을 넘어섰다. 통계청에 따르면 지난달 소비자물가는 3.1% 올랐다. {kcity}에 사는 주부 {kperson} 씨는 \"장 보기가 겁난다\"고 말했다. 정부는 할인 지원을 늘리기로 했다."),
    ("ko", 0, "{kproduct} 7종 시험했더니…2종 안전기준 미달", "한국소비자원이 시중에서 판매되는 {kproduct} 7종을 시험한 결과 2종이 안전기준에 미치지 못했다. 가격은 {kprice}부터였다. 소비자원은 판매 중지를 권고했다고 밝혔다. 해당 업체는 환불을 진행한다고 설명했다."),
    ("ko", 0, "{kcity} 시의회, 도서관 폐관안 가결", "{kcity} 시의회가 도서관 3곳의 문을 닫는 안을 가결했다. 반대하는 주민 200여 명은 의회 앞에서 항의했다. {kperson} 의원은 \"예산이 부족해 불가피했다\"고 설명했다."),
    ("ko", 0, "{kcity} 아파트 매매가 6주째 하락", "{kcity} 아파트값이 6주 연속 내렸다. 한국부동산원에 따르면 이번 주 매매가는 0.04% 하락했다. 분양을 앞둔 단지들도 일정을 미루고 있다. 전문가들은 대출 규제가 영향을 미쳤다고 분석했다."),
    ("ko", 0, "[리뷰] {kbrand} {kproduct} 써보니…성능은 좋지만 {kprice}은 부담", "기자가 2주 동안 직접 사용했다. 소음은 줄었지만 배터리는 3시간을 넘기지 못했다. 경쟁 제품보다 비싼 {kprice}도 걸림돌이다. 앱은 자주 멈췄다. 급하지 않다면 다음 제품을 기다리는 편이 낫다."),
    ("ko", 0, None, "오늘 비가 너무 와서 출근길 진짜 힘들었다… 버스는 안 오고 신발은 다 젖고. 다들 조심하세요"),
    ("ko", 0, None, "혹시 {kproduct} 추천해 주실 분 있나요? 10만 원 이하로 찾고 있어요. 쓰던 게 고장 났습니다ㅠㅠ"),
    ("ko", 0, "광고 시장 2년째 위축…지상파 광고비 20% 감소", "국내 광고 시장이 2년째 뒷걸음질했다. 한국방송광고진흥공사에 따르면 지상파 광고비는 전년보다 20% 줄었다. 광고업계는 경기 둔화로 광고주가 예산을 줄였다고 설명했다."),
    ("ko", 0, "우리 동네 문방구가 문을 닫았다", "30년 동안 학교 앞을 지키던 문방구가 지난주 문을 닫았다. 주인 할아버지는 손님보다 추억이 더 많았다고 했다. 나는 그 앞에서 한참을 서 있었다."),
]

CHECK = [
    ("en", 1, "The secret to better sleep is finally here", "Brand partner content\n\nWaking up tired? The Nordhaven {product} uses a patented cooling layer so you can rest the way you deserve. Thousands of five-star reviews agree.\n\nTry it free for 100 nights. Get yours today from {price}."),
    ("en", 1, "Our trip to {city}", "This video includes paid promotion by {brand}. We had the most amazing weekend! The hotel was stunning, and you can book your own stay with {percent}% off using our link below."),
    ("en", 1, "The 10 {product}s our editors swear by", "If you buy something through our links, we earn a commission. The {brand} {product} ({price}) is a favourite. https://www.amazon.co.uk/dp/B0X?tag=edit-21 Runner-up: Zentry, {price}. https://howl.me/abc"),
    ("en", 1, "{brand} Partners with Pioneer Trust to Expand Access", "LEEDS--(BUSINESS WIRE)--{brand} today announced a strategic partnership that will seamlessly bring its award-winning {product} to new markets. \"Together we are transforming lives,\" said {person}.\n\nAbout {brand}\n\n{brand} is the leading maker of premium {product}s. Visit www.example.com."),
    ("en", 1, None, "New drop alert 🚨 the {product} you have all been asking for is back in stock! Grab yours before it's gone 🛍️ Shop the link in bio, {percent}% off with {code} #newin"),
    ("en", 1, "Need a plumber in {city}? We are here 24/7", "Blocked drain? Leaking tap? Our certified team is ready to help you, day or night. No call-out fee. Free quote. Call now on 555-201-4477 and ask about our limited-time discount."),
    ("ko", 1, "{kproduct} 고를 때 꼭 알아야 할 것", "기사형 광고\n\n건강을 생각한다면 {kbrand} {kproduct}가 정답이다. 국내 최초 특허 공법으로 만든 프리미엄 제품을 특별한 가격에 경험해 보세요. 공식몰 회원 가입 시 쿠폰 증정."),
    ("ko", 1, "{kbrand} 원데이 클래스 다녀온 후기", "주말에 친구랑 다녀왔는데 너무 재밌었어요! 초보자도 쉽게 할 수 있답니다. 예약은 프로필 링크에서 가능해요.\n\n* 소정의 원고료를 지급받아 작성된 글입니다."),
    ("ko", 1, "{kbrand}-온누리보험, 고객 감사 이벤트 실시", "{kbrand}는 창립 10주년을 맞아 고객 감사 이벤트를 실시한다고 밝혔다. 행사 기간 가입 고객에게는 경품과 캐시백 혜택을 제공한다. {kperson} 대표는 \"앞으로도 최상의 서비스를 드리겠다\"고 말했다. 이벤트 참여는 홈페이지에서 할 수 있다. (보도자료 출처: {kbrand})"),
    ("ko", 1, None, "오늘 밤 12시 마감⏰ {kbrand} {kproduct} 1+1 특가! 무료배송까지🚚 주문은 댓글 남겨 주세요 #특가 #핫딜 #{kproduct}"),
    ("en", 0, "Watchdog bans {brand} advert for misleading claims", "The advertising watchdog has banned an advert by {brand} that claimed its {product} could cut bills by {percent} percent. The Advertising Standards Authority said the claim was misleading. {brand} said it was disappointed."),
    ("en", 0, "Which {product} should you buy? We tested {number}", "Our lab tested {number} {product}s over six weeks. The cheapest, at {price}, beat models that cost three times as much. Two failed the safety test, and one maker declined to comment. None was perfect."),
    ("en", 0, "Retail sales drop for third month", "Retail sales fell 0.4 percent in {month}, the third monthly drop, figures showed. Economists had expected a rise. Furniture and clothing fell most, according to the office for statistics."),
    ("en", 0, None, "Finally finished the marathon in {city}! 4h 12m, legs are gone, never again (until next year). Thanks to everyone who cheered."),
    ("en", 0, "{brand} sues former executive over trade secrets", "{brand} has filed a lawsuit accusing a former executive of taking files on its unreleased {product}, court papers show. A lawyer for {person} denied the claims."),
    ("ko", 0, "허위·과장 광고 {kbrand}에 과징금 2억", "공정거래위원회가 {kproduct} 성능을 부풀려 광고한 {kbrand}에 과징금 2억 원을 부과했다. 공정위는 '국내 최초'라는 표현이 사실과 다르다고 판단했다. {kbrand} 측은 \"결과를 존중한다\"고 밝혔다."),
    ("ko", 0, "설 선물세트 가격 5% 올라…대형마트 할인 경쟁", "올해 설 선물세트 평균 가격이 지난해보다 5% 오른 것으로 나타났다. 대형마트 3사는 사전 예약 할인 폭을 늘렸다. 소비자단체는 정가를 올린 뒤 할인하는 관행을 지적했다."),
    ("ko", 0, "{kcity} 공장 화재…인명 피해 없어", "12일 오전 {kcity}의 한 {kproduct} 공장에서 불이 나 2시간 만에 꺼졌다. 소방당국에 따르면 직원 40명이 대피했고 다친 사람은 없었다. 경찰은 정확한 원인을 조사하고 있다."),
    ("ko", 0, None, "어제 본 영화 진짜 최고였다. 후반부는 조금 지루했지만 배우들 연기가 다 했음. 한 번 더 보러 갈 듯"),
    ("ko", 0, "유튜버 수입 신고 급증…국세청 세무조사", "국세청은 광고 수익과 협찬금을 신고하지 않은 유튜버 20명에 대해 세무조사에 착수했다고 밝혔다. 국세청 관계자는 \"유료 광고를 받고도 세금을 내지 않은 사례\"라고 설명했다."),
]

# What a paid text says of itself, first or last, however it reads otherwise; those of CHECK are worded otherwise.
PAID = {
    "en": [
        "Sponsored", "Sponsored by {brand}", "Paid post", "Advertisement feature", "Partner content", "Presented by {brand}", "In partnership with {brand}", "Branded content",
        "This article is sponsored by {brand}.", "This post was created in partnership with {brand}.", "This post contains affiliate links.", "I received this {product} for free in exchange for my review.",
        "We may receive a small commission when you buy through our links.", "Thank you to {brand} for sponsoring this post. #ad", "#sponsored", "As an Amazon Associate I earn from qualifying purchases.",
    ],
    "ko": [
        "광고", "[유료광고]", "협찬", "기사형 광고", "제휴 콘텐츠", "유료 광고 포함", "이 글은 {kbrand}의 협찬을 받아 작성했습니다.", "본 포스팅은 제품을 무상으로 제공받아 작성되었습니다.",
        "이 포스팅은 쿠팡 파트너스 활동의 일환으로 수수료를 제공받습니다.", "소정의 원고료를 받고 작성한 후기입니다.", "#협찬 #광고", "#유료광고", "업체에서 제품을 제공받아 솔직하게 썼습니다.", "해당 콘텐츠는 {kbrand}의 유료 광고를 포함하고 있습니다.",
    ],
}

# Plain texts that are adverts only if they say so.
PLAIN = {
    "en": [
        ("A morning in the hills", "We left before dawn and walked for three hours. The fog lifted at the second ridge, and there was the valley, all of it, gold and quiet. We ate bread and cheese and said very little."),
        ("How I plan a week of dinners", "On Sunday I look at what is left in the fridge. Then I write seven lines on a card. Two dishes use the same chicken, one uses no oven at all. It takes ten minutes and saves an hour a day."),
        ("What we learned from moving house", "Label the boxes on the side, not on the top. Keep the kettle out. Measure the sofa and the door, in that order."),
        ("Living with an old car", "It starts most days. The heater works on the left. I have learned more about gaskets than I ever wished to know, and I would not swap it."),
        ("Three weeks with a new desk", "It took an hour to put together. The legs are steady, the top scratches. My back is better; that may be the walks."),
        (None, "First swim of the year. Cold, very cold, and then not cold at all."),
    ],
    "ko": [
        ("새벽 산행", "해 뜨기 전에 집을 나섰다. 두 번째 능선에서 안개가 걷히고 골짜기가 한눈에 들어왔다. 말없이 빵을 나눠 먹고 내려왔다."),
        ("일주일 식단 짜는 법", "일요일 저녁에 냉장고를 살핀다. 종이에 일곱 줄을 적는다. 이틀은 같은 재료를 쓰고 하루는 불을 쓰지 않는다."),
        ("이사하며 배운 것", "상자 이름은 옆면에 적는 것이 낫다. 주전자는 마지막에 싼다. 문과 소파는 미리 재어 둔다."),
        ("책상 바꾸고 3주", "조립에 한 시간이 걸렸다. 다리는 튼튼하고 상판은 잘 긁힌다. 허리는 나아졌는데 산책 덕분일지도 모른다."),
        (None, "올해 첫 바다 수영. 차갑다가 어느 순간 차갑지 않았다."),
    ],
}

# What newspapers put under their own articles: no advert.
HOUSE = {
    "en": ["Sign up for our newsletter to get the day's news in your inbox.", "Download our app for breaking news.", "Have a story? Contact us at news@example.com.", "Subscribe now to support local journalism."],
    "ko": ["제보는 카카오톡 또는 이메일로 받습니다. 제보 02-000-0000", "구독하고 속보를 받아 보세요.", "무단 전재 및 재배포 금지", "기사 제보 및 문의는 이메일로 보내 주세요."],
}


def disclosed(times, seed):
    """Plain texts as they are, and the same kind of text with a word on who paid; news with what papers add to all their news."""
    chance = random.Random(seed)
    rows = []
    for language in ("en", "ko"):
        for time in range(times):
            title, text = chance.choice(PLAIN[language])
            rows.append({"language": language, "label": "editorial", "title": title, "text": text})
            title, text = chance.choice(PLAIN[language])
            paid = fill(chance.choice(PAID[language]), chance)
            rows.append({"language": language, "label": "advert", "title": title, "text": f"{paid}\n\n{text}" if chance.random() < 0.5 else f"{text}\n\n{paid}"})
            news = [template for template in TRAIN if template[0] == language and template[1] == 0]
            _, _, title, text = chance.choice(news)
            rows.append({"language": language, "label": "editorial", "title": fill(title, chance), "text": fill(text, chance) + "\n\n" + chance.choice(HOUSE[language])})
    return [{**row, "id": f"disclosed-{seed}-{i}", "source": "made"} for i, row in enumerate(rows)]


def fill(text, chance):
    for slot, values in SLOTS.items():
        while text is not None and "{" + slot + "}" in text:
            text = text.replace("{" + slot + "}", chance.choice(values), 1)
    return text


def made(templates, times, seed):
    """Each template so often, with other names and figures, and now and then without its title or its first or last paragraph."""
    chance = random.Random(seed)
    rows = []
    for family, (language, label, title, text) in enumerate(templates):
        for time in range(times):
            filled = fill(text, chance)
            paragraphs = filled.split("\n\n")
            if time % 3 == 2 and len(paragraphs) > 2:
                paragraphs.pop(chance.choice([0, len(paragraphs) - 1]))
            rows.append({
                "id": f"made-{seed}-{family}-{time}", "language": language, "label": "advert" if label else "editorial",
                "title": fill(title, chance), "text": "\n\n".join(paragraphs), "source": "made", "family": family,
            })
    return rows
