"""English words and phrases that say what a text is about, our own: each is learned from as a text of its own."""

ECONOMY = """
stocks|stock market|shares|shareholders|investors|investor|Wall Street|Nasdaq|Dow Jones|S&P 500|FTSE|Nikkei|quarterly earnings|earnings|profit|profits|net income|revenue|revenues|sales rose|retail sales|quarterly loss|bank|banks|
central bank|interest rates|Federal Reserve|the Fed|European Central Bank|inflation|deflation|recession|economy|economic growth|gross domestic product|GDP|unemployment|jobless claims|payrolls|jobs report|layoffs|trade deficit|
exports|imports|tariffs|currency|dollar|euro|yen|yuan|exchange rate|crude oil|oil prices|barrel|OPEC|gold prices|commodities|bond yields|bonds|Treasury|debt|credit rating|mortgage|housing market|home sales|takeover|takeover bid|
merger|acquisition|buyout|hedge fund|private equity|initial public offering|IPO|bankruptcy|Chapter 11|creditors|auditor|accounting scandal|chief executive|chief financial officer|CEO|chairman resigns|board of directors|retailer|
supermarket chain|department store|automaker|carmaker|General Motors|Ford Motor|Toyota|airline|Delta Air Lines|US Airways|United Airlines|Boeing|Airbus|Wal-Mart|Goldman Sachs|JPMorgan|Citigroup|Morgan Stanley|Lehman Brothers|
insurer|insurance|pension fund|manufacturing|factory orders|consumer spending|consumer confidence|consumer prices|wholesale prices|analysts|forecast|outlook|dividend|analyst estimates|Securities and Exchange Commission|SEC|antitrust|
World Bank|International Monetary Fund|IMF|World Trade Organization|WTO|brokerage|stock exchange|pharmaceutical company|drugmaker|Merck|Pfizer|Coca-Cola|Procter & Gamble|McDonald's|Starbucks|Exxon Mobil|BP|Shell|Gazprom|Yukos
"""
IT_SCIENCE = """
software|Microsoft|Windows|Linux|open source|Google|Yahoo|Apple|iPod|iPhone|iTunes|Android|Intel|AMD|chip|processor|semiconductor|IBM|Oracle|PeopleSoft|Hewlett-Packard|Dell|Sun Microsystems|Cisco|Nokia|Motorola|Sony PlayStation|
Nintendo|Xbox|video game|video games|computer|computers|PC|laptop|server|supercomputer|Internet|Web site|Web browser|Firefox|Internet Explorer|search engine|broadband|wireless|Wi-Fi|Bluetooth|cell phone|mobile phone|smartphone|
camera phone|text messages|e-mail|spam|phishing|virus writers|computer virus|worm|security flaw|security hole|patch|hackers|hacker|encryption|spyware|file sharing|peer-to-peer|music downloads|digital music|MP3 player|blog|blogs|
VoIP|Internet phone|telecommunications|satellite radio|high-definition|DVD format|flat-panel|hard drive|flash memory|database|programmers|developers|NASA|space shuttle|spacecraft|space station|astronauts|astronauts|cosmonaut|Mars rover|
Mars|Saturn|Titan|Cassini|moon|comet|asteroid|telescope|Hubble|planet|galaxy|black hole|astronomers|scientists|researchers|physicists|biologists|genome|gene|DNA|stem cells|cloning|fossil|dinosaur|species|evolution|archaeologists|
climate change|global warming|greenhouse gas|ozone|glaciers|volcano researchers|earthquake prediction|nanotechnology|robot|robots|artificial intelligence|fuel cell|laser|quantum|particle|laboratory|study finds|Facebook|Twitter|
YouTube|Wikipedia|Netscape|AOL|eBay|Amazon.com|RealNetworks|Napster|BitTorrent|rocket|SpaceShipOne|X Prize|European Space Agency|electronic voting machines|RFID|biometric
"""
SPORTS = """
Yankees|Red Sox|Mets|Cubs|Cardinals|Astros|Dodgers|Braves|World Series|baseball|home run|pitcher|inning|innings|shortstop|NFL|quarterback|touchdown|Super Bowl|Patriots|Steelers|Eagles|Cowboys|Packers|Colts|wide receiver|NBA|Lakers|
Pistons|Celtics|Spurs|Knicks|basketball|rebounds|free throws|NHL|hockey|lockout|goalie|Stanley Cup|soccer|Premier League|Arsenal|Chelsea|Manchester United|Liverpool|Real Madrid|Barcelona|Champions League|World Cup|UEFA|FIFA|striker|
midfielder|goalkeeper|coach|head coach|manager sacked|season opener|playoffs|playoff|semifinal|quarterfinal|final round|tournament|championship|title defence|Olympics|Olympic|Athens Games|gold medal|silver medal|sprinter|swimmer|
gymnast|marathon|tennis|Wimbledon|U.S. Open|French Open|Davis Cup|Federer|Serena Williams|Sharapova|Roddick|golf|PGA Tour|Ryder Cup|Masters|birdie|Tiger Woods|Formula One|Grand Prix|Ferrari|Schumacher|NASCAR|race driver|cricket|
Test match|wicket|wickets|batsman|innings defeat|rugby|Six Nations|All Blacks|Wallabies|boxing|heavyweight|knockout|college football|bowl game|Big East|Southeastern Conference|Atlantic Coast Conference|Notre Dame football|touchdowns|
doping|steroids|drug test|Tour de France|cyclist|Lance Armstrong|horse race|Kentucky Derby|jockey|skater|skier|Heisman Trophy|draft pick|free agent|injured list|overtime win|shutout|hat trick
"""
WORLD = """
Iraq|Baghdad|Fallujah|Najaf|insurgents|suicide bomber|car bomb|roadside bomb|U.S. troops|militants|militant group|gunmen|hostage|hostages|beheaded|kidnappers|Afghanistan|Kabul|Taliban|al Qaeda|Pakistan|Musharraf|India and Pakistan|
Kashmir|Israel|Israeli|Palestinian|Palestinians|Gaza|Gaza Strip|West Bank|Hamas|Arafat|Sharon|Iran nuclear|Tehran|uranium enrichment|IAEA|Syria|Lebanon|Hezbollah|Saudi Arabia|Egypt|Libya|Sudan|Darfur|refugees|peacekeepers|
United Nations|U.N. Security Council|Kofi Annan|ceasefire|peace talks|peace process|rebels|coup|dictator|civil war|Chechnya|Beslan|Putin|Kremlin|Ukraine|Yushchenko|Turkey and the European Union|European Union|European Commission|
foreign minister|prime minister|President Hugo Chavez|Venezuela|Haiti|Cuba|Colombia rebels|Nigeria|Somalia|Congo|Ivory Coast|Zimbabwe|Mugabe|Rwanda|North Korea|six-party talks|Pyongyang|Taiwan Strait|Beijing|Hu Jintao|Myanmar|
Aung San Suu Kyi|Indonesia|Jakarta|Philippines|Manila|Thailand|Sri Lanka|Tamil|Nepal|Maoist|tsunami|typhoon|earthquake kills|flooding kills|war crimes|The Hague|Milosevic|genocide|nuclear weapons|embassy|ambassador|foreign ministry
"""
POLITICS = """
Senate|House of Representatives|Congress|Republican|Republicans|Democrat|Democrats|Democratic nominee|presidential campaign|election day|primary election|swing states|ballot|voters|poll shows|White House|President Bush|John Kerry|
Obama administration|lawmakers|senator|governor|mayor|legislation|bill passes|filibuster|Supreme Court nominee|cabinet secretary|attorney general|Labour Party|Conservative Party|Tony Blair|Gordon Brown|David Cameron|MPs|parliament vote
"""
TOPICS = {"economy": ECONOMY, "it-science": IT_SCIENCE, "sports": SPORTS, "world": WORLD, "politics": POLITICS}


def words():
    return [(word.strip(), topic) for topic, text in TOPICS.items() for word in text.replace("\n", "").split("|") if word.strip()]
