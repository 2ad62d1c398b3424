"""Words that begin with a numeral or a counter and are something else."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import Final

NOT_NUMBERS: Final = """
一部分 一部 一般 一方 一連 一層 一切 一見 一体 一種 一面 一行 一家 一帯 一旦 一環 一貫 一概 一挙 一緒 一瞬 一斉
一丸 一因 一応 一変 一助 一端 一定 一転 一途 一任 一律 一流 一応 一掃 一蹴 一喝 一括 一角 一同 一員 一族 一覧
一致 一存 一身 一心 一生 一昨年 一昨日 一昨 一朝 一夕 一翼 一線 一石 一手 一目 一味 一躍 一向 一命 一門 一揆
一郎 一元 一義 一意 一辺倒 一本化 一本槍 一本気 一枚岩 一触即発 一進一退 一長一短 一喜一憂 一石二鳥 一期一会
一騎打ち 一式 一新 一睡 一望 一説 一報 一服 一興 一笑 一抹 一抜け 一塊 一条の 一筋 一際 一息 一言 一握り
一冬 一塊 一固まり 一波乱 一区切り 一踏ん張り 一財産 一連なり 一休み 一役 一矢 一泡 一縷 一刻 一過性 一回り 一足先 一足飛び 一昔 一昔前 一安心 一苦労 一段と 一段落 一時的 一時期
一極集中 一神教 一夫多妻 一夫一婦 一個人 一軍人 一市民 一品 一周忌 一世風靡 一世一代
万一 万が一 万全 万能 万事 万国 万歳 万博 万年 万人 万物 万民 万葉 万感 万策 万端 万引き 万華鏡 万里の長城
二の舞 二の次 二の足 二枚舌 二枚目 二刀流 二人三脚 二者択一 二律背反 二元論 二十四の瞳 二酸化 二十四節気 二流 二次会 二重 二義的 二転三転
三昧 三重県 三重 三菱 三井 三越 三日月 三日坊主 三味線 三権分立 三原色 三位一体 三角 三顧の礼 三唱 三者三様 三々五々
三竦み 三宿 三軒茶屋 三行半 三十路 三浦 三島 三宅 三木 三輪 三田 三鷹 三国志 三文 三流 三段論法 三寒四温 三河 三沢
四半期 四半世紀 四国 四季 四方 四苦八苦 四面楚歌 四六時中 四散 四肢 四捨五入 四つ角 四天王 四谷 四日市 四字熟語 四川 四万十川 四万十市 四万十町 四重奏 四北越銀行
五輪 五十嵐 五感 五分五分 五反田 五稜郭 五月雨 五月晴 五目 五右衛門 五島 五里霧中 五十歩百歩 五臓六腑 五日市 五日町 五・七・五 五七五 五七五七七 五胡十六国
六本木 六法 六甲 六波羅 六角 六ヶ所村 六ケ所村 六カ所村 六日町 六四天安門
七夕 七福神 七転八倒 七転び八起き 七人の侍 七里ガ浜 七里ヶ浜 七里ケ浜 七十七銀行 七尾 七輪 七変化 七五三 七面鳥
八百屋 八百長 八百万 八方 八戸 八王子 八丈島 八重 八幡 八街 八代市 八頭身 八丁堀 八卦 八つ当たり 八女 八旗 八ケ岳 八ヶ岳 八ヵ岳 八日市 八日市場
九州 九十九里 九段下 九段北 九段 九分九厘 九官鳥 九条家 九谷 九龍 九段坂
十分 十字架 十字軍 十字路 十字 十八番 十勝 十和田 十津川 十三里 十干 十二支 十二単 十重二十重 十姉妹 十中八九
百貨店 百科 百合 百姓 百済 百戦錬磨 百戦 百害 百聞 百発百中 百花 百日紅 百舌 百足 百人一首
千葉 千代田 千代 千島 千歳 千里眼 千差万別 千載一遇 千鳥 千秋楽 千曲 千利休 千切 千尋 千金 千変万化 千本桜 千客万来
数学 数字 数値 数量 数的 数珠 数式 数理 数多 数え
何故 何処 何事 何者 何物 何卒 何某 何等 何色 何語 何国 何時か 何分にも 何とか 何か 何も 何で 何に 何を 何が 何の 何ら 何より
幾何 幾多 幾分 幾日 幾重 幾ら
参院 参議 参加 参考 参照 参拝 参列 参戦 参画 参入 参謀 参政 参道 参上
十人十色 一日千秋 三日三晩 五人囃子 千日手 千日前 一汁三菜 三三九度 十月十日 二百十日 二百二十日 十七条の憲法 十七条憲法 十日市 十日町 廿日市 百十四銀行 二日市 二日町 三日市 三日町 七日市 七日町 一日の長
弐 拾 伍
"""

NOT_COUNTERS: Final = """
分野 半ば 半分 半島 半数 半世紀 後期 前期 流派 行程 分子 集団 類型 生産 語派 角錐 節気 国史 前半 後半 前後 前線 列島 列車 列強 分析 分類 分裂 分権 分離 分割 分断 分担 分科会 人口 人材 人類 人種 人民 人権 人員 人物 人工 人道 人質 人生 人気
人間 本部 本土 本格 本質 本人 本社 本当 日本 日系 日米 日中関係 日露 日韓 日銀 日常 日程 年金 年齢 年収 年俸 年表
時代 時期 時点 時差 時刻 時計 回答 回復 回避 回帰 回収 台湾 台風 台頭 両国 両者 両軍 両院 両国間 両岸 件数
社会 社長 社員 名前 名目 名古屋 名簿 点数 点検 部分 部族 部下 部品 部長 位置 面積 代表 代替 代金 代理 代行
国家 国際 国民 国連 国内 国外 国境 国会 国防 国籍 国交 国債 国旗 国王 国立 世界 世論 度合 次官 次第 次世代
期待 期間 期限 期日 機関 機能 機会 機密 機構 機器 機体 基地 基本 基金 基準 基幹 個人 個別 種族 市場 市民 市長
区域 区分 区間 区別 州知事 県知事 県警 町長 村長 門戸 票田 席巻 段取 歩兵 歩道 発電 発表 発言 発射 発展 発足
週末 週刊 道路 道具 府庁 都市 都心 都内 台数 通貨 通信 通商 着手 戦争 戦略 戦闘 戦術 戦力 戦線 戦車 戦後 戦前
派遣 派閥 党員 党首 党大会 島民 店長 館長 院長 区長 局長 校長 課長 課題 室長 者数 組織 合意 合同 合計 周辺 線路
隊員 式典 重要 重視 重点 対立 対応 対話 対抗 対策 対象 対空 対艦 対中 対日 対米 対露 体制 体系 条約 条件 条例
項目 号外 等しい 番組 番号 位相 石油 石炭 間隔 合衆国 作戦 作業 作品 選挙 選択 選手 問題 字幕 文化 文書 文明 行動
行政 面接 面会 首相 首脳 首都 首席 球場 死者 死亡 軍事 軍隊 軍人 軍備 軍縮 軍用 波紋 波及 編成 編集 案件 章典
女性 女子 男性 男子 元首 元素 元来 級友 流出 流通 層別 銭湯 席上 卓上 駅前 極東 極限 強化 強制 強調 便宜 字体 余波 余分 余地 余震 余計 余裕 余儀 書類 書籍 書店 書記 車両 車種 法人 法律 法令 法制 法廷 説明 署員 署名 寺院 園児 城主 城下 客室 客員 宗教 宗派 片側 片道 片方 走者 走行 賞金 賞味
艦長 艦船 艦艇 隊列 礼拝 塔頂 圏内 圏外 則る 子会社 子供 子ども 家庭 家電 家屋 役員 役割 役所 役職 役目 音楽 音声 座標 座席 座長 手段 手法 手間 手続 手順 金額 金融 金利 速度
速報 題材 題名 稿料 信号 信頼 貫通 服装 双方 領域 領土 面体 音響 弦楽 家計 家具 家臣 家宅 属性 族長 科学 綱領 目標 目的 目前 目撃 目立
"""


WORD_READINGS: Final = {
    "十分": ("じゅうぶん", "enough; fully"),
    "四半期": ("しはんき", "quarter (of a year)"),
    "四半世紀": ("しはんせいき", "a quarter of a century"),
    "一回り": ("ひとまわり", "one round; one size"),
    "一冬": ("ひとふゆ", "one winter"),
    "一塊": ("ひとかたまり", "one lump; one group"),
    "一固まり": ("ひとかたまり", "one lump; one group"),
    "一波乱": ("ひとはらん", "some trouble"),
    "一区切り": ("ひとくぎり", "a pause; one stage"),
    "一踏ん張り": ("ひとふんばり", "one more effort"),
    "一財産": ("ひとざいさん", "a fortune"),
    "一連なり": ("ひとつらなり", "one chain"),
    "一日の長": ("いちじつのちょう", "a little more experience"),
    "三行半": ("みくだりはん", "a letter of divorce"),
    "三軒茶屋": ("さんげんぢゃや", "Sangen-jaya (place)"),
    "七里ガ浜": ("しちりがはま", "Shichirigahama (place)"),
    "七里ヶ浜": ("しちりがはま", "Shichirigahama (place)"),
    "七里ケ浜": ("しちりがはま", "Shichirigahama (place)"),
    "八ケ岳": ("やつがたけ", "Yatsugatake (mountains)"),
    "八ヶ岳": ("やつがたけ", "Yatsugatake (mountains)"),
    "八ヵ岳": ("やつがたけ", "Yatsugatake (mountains)"),
    "九段坂": ("くだんざか", "Kudanzaka (place)"),
    "八旗": ("はっき", "the Eight Banners"),
    "五・七・五": ("ごしちご", "five, seven, five (syllables)"),
    "五七五": ("ごしちご", "five, seven, five (syllables)"),
    "五七五七七": ("ごしちごしちしち", "five, seven, five, seven, seven (syllables)"),
    "七人の侍": ("しちにんのさむらい", "Seven Samurai"),
    "二十四の瞳": ("にじゅうしのひとみ", "Twenty-Four Eyes"),
    "二十四節気": ("にじゅうしせっき", "the 24 solar terms"),
    "六四天安門": ("ろくしてんあんもん", "Tiananmen, June 4 (1989)"),
    "十七条の憲法": ("じゅうしちじょうのけんぽう", "the Seventeen-Article Constitution"),
    "十七条憲法": ("じゅうしちじょうけんぽう", "the Seventeen-Article Constitution"),
    "七十七銀行": ("しちじゅうしちぎんこう", "77 Bank"),
    "百十四銀行": ("ひゃくじゅうしぎんこう", "Hyakujushi Bank"),
    "四北越銀行": ("しほくえつぎんこう", "Daishi Hokuetsu Bank"),
    "二日市": ("ふつかいち", "Futsukaichi (place)"),
    "二日町": ("ふつかまち", "Futsukamachi (place)"),
    "三日市": ("みっかいち", "Mikkaichi (place)"),
    "三日町": ("みっかまち", "Mikkamachi (place)"),
    "五日市": ("いつかいち", "Itsukaichi (place)"),
    "五日町": ("いつかまち", "Itsukamachi (place)"),
    "六日町": ("むいかまち", "Muikamachi (place)"),
    "七日市": ("なのかいち", "Nanokaichi (place)"),
    "七日町": ("なのかまち", "Nanokamachi (place)"),
    "八日市": ("ようかいち", "Yokaichi (place)"),
    "八日市場": ("ようかいちば", "Yokaichiba (place)"),
    "十日市": ("とおかいち", "Tokaichi (place)"),
    "十日町": ("とおかまち", "Tokamachi (place)"),
    "廿日市": ("はつかいち", "Hatsukaichi (place)"),
    "九十九里": ("くじゅうくり", "Kujukuri (place)"),
    "六カ所村": ("ろっかしょむら", "Rokkasho (village)"),
    "六ヶ所村": ("ろっかしょむら", "Rokkasho (village)"),
    "六ケ所村": ("ろっかしょむら", "Rokkasho (village)"),
}
"""Words that tokenizers take for numbers and misread."""


@cache
def _by_first(block: str) -> dict[str, tuple[tuple[int, ...], frozenset[str]]]:
    """Return the words of a block by their first character, with the lengths to try, longest first."""
    words: dict[str, set[str]] = {}
    for word in block.split():
        words.setdefault(word[0], set()).add(word)
    return {
        first: (tuple(sorted({len(word) for word in found}, reverse=True)), frozenset(found))
        for first, found in words.items()
    }


def _word_at(block: str, text: str, start: int) -> str:
    """Return the longest word of `block` that stands at `start`, or an empty string."""
    lengths, words = _by_first(block).get(text[start : start + 1], ((), ()))
    for length in lengths:
        if (word := text[start : start + length]) in words:
            return word
    return ""


_A_MONTHS_LENGTH: Final = re.compile("余り|あまり|足らず|ほど|ばかり|もの|もす|も経|もた|がかり")
_COUNTED_AFTER_ALL: Final = {
    "何か": re.compile("[月国所年条]"),
    # 三重の is the prefecture's name before anything else.
    "三重": re.compile("の[塔堀壁門扉円輪層囲防意苦構]"),
    # 十分な and 十分に are enough, and so are 十分で and 十分も where nothing takes its time.
    "十分": re.compile(
        "ほど|くらい|ぐらい|足らず|以内|おき|置き|ごと|毎|ばかり|[間前後弱強余]|程度|の[一二三]|遅れ|早く|過ぎ|経|休|"
        "[がも](?:経|過|たた|たつ|たっ|しな|し[たて]|かか|すれ|待)|"
        "で(?:打ち切|終|着|行け|行く|完|作|読|済|仕上|売り切|到着|歩|食べ|着替|解散)|"
        "の(?:休|遅|所|ところ|距離|散歩|面会|演説|短い)"
    ),
    # いちご is a lifetime, ひとあし a step, かずふさ a man, とかち and はちけん are places.
    "一時": re.compile(
        "から|まで|半|過ぎ|頃|ごろ|[〇一二三四五六七八九十]|に(?:始|開|終|到|会|集)"
    ),
    "一束": re.compile("の"),
    "一月": _A_MONTHS_LENGTH,
    "二月": _A_MONTHS_LENGTH,
    "一期": re.compile("(?!の|一会)"),
    "一足": re.compile("の(?:靴|草履|わらじ|ブーツ|足袋|サンダル|スニーカー)"),
    "一房": re.compile("の|ずつ"),
    "十勝": re.compile("目|[〇一二三四五六七八九十]+敗"),
    "八軒": re.compile("[がも]|の(?:家|店|農|民|宿)"),
}
"""What dictionaries have as a word, and what must follow for it to be a number."""

_TEN_MINUTES_BEFORE: Final = re.compile(
    "(?:約|およそ|わずか|あと|残り|徒歩|時|歩いて|車で|バスで)$"
)


def is_counted_after_all(text: str, start: int, end: int) -> bool:
    """Say whether the words around make a number of `start:end` though dictionaries have a word there."""
    word = text[start:end]
    pattern = _COUNTED_AFTER_ALL.get(word)
    if pattern is None:
        return False
    before = word == "十分" and _TEN_MINUTES_BEFORE.search(text, max(0, start - 4), start)
    return bool(before) or pattern.match(text, end) is not None


def other_word_at(text: str, start: int, boundaries: Container[int] | None) -> int:
    """Return the end of the word at `start` that only looks like a number, 0 if there is none."""
    word = _word_at(NOT_NUMBERS, text, start)
    end = start + len(word)
    if not word or is_counted_after_all(text, start, end):
        return 0
    if boundaries is not None and end not in boundaries:
        return 0
    return end


def not_a_counter(text: str, start: int, end: int) -> bool:
    """Say whether a longer word than `start:end` stands there: 分野, 人口, 本部."""
    return start + len(_word_at(NOT_COUNTERS, text, start)) > end
