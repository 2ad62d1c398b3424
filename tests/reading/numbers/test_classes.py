"""Kinds of expressions, a table each: what is written, and what is said.

`readings` joins everything that the engine claims, so 第3管区 is だいさんかんく; what it leaves to the
dictionaries (海軍 in 第3海軍) is not in it.
"""

from __future__ import annotations

import pytest

from yomu.reading.numbers import find_numbers

CLASSES = {
    "food, drink and medicine": """
        1貫 いっかん, 6貫 ろっかん, 1串 ひとくし, 1鉢 ひとはち, 2鉢 ふたはち, 1切れ ひときれ, 10切れ じゅっきれ,
        1膳 いちぜん, 3杯 さんばい, 1包 いっぽう, 3包 さんぽう, 2錠 にじょう, 1服 いっぷく, 3服 さんぷく,
        1滴 いってき, 8滴 はってき, 10粒 じゅっつぶ, 1口 ひとくち, 10口 じゅっくち, 3把 さんば, 1斤 いっきん
    """,
    "things of the house": """
        1張り ひとはり, 1棹 ひとさお, 1幅 いっぷく, 3幅 さんぷく, 一双 いっそう, 1領 いちりょう, 6客 ろっきゃく,
        1卓 いったく, 30坪 さんじゅっつぼ, 1坪 ひとつぼ, 4畳半 よじょうはん, 六畳 ろくじょう, 三間 さんげん
    """,
    "old measures": """
        一丈 いちじょう, 三尺 さんじゃく, 五寸 ごすん, 1寸5分 いっすんごぶ, 2尺3寸5分 にしゃくさんすんごぶ,
        一里 いちり, 四里 より, 5町歩 ごちょうぶ, 3畝 さんせ, 2反 にたん, 1升 いっしょう, 3斗 さんと, 2合 にごう,
        1匁 いちもんめ, 3万石 さんまんごく, 200石 にひゃっこく, 千両 せんりょう
    """,
    "tenths": """
        五分咲き ごぶざき, 七分咲き しちぶざき, 3分咲き さんぶざき, 七分袖 しちぶそで, 五分丈 ごぶたけ, 五分刈り ごぶがり,
        8掛け はちがけ, 7掛け しちがけ, 3割5分2厘 さんわりごぶにりん, 2割9分 にわりくぶ
    """,
    "model years": """
        三八式歩兵銃 さんぱちしき, 九七式 きゅうななしき, 九九式 きゅうきゅうしき, 八九式 はちきゅうしき, 10式戦車 ひとまるしき,
        74式戦車 ななよんしき, 90式戦車 きゅうまるしき, 61式 ろくいちしき, 03式 まるさんしき, 11式 ひとひとしき,
        二式 にしき, 100式 ひゃくしき
    """,
    "units of forces": """
        1個師団 いっこしだん, 6個大隊 ろっこだいたい, 8個飛行隊 はっこひこうたい, 第3管区 だいさんかんく, 第6管区 だいろっかんく,
        3番艦 さんばんかん, 2号艦 にごうかん, 一番隊 いちばんたい, 500騎 ごひゃっき, 第7艦隊 だいななかんたい, 1艦 いっかん
    """,
    "law and papers": """
        第4条 だいよんじょう, 第9条 だいきゅうじょう, 第1項 だいいっこう, 第8章 だいはっしょう, 3法 さんぽう, 2法 にほう,
        第1稿 だいいっこう, 第3刷 だいさんさつ, 第1信 だいいっしん, 3誌 さんし, 1説 いっせつ
    """,
    "trains and roads": """
        3番線 さんばんせん, 0系 ぜろけい, 205系 にひゃくごけい, 1号線 いちごうせん, 10両 じゅうりょう, 4車線 よんしゃせん,
        六番町 ろくばんちょう, 三番街 さんばんがい, 5速 ごそく, 8速 はっそく, 4ドア ふぉーどあ, 2シーター つーしーたー,
        ボーイング737 ななさんなな, ボーイング747型機 ななよんなながた
    """,
    "sports": """
        3勝2敗 さんしょうにはい, 4敗 よんはい, 10敗 じゅっぱい, 1分け ひとわけ, 2塁打 にるいだ, 9回裏 きゅうかいうら,
        2アウト つーあうと, 3ボール すりーぼーる, 2ストライク つーすとらいく, 3ラン すりーらん, 3ポイントシュート すりーぽいんとしゅーと,
        3トップ すりーとっぷ, 4バック ふぉーばっく, トップ10 てん, ベスト8 えいと, ベスト16 じゅうろく, ナンバー2 つー,
        トップ3人 さんにん, 1投目 いっとうめ, 3連戦 さんれんせん, 0対0 ぜろたいぜろ, 1対0 いったいぜろ
    """,
    "games": """
        3手目 さんてめ, 1手目 いってめ, 5手詰め ごてづめ, 五七五 ごしちご, 3連単 さんれんたん, 18金 じゅうはちきん
    """,
    "mathematics and nature": """
        2次方程式 にじほうていしき, 4次元 よじげん, 3乗根 さんじょうこん, 12面体 じゅうにめんたい, 四面体 しめんたい,
        四角形 しかくけい, 六員環 ろくいんかん, 3原色 さん, 10進法 じゅっしんほう, 1等星 いっとうせい, 34科 さんじゅうよんか,
        700属 ななひゃくぞく, 9目 きゅうもく, 24節気 にじゅうしせっき
    """,
    "music": "1拍 いっぱく, 3拍子 さんびょうし, 4分音符 しぶおんぷ, 6弦 ろくげん, 五音 ごおん",
    "schools": """
        1回生 いっかいせい, 4年生 よねんせい, 6学級 ろくがっきゅう, 10学級 じゅうがっきゅう, 6学部 ろくがくぶ, 13園 じゅうさんえん,
        1浪 いちろう, 1コマ ひとこま
    """,
    "families": """
        1世帯 ひとせたい, 3世帯 さんせたい, 2世帯 にせたい, 第1子 だいいっし, 第2子 だいにし, 2人姉妹 ふたり, 4人家族 よにんかぞく,
        4家 よんけ, 三つ子 みつご
    """,
    "native numbers": """
        三つ星 みつぼし, 5つ星 いつつぼし, 四つ葉 よつば, 二つ折り ふたつおり, 四つ切り よつぎり, 二回り ふたまわり,
        一冬 ひとふゆ, 一区切り ひとくぎり
    """,
    "money of the world": "3シリング さんしりんぐ, 5ペンス ごぺんす, 100リンギット ひゃくりんぎっと, 2ギニー にぎにー",
    "measures": """
        5ルクス ごるくす, 3ニュートン さんにゅーとん, 10テスラ じゅってすら, 10電子ボルト じゅうでんしぼると,
        100天文単位 ひゃくてんもんたんい, 60km/h ろくじゅっきろめーとるまいじ, 10フィート じゅうふぃーと,
        10ヘクタール じゅうへくたーる, 2000万画素 にせんまんがそ, 10品目 じゅうひんもく
    """,
    "more than": """
        百余名 ひゃくよめい, 500余人 ごひゃくよにん, 20余年 にじゅうよねん, 30余カ国 さんじゅうよかこく, 十余日 じゅうよにち
    """,
    "what follows": """
        4時頃 よじごろ, 3年越し さんねんごし, 二日掛かり ふつかがかり, 3人連れ さんにんづれ, 3本立て さんぼんだて,
        100円引き ひゃくえんびき, 10年振り じゅうねんぶり, 8話目 はちわめ, 3キロ目 さんきろめ, 2ターン目 にたーんめ
    """,
    "dates in place": "一二月 じゅうにがつ, 二三月 にさんがつ, 一〇月 じゅうがつ, 一九四五年 せんきゅうひゃくよんじゅうごねん",
}


