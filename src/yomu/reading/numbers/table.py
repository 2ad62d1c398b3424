"""The counters: what follows a number, how it is read, how the two change each other.

One counter a line, six columns:

    spellings | reading | sounds | exceptions | kind | English

`spellings` are separated by spaces; か stands for each of か カ ヵ ヶ ケ 箇 where it opens the
counter. `sounds` names a class of `sounds.py`. Exceptions: `2=ふたり` is the whole reading
when the number is just 2, `-4=よ` the name of the digit 4 whenever a number ends in it; ~ stands
for the counter's reading. `English` is `singular` or `singular/plural`, with `~` before it for a classifier
that English does without (3本: 3 (long things)), `Article #` for a label before the number, `@` for none.
"""

from __future__ import annotations

from typing import Final

COUNTERS: Final = """
# dates and times
年 | ねん | - | -4=よ | year | year
年度 | ねんど | - | -4=よ | year | fiscal year
年代 | ねんだい | - | -4=よ | decade | @
年間 | ねんかん | - | -4=よ | duration | year
か年間 | かねんかん | k | | duration | year
年来 | ねんらい | - | -4=よ | duration | year
年生 | ねんせい | - | -4=よ | ordinal | @-year student
年次 | ねんじ | - | -4=よ | ordinal | year
年債 | ねんさい | - | -4=よ | duration | -year bond
年物 | ねんもの | - | -4=よ | duration | -year
年連続 | ねんれんぞく | - | -4=よ | duration | year in a row/years in a row
年期 | ねんき | - | -4=よ | duration | year
年紀 | ねんき | - | -4=よ | duration | millennium/millennia
年祭 | ねんさい | - | -4=よ | ordinal | anniversary
年越し 年越 | ねんごし | - | -4=よ | duration | over # years
昼夜 | ちゅうや | st | | duration | day and night/days and nights
営業日 | えいぎょうび | - | | duration | business day
回忌 | かいき | k | 1=いっかいき -7=しち | ordinal | anniversary of a death
周忌 | しゅうき | st | | ordinal | anniversary of a death
か年 | かねん | k | | duration | year
周年 | しゅうねん | st | | ordinal | anniversary
世紀 世期 | せいき | st | | century | century/centuries
四半世紀 | しはんせいき | - | | duration | quarter century
四半期 | しはんき | - | | ordinal | quarter
半期 | はんき | - | | ordinal | half-year
月 | がつ | - | -4=し -7=しち -9=く | month | month
月期 | がつき | - | -4=し -7=しち -9=く | month | month
月号 | がつごう | - | -4=し -7=しち -9=く | month | month
月分 | がつぶん | - | -4=し -7=しち -9=く | month | month
か月 個月 | かげつ | k | | duration | month
か月間 個月間 | かげつかん | k | | duration | month
週 | しゅう | st | | duration | week
週間 | しゅうかん | st | | duration | week
週目 | しゅうめ | st | | ordinal | week
日 | にち | - | | day | day
日間 | にちかん | - | | days | day
日目 | にちめ | - | | days | day #
日分 | にちぶん | - | | days | day's worth/days' worth
日中 | にちじゅう | - | | whole day | @
日制 | にちせい | - | | days | -day system
泊 | はく | hp | | count | night
夜 | や | - | 1=いちや 2=にや | count | night
晩 | ばん | - | 1=ひと~ 2=ふた~ | count | night
時 | じ | - | -0=れい -4=よ -7=しち -9=く | hour | o'clock
時台 | じだい | - | -0=れい -4=よ -7=しち -9=く | hour | o'clock
時間 | じかん | - | -4=よ -7=しち -9=く | duration | hour
時間帯 | じかんたい | - | | count | time slot
限 | げん | - | | ordinal | period
時限 | じげん | - | -4=よ -7=しち -9=く | ordinal | period
分 | ふん | hpp | | minute | minute
分間 | ふんかん | hpp | | duration | minute
秒 | びょう | - | | second | second
秒間 | びょうかん | - | | duration | second
ミリ秒 | みりびょう | - | | duration | millisecond
光年 | こうねん | K | | measure | light-year
天文単位 | てんもんたんい | x | | measure | astronomical unit

# money
円 | えん | - | -4=よ | money | ¥
銭 | せん | st | | money | sen/sen
ドル ㌦ ﾄﾞﾙ 米ドル | どる | - | | money | $
カナダドル | かなだどる | - | | money | C$
豪ドル | ごうどる | - | | money | A$
香港ドル | ほんこんどる | - | | money | HK$
台湾ドル | たいわんどる | - | | money | NT$
シンガポールドル | しんがぽーるどる | - | | money | S$
セント ㌣ | せんと | st | | money | cent
ユーロ | ゆーろ | - | | money | €
ポンド 英ポンド ㍀ | ぽんど | x | | money | £
元 人民元 | げん | - | | money | yuan/yuan
台湾元 | たいわんげん | - | | money | NT$
ウォン | うぉん | - | | money | won/won
ルーブル | るーぶる | - | | money | rouble
フリブナ フリヴニャ グリブナ | ふりぶな | - | | money | hryvnia/hryvnias
ルピー | るぴー | - | | money | rupee
ルピア | るぴあ | - | | money | rupiah/rupiah
バーツ | ばーつ | - | | money | baht/baht
ドン | どん | - | | money | dong/dong
リラ | りら | - | | money | lira
リヤル リアル | りやる | - | | money | riyal
ディナール | でぃなーる | - | | money | dinar
ディルハム | でぃるはむ | - | | money | dirham
シェケル | しぇける | - | | money | shekel
フラン | ふらん | - | | money | franc
マルク | まるく | - | | money | mark
ペソ | ぺそ | x | | money | peso
レアル | れある | - | | money | real
クローナ | くろーな | K | | money | krona/kronor
クローネ | くろーね | K | | money | krone/kroner
ズロチ | ずろち | - | | money | zloty
フォリント | ふぉりんと | - | | money | forint/forints
ランド | らんど | - | | money | rand/rand
ペニヒ | ぺにひ | x | | money | pfennig
シリング | しりんぐ | x | | money | shilling
ペンス ペニー | ぺんす | x | | money | penny/pence
ギニー | ぎにー | - | | money | guinea
リンギット リンギ | りんぎっと | - | | money | ringgit/ringgit
グルデン | ぐるでん | - | | money | guilder
フローリン | ふろーりん | - | | money | florin
ターラー | たーらー | x | | money | thaler
コペイカ | こぺいか | K | | money | kopeck
チャット | ちゃっと | x | | money | kyat/kyat
トルコリラ | とるこりら | x | | money | Turkish lira
スイスフラン | すいすふらん | x | | money | Swiss franc
カタールリヤル | かたーるりやる | x | | money | Qatari riyal
ニュージーランドドル NZドル | にゅーじーらんどどる | - | | money | New Zealand dollar
円札 | えんさつ | - | -4=よ | money | yen note

# shares of a whole
% ％ パーセント ㌫ ﾊﾟｰｾﾝﾄ | ぱーせんと | x | | percent | %
‰ パーミル | ぱーみる | x | | percent | per mille
ポイント ﾎﾟｲﾝﾄ pt | ぽいんと | x | | measure | point
パーセントポイント %ポイント ％ポイント | ぱーせんとぽいんと | x | | measure | percentage point
ベーシスポイント bp | べーしすぽいんと | - | | measure | basis point
割 | わり | - | | tenths | %
割引 | わりびき | - | | tenths | % off
掛け | がけ | - | -7=しち | tenths | % of the price
分咲き | ぶざき | - | -4=し -7=しち -9=く | tenths | % in bloom
分袖 | ぶそで | - | -7=しち -9=く | label | #/10 sleeves
分丈 | ぶたけ | - | -7=しち -9=く | label | #/10 length
分刈り | ぶがり | - | -7=しち -9=く | label | crew cut #
分づき 分搗き | ぶづき | - | -7=しち -9=く | tenths | % polished
分粥 分がゆ | ぶがゆ | - | -7=しち -9=く | tenths | % rice gruel
分立て 分立 | ぶだて | - | -7=しち -9=く | tenths | % whipped
割り引き | わりびき | - | | tenths | % off
分の | ぶんの | - | | fraction | @
厘 | りん | - | | measure | thousandth
倍 | ばい | - | | times | times
倍増 | ばいぞう | - | | times | times
倍速 | ばいそく | - | | times | speed
乗 | じょう | - | | count | power
乗根 | じょうこん | - | | label | root #
ppm | ぴーぴーえむ | x | | measure | ppm
ppb | ぴーぴーびー | x | | measure | ppb

# people
人 | にん | - | 1=ひとり 2=ふたり -4=よ | people | person/people
人組 | にんぐみ | - | 1=ひとりぐみ 2=ふたりぐみ -4=よ | people | -person group
人目 | にんめ | - | 1=ひとりめ 2=ふたりめ -4=よ | ordinal | person
人乗り | にんのり | - | 1=ひとりのり 2=ふたりのり -4=よ | people | -seater
人前 | にんまえ | - | -4=よ | count | serving
人称 | にんしょう | - | -4=よ | ordinal | person
人制 | にんせい | - | -4=よ | people | -person system
人部屋 | にんべや | - | 1=ひとりべや 2=ふたりべや -4=よ | people | -person room
人家族 | にんかぞく | - | 1=ひとりかぞく 2=ふたりかぞく -4=よ | people | person family
人暮らし | にんぐらし | - | 1=ひとりぐらし 2=ふたりぐらし -4=よ | people | -person household
人旅 | にんたび | - | 1=ひとりたび 2=ふたりたび -4=よ | people | person travelling/people travelling
人芝居 | にんしばい | - | 1=ひとりしばい 2=ふたりしばい -4=よ | people | -person play
人掛け | にんがけ | - | 1=ひとりがけ 2=ふたりがけ -4=よ | people | -person seat
人区 | にんく | - | -4=よ | ordinal | -seat district
名 | めい | - | | people | person/people
名様 | めいさま | - | | people | person/people
氏 | し | x | | people | person/people
者 | しゃ | st | | people | party/parties
者間 | しゃかん | st | | people | party/parties
者協議 | しゃきょうぎ | st | | people | -party talks
者会談 | しゃかいだん | st | | people | -party meeting
歳 才 | さい | st | 20=はたち | age | year old/years old
歳児 才児 | さいじ | st | | age | -year-old
歳代 才代 | さいだい | st | | decade of life | @
歳未満 | さいみまん | st | | age | years old or less
代 | だい | - | | generation | @
代目 | だいめ | - | -4=よ | ordinal | @
世 | せい | st | | ordinal | generation
世代 | せだい | - | -8=はっ -10=じゅっ | count | generation
世帯 | せたい | st | 1=ひと~ | count | household
男 | なん | - | | ordinal | son
子 | し | st | | ordinal | child
女 | じょ | - | | ordinal | daughter
等親 親等 | しんとう | st | | ordinal | degree of kinship/degrees of kinship
傑 | けつ | k | | count | best
浪 | ろう | - | | count | year spent on retaking entrance exams/years spent on retaking entrance exams
回生 | かいせい | k | | ordinal | @-year student
役 | やく | - | 1=ひと~ 2=ふた~ | count | role
兄弟 | きょうだい | x | | people | brother
姉妹 | しまい | - | | people | sister
家 | け | k | | count | house
家族 | かぞく | k | | count | family/families
遺体 | いたい | - | | count | body/bodies
兵 | へい | - | 1=いっぺい | people | soldier

# countries, places, bodies
国 | こく | k | 3=さんごく | count | country/countries
国間 | こくかん | k | 3=さんごくかん | count | -country
国語 | こくご | k | | count | language
か国 個国 | かこく | k | | count | country/countries
か国語 | かこくご | k | | count | language
か国間 | かこくかん | k | | count | country/countries
か所 個所 | かしょ | k | | count | place
か条 個条 | かじょう | k | | count | article
か村 | かそん | k | | count | village
か町村 | かちょうそん | k | | count | town and village/towns and villages
か寺 | かじ | k | | count | temple
か店 | かてん | k | | count | shop
か院 | かいん | k | | count | hospital
都 | と | st | | count | metropolis/metropolises
道 | どう | - | | count | circuit
府 | ふ | hp | 1=いちふ -3=さん | count | prefecture
県 | けん | k | | count | prefecture
都道府県 | とどうふけん | st | | count | prefecture
道府県 | どうふけん | - | | count | prefecture
都府県 | とふけん | st | | count | prefecture
都県 | とけん | st | | count | prefecture
市 | し | st | | count | city/cities
市町 | しちょう | st | | count | municipality/municipalities
市町村 | しちょうそん | st | | count | municipality/municipalities
市区町村 | しくちょうそん | st | | count | municipality/municipalities
区 | く | k | | count | ward
町 | ちょう | st | | count | town
町村 | ちょうそん | st | | count | town and village/towns and villages
村 | そん | st | | count | village
州 | しゅう | st | | count | state
郡 | ぐん | - | | count | county/counties
地域 | ちいき | x | | count | region
地区 | ちく | x | | count | district
地点 | ちてん | x | | count | point
地方 | ちほう | x | | count | region
丁目 | ちょうめ | st | | ordinal | chome
番地 | ばんち | - | | ordinal | lot
番町 | ばんちょう | - | | label | Bancho #
札所 | ふだしょ | - | | count | temple
番札所 | ばんふだしょ | - | | label | Temple #
宿 | しゅく | st | | count | post town
座 | ざ | - | | count | ~peak or theatre/peaks or theatres
都市 | とし | x | | count | city/cities
自治体 | じちたい | - | | count | local government
社 | しゃ | st | | count | company/companies
紙 | し | st | | count | newspaper
省 | しょう | st | | count | ministry/ministries
省庁 | しょうちょう | st | | count | ministry or agency/ministries and agencies
府省庁 | ふしょうちょう | - | | count | ministry or agency/ministries and agencies
社体制 | しゃたいせい | st | | count | -company system
誌 | し | st | | count | magazine
社会 | しゃかい | x | | count | society/societies
企業 | きぎょう | x | | count | company/companies
業者 | ぎょうしゃ | - | | count | dealer
施設 | しせつ | x | | count | facility/facilities
拠点 | きょてん | x | | count | base
行 | ぎょう | - | | count | line
校 | こう | k | | count | school
大学 | だいがく | - | | count | university/universities
学部 | がくぶ | - | | count | faculty/faculties
学科 | がっか | - | | count | department
学年 | がくねん | - | | count | grade
学期 | がっき | - | | ordinal | term
クラス | くらす | K | | count | class/classes
館 | かん | k | | count | hall
店 | てん | st | | count | shop
店舗 | てんぽ | st | | count | shop
院 | いん | - | | count | chamber
園 | えん | - | | count | garden or kindergarten
寺 | じ | - | | count | temple
塔 | とう | st | | count | tower
署 | しょ | st | | count | station
湖 | こ | k | | count | lake
城 | じょう | - | | count | castle
圏 | けん | k | | count | sphere
隊 | たい | st | | count | unit
宗 | しゅう | st | | count | sect
院制 | いんせい | - | | count | -chamber system
棟 | とう | st | | count | building
軒 | けん | kg | | count | house
戸 | こ | k | | count | home
室 | しつ | st | | count | room
部屋 | へや | - | 1=ひと~ 2=ふた~ | count | room
階 | かい | kg | | ordinal | floor
階建て | かいだて | kg | | count | -storey
階建 | かいだて | kg | | count | -storey
床 | しょう | st | | count | bed
席 | せき | st | | count | seat
議席 | ぎせき | - | | count | seat
党 | とう | st | | count | party/parties
派 | は | hp | | count | faction
派閥 | はばつ | - | | count | faction
会派 | かいは | k | 1=いちかいは | count | parliamentary group
団体 | だんたい | - | | count | group
機関 | きかん | k | 1=いちきかん | count | agency/agencies
組織 | そしき | x | | count | organisation
か国連合 | かこくれんごう | k | | count | -country union
局 | きょく | k | | count | office
課 | か | k | | count | section
部門 | ぶもん | - | | count | section
部局 | ぶきょく | - | | count | department
島 | とう | st | | count | island
港 | こう | k | | count | port
空港 | くうこう | K | | count | airport
駅 | えき | - | | count | station
線 | せん | st | | count | line
路線 | ろせん | - | | count | line
車線 | しゃせん | st | | count | lane
便 | びん | - | | count | flight
チャンネル ch | ちゃんねる | x | | label | channel #
バース | ばーす | - | | count | berth
極 | きょく | k | | count | pole
強 | きょう | k | | count | power
大国 | たいこく | x | | count | great power
正面 | しょうめん | x | | count | front

# votes, law, documents
票 | ひょう | hb | | count | vote
票差 | ひょうさ | hb | | count | -vote margin
条 | じょう | - | | label | Article #
条の | じょうの | - | | label | Article #
項 | こう | k | | label | paragraph #
項目 | こうもく | k | 1=いちこうもく | count | item
号 | ごう | - | | label | No. #
号機 | ごうき | - | | label | Unit #
号線 | ごうせん | - | | label | Route #
号室 | ごうしつ | - | | label | Room #
号車 | ごうしゃ | - | | label | Car #
号館 | ごうかん | - | | label | Building #
号棟 | ごうとう | - | | label | Building #
号墳 | ごうふん | - | | label | Tumulus #
号炉 | ごうろ | - | | label | Furnace #
号店 | ごうてん | - | | ordinal | shop
号艇 | ごうてい | - | | label | Boat #
号艦 | ごうかん | - | | label | Ship #
編 篇 | へん | hp | | label | Part #
章 | しょう | st | | label | Chapter #
節 | せつ | st | | label | Section #
款 | かん | k | | label | Subsection #
部 | ぶ | - | | count | copy/copies
部隊 | ぶたい | - | | count | unit
巻 | かん | k | | label | Volume #
冊 | さつ | st | | count | book
集 | しゅう | st | | label | Collection #
版 | はん | x | | label | edition
書 | しょ | st | | count | book
説 | せつ | st | | count | theory/theories
則 | そく | st | | count | rule
法 | ほう | hp | | count | law
頁 ページ ㌻ ﾍﾟｰｼﾞ | ぺーじ | x | | count | page
枚 | まい | - | | count | ~flat thing/flat things
通 | つう | st | | count | letter
件 | けん | k | | count | case
案 | あん | - | | count | proposal
法案 | ほうあん | - | | count | bill
本柱 | ほんばしら | hb | | count | pillar
言語 | げんご | - | | count | language
語 | ご | - | | count | word
単語 | たんご | x | | count | word
文字 | もじ | - | 1=ひと~ 2=ふた~ | count | character
字 | じ | - | -4=よ | count | character
文 | ぶん | - | | count | sentence
段落 | だんらく | - | | count | paragraph
画 | かく | k | | count | stroke
話 | わ | - | | label | Episode #
音 | おん | - | | count | sound
音節 | おんせつ | - | | count | syllable
稿 | こう | k | | ordinal | draft
刷 | さつ | st | | ordinal | printing
信 | しん | st | | ordinal | report
題 | だい | - | | count | question
幕 | まく | - | 1=ひと~ 2=ふた~ | count | act
場面 | ばめん | - | 1=ひと~ 2=ふた~ | count | scene
曲 | きょく | k | | count | song
楽章 | がくしょう | - | | count | movement
小節 | しょうせつ | st | | count | bar
分音符 | ぶおんぷ | - | -4=し | label | 1/# note
分休符 | ぶきゅうふ | - | -4=し | label | 1/# rest
重奏 | じゅうそう | - | -4=し | count | -part ensemble
重唱 | じゅうしょう | - | -4=し | count | -part song
和音 | わおん | - | | count | -note chord
弦 | げん | - | | count | string
作 | さく | st | | count | work
作品 | さくひん | x | | count | work
作目 | さくめ | st | | ordinal | work
部作 | ぶさく | - | | count | -part work
審 | しん | st | | ordinal | instance
選 | せん | st | | ordinal | term
節気 | せっき | x | 24=にじゅうしせっき | count | solar term
原則 | げんそく | - | | count | principle
要件 | ようけん | - | | count | requirement
条件 | じょうけん | - | | count | condition
制度 | せいど | x | | count | system
文書 | ぶんしょ | - | | count | document
方針 | ほうしん | - | | count | policy/policies
分野 | ぶんや | - | | count | field
品目 | ひんもく | - | | count | item
業種 | ぎょうしゅ | - | | count | industry/industries
事業 | じぎょう | - | | count | project
計画 | けいかく | K | | count | plan
会計年度 | かいけいねんど | K | | count | fiscal year
理由 | りゆう | - | | count | reason
争点 | そうてん | x | | count | issue
論点 | ろんてん | - | | count | point at issue/points at issue
例 | れい | - | | count | example or case/examples or cases
事例 | じれい | - | | count | case
か条件 | かじょうけん | k | | count | condition

# order and repetition
番 | ばん | - | | label | No. #
番目 | ばんめ | - | | ordinal | @
番手 | ばんて | - | | ordinal | @
番線 | ばんせん | - | | label | Track #
番艦 | ばんかん | - | | label | Ship #
番館 | ばんかん | - | | label | Building #
番隊 | ばんたい | - | | label | Unit #
番機 | ばんき | - | | label | Aircraft #
番歌 | ばんか | - | | label | Poem #
番煎じ | ばんせんじ | - | | ordinal | brew
番底 | ばんぞこ | - | | ordinal | bottom
番組 | ばんぐみ | - | | count | programme
番街 | ばんがい | - | | label | Block #
番人気 | ばんにんき | - | | ordinal | favourite
番打者 | ばんだしゃ | - | | ordinal | batter
番勝負 | ばんしょうぶ | - | | count | -game match
本勝負 | ほんしょうぶ | hb | | count | -bout match
号目 | ごうめ | - | | ordinal | station
合目 | ごうめ | - | | ordinal | station
位 | い | - | | rank | place
級 | きゅう | k | | label | class #
等 | とう | st | | label | class #
等級 | とうきゅう | st | | label | magnitude #
等分 | とうぶん | - | | count | equal part
等賞 | とうしょう | st | | ordinal | prize
等星 | とうせい | st | | label | magnitude #
等車 | とうしゃ | st | | label | class #
流 | りゅう | - | | label | class #
次 | じ | - | -4=よ | ordinal | @
次元 | じげん | - | -4=よ | count | dimension
進法 | しんほう | st | | label | base #
進数 | しんすう | st | | label | base #
次産業 | じさんぎょう | - | -4=よ | ordinal | industry
次方程式 | じほうていしき | - | -4=よ | label | equation of degree #
次関数 | じかんすう | - | -4=よ | label | function of degree #
期 | き | k | | count | term
期目 | きめ | k | | ordinal | term
期生 | きせい | k | | ordinal | intake
弾 | だん | - | | ordinal | round
波 | は | hpp | | ordinal | wave
陣 | じん | - | | ordinal | group
回 | かい | k | | count | time
巡 | じゅん | - | | count | round
回表 | かいおもて | k | | ordinal | inning (top)
回裏 | かいうら | k | | ordinal | inning (bottom)
回目 | かいめ | k | | ordinal | time
回戦 | かいせん | k | | ordinal | round
回線 | かいせん | k | 1=いちかいせん | count | line
価 | か | k | | count | valence
回転 | かいてん | k | | count | turn
度 | ど | - | -0=れい | count | time
度目 | どめ | - | | ordinal | time
度線 | どせん | - | | label | the #th parallel
遍 | へん | hb | | count | time
段 | だん | - | | count | step
段階 | だんかい | - | | count | stage
階級 | かいきゅう | K | | count | rank
層 | そう | st | | count | layer
重 | じゅう | - | 1=いちじゅう | count | -fold
連勝 | れんしょう | - | | count | win in a row/wins in a row
連敗 | れんぱい | - | | count | loss in a row/losses in a row
連覇 | れんぱ | - | | count | title in a row/titles in a row
大会 | たいかい | x | | count | tournament
学級 | がっきゅう | - | | count | class/classes
連休 | れんきゅう | - | | count | -day holiday
連戦 | れんせん | - | | count | match in a row/matches in a row
連投 | れんとう | - | | count | game pitched in a row/games pitched in a row
連泊 | れんぱく | - | | count | night in a row/nights in a row
連単 | れんたん | - | | label | #-horse exacta
連複 | れんぷく | - | | label | #-horse quinella
連装 | れんそう | - | | count | -barrelled mount
連続 | れんぞく | - | | count | in a row/in a row
勝 | しょう | st | | count | win
敗 | はい | hp | -6=ろく | count | loss/losses
分け | わけ | - | 1=ひと~ 2=ふた~ | count | draw
引き分け | ひきわけ | - | 1=いちひきわけ 2=にひきわけ | count | draw
戦 | せん | st | | count | battle
戦目 | せんめ | st | | ordinal | match
試合 | しあい | x | | count | match/matches
得点 | とくてん | x | | count | goal
失点 | しってん | x | | count | goal conceded/goals conceded
安打 | あんだ | - | | count | hit
塁打 | るいだ | - | | label | #-base hit
球団 | きゅうだん | K | | count | club
競技 | きょうぎ | K | | count | event
冠 | かん | k | | count | title
本塁打 | ほんるいだ | - | -10=じゅう | count | home run
打点 | だてん | - | | count | run batted in/runs batted in
点差 | てんさ | st | | count | -point margin
球 | きゅう | k | | count | pitch/pitches
投 | とう | st | | count | throw
投球 | とうきゅう | x | | count | pitch/pitches
アウト | あうと | - | 1=わんあうと 2=つーあうと 3=すりーあうと | count | out
ストライク | すとらいく | x | 1=わんすとらいく 2=つーすとらいく 3=すりーすとらいく | count | strike
ボール | ぼーる | - | 1=わんぼーる 2=つーぼーる 3=すりーぼーる | count | ball
ラン | らん | - | 2=つーらん 3=すりーらん | label | #-run homer
ポイントシュート | ぽいんとしゅーと | x | 2=つーぽいんとしゅーと 3=すりーぽいんとしゅーと | label | #-point shot
手目 | てめ | st | | ordinal | move
手詰め 手詰 | てづめ | st | | count | -move checkmate
目 | もく | - | | count | order (or go stone)/orders (or go stones)
塁 | るい | - | | label | base #
死 | し | st | | count | out
軍 | ぐん | - | | label | the #th Army
師団 | しだん | x | | count | division
旅団 | りょだん | - | | count | brigade
連隊 | れんたい | - | | count | regiment
大隊 | だいたい | - | | count | battalion
中隊 | ちゅうたい | x | | count | company/companies
小隊 | しょうたい | x | | count | platoon
艦隊 | かんたい | K | | label | the #th Fleet
個師団 | こしだん | k | | count | division
個旅団 | こりょだん | k | | count | brigade
個連隊 | これんたい | k | | count | regiment
個大隊 | こだいたい | k | | count | battalion
個中隊 | こちゅうたい | k | | count | company/companies
個艦隊 | こかんたい | k | | count | fleet
個軍団 | こぐんだん | k | | count | army corps/army corps
個飛行隊 | こひこうたい | k | | count | squadron
個小隊 | こしょうたい | k | | count | platoon
個分隊 | こぶんたい | k | | count | section
個空母打撃群 | こくうぼだげきぐん | k | | count | carrier strike group
個戦闘団 | こせんとうだん | k | | count | combat team
軍団 | ぐんだん | - | | count | corps/corps
軍管区 | ぐんかんく | - | | count | military district
管区 | かんく | K | | count | district
騎 | き | k | | count | horseman/horsemen
対 | たい | x | 1=いったい | ratio | to
対 | つい | st | | count | pair
項対立 | こうたいりつ | k | | count | -way opposition
択 | たく | st | | count | choice
者択一 | しゃたくいち | st | | count | choice

# things
つ | つ | - | 1=ひとつ 2=ふたつ 3=みっつ 4=よっつ 5=いつつ 6=むっつ 7=ななつ 8=やっつ 9=ここのつ | count | @
個 箇 コ | こ | k | | count | @
個目 コ目 箇目 | こめ | k | | ordinal | @
つ星 | つぼし | - | 1=ひとつぼし 2=ふたつぼし 3=みつぼし 4=よつぼし 5=いつつぼし 6=むつぼし 7=ななつぼし | label | #-star
つ切り つ切 | つぎり | - | 2=ふたつぎり 4=よつぎり 6=むつぎり 8=やつぎり | label | cut in #
つ子 | つご | - | 2=ふたご 3=みつご 4=よつご 5=いつつご 6=むつご | label | #-fold birth (twins, triplets …)
つ葉 | つば | - | 2=ふたば 3=みつば 4=よつば | label | #-leaved
つ折り つ折 | つおり | - | 2=ふたつおり 3=みつおり 4=よつおり 8=やつおり | label | folded in #
つ揃い つ揃え | つぞろい | - | 2=ふたつぞろい 3=みつぞろい | label | set of #
つ巴 つどもえ | つどもえ | - | 2=ふたつどもえ 3=みつどもえ | label | #-way
本 | ほん | hb | | count | ~long thing/long things
匹 疋 | ひき | hb | | count | ~small animal/small animals
頭 | とう | st | | count | ~large animal/large animals
羽 | わ | - | | count | bird
尾 | び | - | | count | fish/fish
杯 盃 | はい | hb | | count | cup
台 | だい | - | | count | ~machine or vehicle/machines or vehicles
両 輛 輌 | りょう | - | | count | ~vehicle/vehicles
車両 | しゃりょう | x | | count | carriage
気筒 | きとう | K | | count | -cylinder
シーター | しーたー | x | 2=つーしーたー 4=ふぉーしーたー | label | #-seater
口径 | こうけい | k | | label | calibre #
馬身 | ばしん | - | | count | length
頭立て | とうだて | st | | count | -horse field
頭身 | とうしん | st | | count | head
機 | き | k | | count | aircraft/aircraft
基 | き | k | | count | ~installation/installations
隻 | せき | st | | count | ship
艘 | そう | st | | count | boat
艇 | てい | st | | count | boat
門 | もん | - | | count | gun
丁 挺 | ちょう | st | | count | ~gun or tool/guns or tools
発 | はつ | hp | | count | round
弾頭 | だんとう | - | | count | warhead
点 | てん | st | -0=れい | count | point
品 | しな | x | 1=ひと~ 2=ふた~ | count | item
品種 | ひんしゅ | - | | count | variety/varieties
種 | しゅ | st | | count | kind
種目 | しゅもく | st | | count | event
種類 | しゅるい | st | | count | kind
色 | しょく | st | 7=なないろ | count | colour
形 | がた | - | | label | Class #
系 | けい | - | 0=ぜろけい | label | Series #
系統 | けいとう | K | | count | system
方向 | ほうこう | - | | count | direction
景 | けい | k | | count | view
峰 | ほう | hp | | count | peak
報 | ほう | hp | | count | report
類 | るい | - | | label | Class #
型 | がた | - | 0=ぜろがた | label | Type #
式 | しき | st | | count | set
セット | せっと | x | | count | set
組 | くみ | x | 1=ひと~ 2=ふた~ | count | pair
対戦 | たいせん | x | | count | match/matches
足 | そく | sz | | count | pair of shoes/pairs of shoes
着 | ちゃく | st | | count | ~suit/suits
着目 | ちゃくめ | st | | ordinal | suit
枚目 | まいめ | - | | ordinal | sheet
本目 | ほんめ | hb | | ordinal | @
玉 | たま | x | 1=ひと~ 2=ふた~ | count | ball
粒 | つぶ | x | 1=ひと~ 2=ふた~ | count | grain
束 | たば | x | 1=ひと~ 2=ふた~ | count | bundle
把 | わ | - | 3=さんば | count | bundle
貫 | かん | k | | count | ~kan (3.75 kg), or pieces of sushi/kan (3.75 kg each), or pieces of sushi
服 | ふく | hp | | count | dose
包 | ほう | hp | | count | sachet
錠 | じょう | - | | count | tablet
椀 碗 | わん | - | | count | bowl
鉢 | はち | - | 1=ひと~ 2=ふた~ | count | pot
串 | くし | x | 1=ひと~ 2=ふた~ | count | skewer
匙 さじ | さじ | x | 1=ひと~ 2=ふた~ | count | spoonful
張り 張 | はり | - | 1=ひと~ 2=ふた~ | count | ~tent or bow/tents or bows
棹 竿 | さお | - | 1=ひと~ 2=ふた~ | count | ~pole-shaped thing/pole-shaped things
領 | りょう | - | | count | suit of armour/suits of armour
幅 | ふく | hp | | count | scroll
双 | そう | st | | count | pair
尊 | そん | sz | | count | sacred image
卓 | たく | st | | count | table
灯 | とう | st | | count | light
枚組 | まいぐみ | - | | count | -disc set
本組 | ほんぐみ | hb | | count | -piece set
巻組 | かんぐみ | k | | count | -volume set
枚刃 | まいば | - | | count | -blade razor
枚舌 | まいじた | - | | count | tongue
速 | そく | st | | label | gear #
袋 | ふくろ | - | 1=ひと~ 2=ふた~ | count | bag
箱 | はこ | hp | 1=ひと~ 2=ふた~ | count | box/boxes
缶 | かん | k | 1=ひと~ 2=ふた~ | count | can
瓶 | びん | - | 1=ひと~ 2=ふた~ | count | bottle
皿 | さら | x | 1=ひと~ 2=ふた~ | count | plate
振り | ふり | - | 1=ひと~ 2=ふた~ | count | ~sword/swords
斤 | きん | k | | count | loaf/loaves
金 | きん | x | | label | #-carat gold
パック | ぱっく | x | | count | pack
切れ | きれ | x | 1=ひと~ 2=ふた~ | count | slice
口 | くち | x | 1=ひと~ 2=ふた~ | count | unit
株 | かぶ | k | 1=ひと~ 2=ふた~ | count | share
桁 ケタ けた | けた | k | 1=ひと~ 2=ふた~ | count | digit
通り とおり | とおり | - | 1=ひと~ 2=ふた~ -10=じゅっ | count | way
回り 周り まわり | まわり | - | 1=ひと~ 2=ふた~ | count | round
コマ 齣 | こま | x | 1=ひと~ 2=ふた~ | count | frame
揃い そろい | そろい | - | 1=ひと~ 2=ふた~ | count | set
山 | やま | - | 1=ひと~ 2=ふた~ | count | heap
房 | ふさ | - | 1=ひと~ 2=ふた~ | count | bunch/bunches
針 | はり | hp | 1=ひと~ 2=ふた~ | count | stitch/stitches
歩 | ほ | hp | | count | step
拍 | はく | hp | | count | beat
拍子 | びょうし | - | | count | time
筆 | ひつ | hp | | count | ~parcel of land/parcels of land
俵 | ひょう | hb | | count | bale
班 | はん | hp | | count | squad
犯 | はん | hp | | count | offence
食 | しょく | st | | count | meal
膳 | ぜん | - | | count | pair of chopsticks/pairs of chopsticks
脚 | きゃく | k | | count | ~chair or leg/chairs or legs
畳 帖 | じょう | - | -4=よ | count | mat
畳間 | じょうま | - | -4=よ | count | -mat room
畳半 | じょうはん | - | -4=よ | count | -and-a-half-mat room
反 | たん | st | | count | roll
首 | しゅ | st | | count | poem
句 | く | k | | count | verse
輪 | りん | - | | count | wheel
輪車 | りんしゃ | - | | count | -wheeler
翼 | よく | - | | count | wing
門徒 | もんと | - | | count | follower
面 | めん | - | | count | face
辺 | へん | hp | | count | side
角 | かく | k | | count | angle
角形 | かくけい | k | 4=しかくけい | count | -sided figure
面体 | めんたい | - | 4=しめんたい 7=しちめんたい | label | #-hedron
員環 | いんかん | - | | label | #-membered ring
量体 | りょうたい | - | | label | #-mer
倍体 | ばいたい | - | | label | #-ploid
科 | か | k | | count | family/families
属 | ぞく | - | | count | genus/genera
族 | ぞく | - | | label | group #
綱 | こう | k | | count | class/classes
列 | れつ | - | | count | row
周 | しゅう | st | | count | lap
走 | そう | st | | count | run
車 | しゃ | st | | count | car
客 | きゃく | k | | count | ~set for guests/sets for guests
艦 | かん | k | | count | warship
片 | へん | hp | | count | fragment
賞 | しょう | st | | count | prize
刻 | こく | k | | count | koku/koku
拝 | はい | hp | | count | bow
拍手 | はくしゅ | - | | count | clap
礼 | れい | - | | count | bow
体 | たい | st | | count | body/bodies
柱 | はしら | - | 1=ひと~ 2=ふた~ | count | ~god or pillar/gods or pillars
輪目 | りんめ | - | | ordinal | wheel
滴 | てき | st | | count | drop
株式 | かぶしき | x | | count | share
筋 | すじ | - | 1=ひと~ 2=ふた~ | count | line or wisp/lines or wisps
束目 | たばめ | - | | ordinal | bundle
群 | ぐん | - | | count | group
問 | もん | - | | count | question
科目 | かもく | k | 1=いちかもく | count | subject
単位 | たんい | x | | count | unit
打席 | だせき | - | | count | at-bat
チーム | ちーむ | x | | count | team
ケース | けーす | K | | count | case
カ所目 | かしょめ | k | | ordinal | place
パターン | ぱたーん | x | | count | pattern
グループ | ぐるーぷ | - | | count | group
ラウンド | らうんど | - | | count | round
シーズン | しーずん | x | | count | season
タイプ | たいぷ | x | | count | type
ステップ | すてっぷ | x | | count | step
ターン | たーん | x | | count | turn
ブロック | ぶろっく | - | | count | block
エリア | えりあ | - | | count | area
ユニット | ゆにっと | - | | count | unit
ペア | ぺあ | x | | count | pair
カップル | かっぷる | x | | count | couple
クラブ | くらぶ | x | | count | club
メーカー | めーかー | - | | count | maker
ブランド | ぶらんど | - | | count | brand
ジャンル | じゃんる | - | | count | genre
モデル | もでる | - | | count | model
シリーズ | しりーず | x | | count | series/series
バージョン | ばーじょん | - | | count | version
ショット | しょっと | x | 2=つーしょっと | count | shot
ピース | ぴーす | x | 2=つーぴーす 3=すりーぴーす | count | piece
トップ | とっぷ | x | 1=わんとっぷ 2=つーとっぷ 3=すりーとっぷ | count | striker
バック | ばっく | - | 3=すりーばっく 4=ふぉーばっく 5=ふぁいぶばっく | count | -man defence
シーム | しーむ | x | 2=つーしーむ 4=ふぉーしーむ | label | #-seam
ストップ | すとっぷ | x | 1=わんすとっぷ | count | stop
コイン | こいん | x | 1=わんこいん | count | coin
ルーム | るーむ | - | 1=わんるーむ 2=つーるーむ | count | room
ボックス | ぼっくす | - | 1=わんぼっくす 2=つーぼっくす | count | box/boxes
レベル | れべる | - | | count | level
ドット | どっと | - | | count | dot
ビット | びっと | - | | count | bit
ダース | だーす | - | | count | dozen
テーブル | てーぶる | x | | count | table
ゴール | ごーる | - | | count | goal
カード | かーど | K | | count | card
コース | こーす | K | | count | course
サイクル | さいくる | x | 2=つーさいくる 4=ふぉーさいくる | count | cycle
スクリーン | すくりーん | x | | count | screen
ストローク | すとろーく | x | 2=つーすとろーく 4=ふぉーすとろーく | count | stroke
ドア | どあ | - | 2=つーどあ 3=すりーどあ 4=ふぉーどあ 5=ふぁいぶどあ | count | door
プラン | ぷらん | x | | count | plan
ルート | るーと | - | | count | route
シート | しーと | x | | count | sheet
ヒット | ひっと | - | | count | hit
ラウンドトリップ | らうんどとりっぷ | - | | count | round trip

# measures
メートル m ㍍ ﾒｰﾄﾙ | めーとる | - | | measure | metre
メートル峰 m峰 | めーとるほう | - | | label | #-metre peak
キロメートル km ㎞ 粁 | きろめーとる | K | | measure | kilometre
キロ ㌔ ｷﾛ | きろ | K | | measure | km (or kg)/km (or kg)
センチメートル cm ㎝ | せんちめーとる | st | | measure | centimetre
センチ ㌢ | せんち | st | | measure | centimetre
ミリメートル mm ㎜ | みりめーとる | - | | measure | millimetre
ミリ ㍉ | みり | - | | measure | millimetre
マイクロメートル µm μm | まいくろめーとる | - | | measure | micrometre
ナノメートル nm | なのめーとる | - | | measure | nanometre
ナノ | なの | - | | measure | nanometre
インチ | いんち | - | | measure | inch/inches
フィート ft | ふぃーと | - | | measure | foot/feet
ヤード | やーど | - | | measure | yard
マイル | まいる | - | | measure | mile
海里 カイリ 浬 | かいり | x | | measure | nautical mile
ノット kt | のっと | - | | measure | knot
km/h | きろめーとるまいじ | K | | measure | kilometre per hour/kilometres per hour
m/s | めーとるまいびょう | - | | measure | metre per second/metres per second
里 | り | - | -4=よ | measure | ri/ri
間 | けん | kg | | measure | ken/ken
尺 | しゃく | st | 3=さんじゃく | measure | shaku/shaku
寸 | すん | st | | measure | sun/sun
坪 | つぼ | x | 1=ひと~ 2=ふた~ | measure | tsubo/tsubo
石 | こく | kk | | measure | koku/koku
升 | しょう | st | | measure | sho/sho
斗 | と | st | | measure | to/to
勺 | しゃく | st | | measure | shaku/shaku
丈 | じょう | - | | measure | jo/jo
匁 | もんめ | - | | measure | momme/momme
町歩 | ちょうぶ | st | | measure | chobu/chobu
畝 | せ | st | | measure | se/se
尋 | ひろ | - | 1=ひと~ 2=ふた~ | measure | fathom
合 | ごう | - | | measure | go/go
平方メートル ㎡ m2 m² 平方㍍ | へいほうめーとる | - | | measure | square metre
平方キロメートル k㎡ km2 km² ㎢ 平方粁 平粁 | へいほうきろめーとる | - | | measure | square kilometre
平方キロ 平方㌔ | へいほうきろ | - | | measure | square kilometre
平方マイル | へいほうまいる | - | | measure | square mile
平方センチメートル cm2 cm² | へいほうせんちめーとる | - | | measure | square centimetre
立方メートル m3 m³ ㎥ | りっぽうめーとる | - | | measure | cubic metre
立方センチメートル cm3 cm³ | りっぽうせんちめーとる | - | | measure | cubic centimetre
ヘクタール ha ㌶ | へくたーる | - | | measure | hectare
平方フィート | へいほうふぃーと | - | | measure | square foot/square feet
平方インチ | へいほういんち | - | | measure | square inch/square inches
平方ミリメートル mm2 mm² | へいほうみりめーとる | - | | measure | square millimetre
立方キロメートル km3 km³ | りっぽうきろめーとる | - | | measure | cubic kilometre
アール | あーる | - | | measure | are
エーカー | えーかー | - | | measure | acre
リットル L l ℓ ㍑ | りっとる | - | | measure | litre
ミリリットル ml mL | みりりっとる | - | | measure | millilitre
デシリットル dl dL | でしりっとる | - | | measure | decilitre
キロリットル kl kL | きろりっとる | K | | measure | kilolitre
cc ㏄ | しーしー | - | | measure | cc
立方フィート | りっぽうふぃーと | - | | measure | cubic foot/cubic feet
バレル | ばれる | - | | measure | barrel
ガロン | がろん | - | | measure | gallon
グラム g ㌘ | ぐらむ | - | | measure | gram
キログラム kg ㎏ 瓩 | きろぐらむ | K | | measure | kilogram
ミリグラム mg ㎎ | みりぐらむ | - | | measure | milligram
トン t ㌧ ﾄﾝ | とん | st | 8=はちとん | measure | ton
キロトン | きろとん | K | | measure | kiloton
ギガトン Gt | ぎがとん | - | | measure | gigaton
メガトン Mt | めがとん | - | | measure | megaton
オンス | おんす | - | | measure | ounce
カラット | からっと | K | | measure | carat
ワット W | わっと | - | | measure | watt
キロワット kW kw ㌔㍗ | きろわっと | K | | measure | kilowatt
メガワット MW | めがわっと | - | | measure | megawatt
ギガワット GW | ぎがわっと | - | | measure | gigawatt
テラワット TW | てらわっと | x | | measure | terawatt
ワット時 Wh | わっとじ | - | | measure | watt-hour
キロワット時 キロワットアワー kWh | きろわっとじ | K | | measure | kilowatt-hour
メガワット時 MWh | めがわっとじ | - | | measure | megawatt-hour
ギガワット時 GWh | ぎがわっとじ | - | | measure | gigawatt-hour
ボルト V | ぼると | - | | measure | volt
アンペア A | あんぺあ | - | | measure | ampere
ヘルツ Hz | へるつ | - | | measure | hertz/hertz
キロヘルツ kHz | きろへるつ | K | | measure | kilohertz/kilohertz
メガヘルツ MHz | めがへるつ | - | | measure | megahertz/megahertz
ギガヘルツ GHz | ぎがへるつ | - | | measure | gigahertz/gigahertz
デシベル dB | でしべる | - | | measure | decibel
ルーメン | るーめん | - | | measure | lumen/lumens
ヘクトパスカル hPa | へくとぱすかる | - | | measure | hectopascal
カロリー | かろりー | K | | measure | calorie
パスカル | ぱすかる | - | | measure | pascal
キロパスカル kPa | きろぱすかる | K | | measure | kilopascal
メガパスカル MPa | めがぱすかる | - | | measure | megapascal
ニュートン | にゅーとん | - | | measure | newton
ルクス lx | るくす | - | | measure | lux/lux
カンデラ | かんでら | - | | measure | candela
オーム Ω | おーむ | - | | measure | ohm
テスラ | てすら | x | | measure | tesla
ガウス | がうす | - | | measure | gauss/gauss
ファラド | ふぁらど | - | | measure | farad
モル mol | もる | - | | measure | mole
ケルビン | けるびん | - | | measure | kelvin
電子ボルト eV | でんしぼると | - | | measure | electronvolt
キロジュール kJ | きろじゅーる | K | | measure | kilojoule
メガジュール MJ | めがじゅーる | - | | measure | megajoule
パーセク | ぱーせく | - | | measure | parsec
グレイ Gy | ぐれい | - | | measure | gray
キュリー | きゅりー | K | | measure | curie
キロカロリー kcal | きろかろりー | K | | measure | kilocalorie
ジュール | じゅーる | - | | measure | joule
シーベルト Sv | しーべると | x | | measure | sievert
ミリシーベルト mSv | みりしーべると | - | | measure | millisievert
マイクロシーベルト μSv µSv | まいくろしーべると | - | | measure | microsievert
ベクレル Bq | べくれる | - | | measure | becquerel
バイト | ばいと | - | | measure | byte
キロバイト KB kB | きろばいと | K | | measure | kilobyte
メガバイト MB | めがばいと | - | | measure | megabyte
ギガバイト GB | ぎがばいと | - | | measure | gigabyte
テラバイト TB | てらばいと | x | | measure | terabyte
ペタバイト PB | ぺたばいと | x | | measure | petabyte
キロビット kbit | きろびっと | K | | measure | kilobit
メガビット Mbit | めがびっと | - | | measure | megabit
ギガビット Gbit | ぎがびっと | - | | measure | gigabit
ピクセル px | ぴくせる | x | | measure | pixel
メガピクセル | めがぴくせる | - | | measure | megapixel
画素 | がそ | - | | measure | pixel
フレーム | ふれーむ | - | | count | frame
マッハ | まっは | - | | measure | Mach
馬力 | ばりき | - | | measure | horsepower/horsepower
度C ℃ °C | ど | - | -0=れい | degree | °C
℉ °F | ど | - | -0=れい | degree | °F
° | ど | - | -0=れい | degree | °
気圧 | きあつ | k | 1=いちきあつ | measure | atmosphere
TEU | てぃーいーゆー | - | | measure | TEU/TEU
回線分 | かいせんぶん | k | | count | line
"""
