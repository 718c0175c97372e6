using System.Collections.Frozen;
using TrendGrains.Text;

namespace TrendGrains.Reading.Language;

/// <summary>
/// Japanese or Chinese, of a text whose letters are ideographs alone: "東京都知事選挙、本日投開票" has no kana. Profiles decide, and what
/// they cannot have counted: characters that only one of the two writes (new forms of 1946, simplified ones of 1956), the marks between
/// clauses, words of headlines.
/// </summary>
internal static class HanText
{
    /// <summary>Forms that Japan alone writes (new ones of 1946 that differ from the simplified), and characters made there.</summary>
    private static readonly FrozenSet<char> japanese = FrozenSet.ToFrozenSet(
        "々亜悪圧囲壱隠栄営駅円塩応桜価仮壊懐絵拡覚楽渇缶巻陥勧歓観関気亀犠拠挙駆勲薫恵渓経継茎蛍軽鶏芸撃県倹剣険圏検権験顕厳戸効砕済斎剤雑桟蚕児実釈収従渋獣縦粛処渚奨焼証乗剰壌嬢浄畳縄醸図斉摂専戦銭銑捜挿巣騒総荘続対帯択単団弾遅"
        + "庁聴鋳勅痴逓鉄転伝稲闘徳読弐悩脳廃拝売発髪抜冨払仏塀辺変弁穂豊黙薬訳揺様謡頼覧竜塁涙隷霊齢労録働込峠辻枠栃凪喰搾雫笹匁毎歩郷黒査歳増産説両仕歴帰戻衆絶値満町顔掲繰撮舗賛銃扱隣唆徴歯株氷舎阪腕譲賃輝晩姉藩昇殻遡卒謎締");

    /// <summary>Simplified and traditional forms that today's Japanese does not have.</summary>
    private static readonly FrozenSet<char> chinese = FrozenSet.ToFrozenSet(
        "们这说对时为发经现过还进东车长门问间关见观规视话语请让谁该谈认识记设许论证评诉词试诗读课调谢谓议讲订计讨训访诺谋谎误诱谱贝负财责贤败货质贩贪贫购贯贵贷贸费贺贼贿资赋赌赏赐赔赖赚赛赞赢赵趋跃轨轩转轮软轰轻载轿较辅辆辈辉输辖"
        + "边达迁运违远连迟适选逊递邓邮郑邻酱释钟钢钱铁铜银铺链销锁锅错键镇镜闭闯闲闹闻阅阔队阳阴阵阶际陆陈险隐难韩页顶项顺须顾顿预领频题颜额风飞饭饮饰饱馆马驱驳驶驻驾骂验骑骗鱼鲁鲜鸟鸡鸣鸿齐龙龟业丛丝两严丧个丰临丽举义乌乐乔习乡书"
        + "买亏亚产亩亲亿仅从仑仓仪价众优伙伟传伤伦伪侠侣侧侨俭债倾儿兰兴养兽冈军农冯冲决况冻净凉减凤凭凯击凿刘则刚创删别剂剑剧劝办务动劲劳势匀华协单卖卢卫厂厅历厉压厌县叁变叠叹吁吓吗启吴呐员咏响哑唤啸嘱团园围图圆圣场坏块坚坛坝坟坠"
        + "垄垒垦垫堕墙壳处备复够头夸夹夺奋奖妆妇妈娱娄婴孙宁实宠审宪宫宽宾寻导尔尘尝层岁岂岛岭币帅师帐带帮库应庙废开异弃张弯弹强归录彻忆忧怀态总恳恶悬惊惩惯愤愿懒戏战户扑执扩扫扬扰抚抢护报拟拥拦拨择挂挡挣挤挥损换掳掷摄摆摇撑斋显晓"
        + "晕暂术杀杂权杨杰极构枪标栋栏树样档桥检槛欢歼毁毕气汇汉汤沟沪泪泽洁测济浆浑浓涛润涨渐渔溃滚满滤滥滨灭灵灾炼烂烛烟烦烧热爱爷牵犹狈狮狱猎玛环琐疗疯痒监盖盘睁矫矿码砖础确祸离种积穷窃竞笔签简粮紧纠红约级纪纯纲纳纵纷纸纹纺线练"
        + "组细织终绍结绕绘给络绝统继绩绪续维绵综绿缓编缘缩缴网职联聪肃肠肤肾肿胀胁胜脉脏脑腾舰艰艺节苏苹范茎荐荣药莱获营蓝虏虑虽虾蚀蚁补國會這們對來將發說與學賽數區讓亞經當爾禮體參總關歐戰從黨聯帶稱兩應諾沒舉內擊頓續點實據變蘭觀顯"
        + "證麼專歲氣傳蘇處樂邊爭聲萊醫眾團權單卻樣萬奧畫夠圖辦獨贏裡脫錄產擔繼隨輕兒條嚴寶嘯廣號盧險壓斷覺裝歷營狀檢幫價轉聽儘滿擇驗雙絕雖瑪嘗豬圍屬廳彈稅濟腦堅寫劃溫獎魯媽釋觸牠潛藝簽讀戲颶擠盃銷臘嗎敘亂豐歡縣佔鬆茲憤鄰佈攝絲駛莊"
        + "錢灣碼麥盡徵迴舊辯藥灘畢吋徑雜歸勵郵靜齊擾藉磯鬥妝漸寬攜遜壞穩輯輛腳烏搶殘廠餘棲啟繞燈駕籃艙獵臉靈獻擋謊蹤籌騷嶼賈燒喬獅讚覽虛貓桿鄉鋒礙艱趕譴榮橫賴臺懷遲屆諷邁鯊籲鬧捲贊饒檔剛樓顆韋蟲鈔礎廟臟譯娛凱搖隱淚詢閱櫃鳳漲頁遙謂"
        + "趨晉臥賭註綠黃鎊繳犧撐擺驕掙慘勞辭寵闊欖倖銜溝峽齒喪劑繪瞭鋪夾塊鴉糾綜虧惡劍刪顛嚐攔駁礦迺氫淨廢釐禍疊殼恆漿謬鹼吳雞拯彎壯蹟幟賣牆崔匯丟鐵瀉緣奠邏滯兇燼撓狹瘋夥蠻噓呃勁槌曆娶蘿炒艷齡骯髒喔菁潟");