def _cases() -> list[tuple[str, str]]:
    return [
        (written, said)
        for table in CLASSES.values()
        for written, said in (case.split() for case in table.split(","))
    ]


@pytest.mark.parametrize(("written", "said"), _cases())
def test_an_expression_is_read_as_its_class_asks(written: str, said: str) -> None:
    assert "".join(span.reading for span in find_numbers(written)) == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3ランク上の宿", "さん"),
        ("5トンネル", "ご"),
        ("100余の島々", "ひゃくあまり"),
        ("3余波", "さん"),
        ("十分に", "じゅうぶん"),
        ("七人の侍", "しちにんのさむらい"),
        ("十七条の憲法", "じゅうしちじょうのけんぽう"),
        ("八日市市", "ようかいち"),
        ("四日市", ""),
        ("三宿の交差点", ""),
    ],
)
def test_longer_words_are_told_from_counters(text: str, expected: str) -> None:
    assert "".join(span.reading for span in find_numbers(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十分な説明", "じゅうぶん"),
        ("十分ほど待った", "じゅっぷん"),
        ("会談は十分で打ち切られた", "じゅっぷん"),
        ("あと十分ある", "じゅっぷん"),
        ("三重の塔", "さんじゅう"),
        ("三重の海", ""),
        ("一月余り", "ひとつきあまり"),
        ("一月の雪", "いちがつ"),
        ("一房の葡萄", "ひとふさ"),
        ("地銀64行", "ろくじゅうよんこう"),
        ("資料の64行目", "ろくじゅうよんぎょうめ"),
        ("階級の一。", "ひとつ"),
        ("その一。", "いち"),
        ("中4日で登板", "なかよっか"),
        ("期間中4日", "よっか"),
        ("気温は-5度", "まいなすごど"),
        ("1日で終わった", "いちにち"),
        ("1日の乗客数", "いちにち"),
        ("1日の会見", "ついたち"),
        ("五・四運動", "ごし"),
        ("九・一八事変", "きゅういちはち"),
        ("4・3事件", "よんさん"),
        ("二、三十分で", "にさんじゅっぷん"),
        ("3人連れの客", "さんにんづれ"),
        ("一人連れて行く", "ひとり"),
        ("一男二女", "いちなんにじょ"),
        ("天文五年", "てんぶんごねん"),
        ("天保四年", "てんぽうよねん"),
        ("食文化5年", "ごねん"),
        ("218対214", "にひゃくじゅうはちたいにひゃくじゅうよん"),
        ("400/121平方メートル", "ひゃくにじゅういちぶんのよんひゃく"),
    ],
)
def test_the_words_around_decide(text: str, expected: str) -> None:
    assert "".join(span.reading for span in find_numbers(text)) == expected


def test_a_number_that_dictionaries_have_as_a_word_says_so() -> None:
    assert find_numbers("十分ほど待つ")[0].certain
    assert not find_numbers("十分な量")[0].certain
    assert not find_numbers("三人")[0].certain


def test_a_verbs_stem_after_one_is_native() -> None:
    """一働き, where a tokenizer gives 働き as one word; 一本に is counted."""
    (span,) = find_numbers("一働きした", {0, 1, 3, 4, 5})
    assert (span.reading, span.end) == ("ひと", 1)
    (span,) = find_numbers("一本に絞る", {0, 1, 2, 3, 5})
    assert span.reading == "いっぽん"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("九七式", "Type 97"),
        ("10式戦車", "Type 10"),
        ("百余名", "more than 100 people"),
        ("20余年", "more than 20 years"),
        ("1寸5分", "1 sun 5 bu"),
        ("七分咲き", "70% in bloom"),
        ("3番線", "Track 3"),
        ("4時頃", "around 4 o'clock"),
        ("3年越し", "over 3 years"),
        ("60km/h", "60 kilometres per hour"),
        ("三つ子", "3-fold birth (twins, triplets …)"),
        ("第1子", "the first child"),
        ("0対0", "0 to 0"),
        ("3ラン", "3-run homer"),
        ("2錠", "2 tablets"),
        ("昭和100年", "2025 (Showa 100)"),
        ("慶長5年", "1600 (Keicho 5)"),
        ("文化120年", "120 years, or the year 120"),
        ("中4日で", "four days in between"),
        ("2男1女", "2 sons 1 daughter"),
        ("丸3日", "a full three days"),
        ("丸一年", "a full year"),
        ("20歳未満", "under 20 years of age"),
        ("4人家族", "4-person family"),
        ("3四半期", "3 quarters"),
        ("第3四半期", "the third quarter"),
        ("8強", "the top 8"),
        ("2乗", "to the power of 2"),
        ("1日おき", "at intervals of 1 day"),
        ("五七五", "five, seven, five (syllables)"),
    ],
)
def test_meaning_of_a_class(text: str, meaning: str) -> None:
    assert find_numbers(text)[0].meaning_en == meaning