    /// <summary>Words of headlines that one of the two writes so and the other does not.</summary>
    private static readonly (string Word, double Weight)[] words =
    [
        .. "首相 官房長官 都知事 衆院 参院 自民 公明 立民 維新 与党 野党 株価 円安 円高 日経平均 東証 米国 米大統領 米軍 米中 訪米 日米 日銀 露軍 仏大統領 独首相 容疑者 逮捕 書類送検 県警 府警 警視庁 地検 最高裁 会見 発表 開催 開始 発売 新発売 決定 合意 投開票 当選 落選 選挙 震度 津波 台風 大雨 警報 死亡 負傷 重傷 軽傷 事故 火災 通報 優勝 連勝 連敗 本塁打 先発 登板 勝利 敗戦 引退 移籍 放送 公開 映画化 主演 結婚 離婚 出産 復帰 辞任 就任 解散 初日 本日 昨日 今朝 今夜 来週 今週 速報 号外 検討 方針 見通 過去最高 増収 減益 増益 赤字 黒字 値上 値下 無料 年度 高校 甲子園 横綱 大関 市長 知事 県議 町長 村長"
            .Split(' ').Select(w => (w, 1.5)),
        .. "宣布 发布 發布 公布 表示 美国 美國 总统 總統 主席 总理 總理 书记 国务院 外交部 发言人 發言人 我国 我國 两岸 台灣 香港特 新冠 确诊 確診 出台 召开 召開 启动 啟動 上涨 上漲 下跌 股价 股價 交付 破万 万亿 億元 亿元 万元 萬元 人民币 人民幣 记者 記者 警方 嫌犯 俄罗斯 俄羅斯 乌克兰 烏克蘭 欧盟 歐盟 韩国 韓國 朝鲜 北韓 日本首相 的 了 是 在 与 和 被 已 将 將 不 没 沒 他 她 你 我们 我們 这 這 吗 嗎 吧 呢 啦"
            .Split(' ').Select(w => (w, -1.5)),
    ];

    /// <summary>How much surer of Japanese than of Chinese, in nats, beyond what the profiles say.</summary>
    public static double JapaneseRatherThanChinese(ReadOnlySpan<char> text)
    {
        var sum = 0.0;
        foreach (var c in text)
        {
            sum += c switch
            {
                '、' or '・' or '「' or '『' or '～' or '〜' => 1,
                // Between clauses a Chinese text has this and a Japanese one the other; 「」 are Taiwan's quotes too.
                '，' or '；' or '“' or '《' => -2.5,
                _ when !Scripts.IsHan(c) => 0,
                _ when japanese.Contains(c) => 4,
                _ when chinese.Contains(c) => -4,
                _ => 0,
            };
        }
        foreach (var (word, weight) in words)
        {
            sum += text.IndexOf(word) >= 0 ? weight : 0;
        }
        return sum;
    }
}
