"""What attaches to which stem, what it then inflects like, and what it means in plain words.

A row: the stem, the surface that follows it, the class of the result, the words for the chain.
The class is one of `stems.CONJUGATIONS`, one of the small paradigms below (`masu`, `masen`), a form
that takes more (`te`), or `end` where nothing follows.
"""

from __future__ import annotations

from yomu.dictionary.inflection.stems import Stem

Row = tuple[Stem, str, str, tuple[str, ...]]


def _rows(stem: Stem, table: str) -> list[Row]:
    """Read lines of `surface surface … | class | meaning > meaning`; `-` is the bare stem."""
    rows: list[Row] = []
    for line in table.strip().splitlines():
        surfaces, result, meanings = (part.strip() for part in line.split("|"))
        words = tuple(word.strip() for word in meanings.split(">"))
        for surface in surfaces.split():
            rows.append((stem, "" if surface == "-" else surface, result, words))
    return rows


ROWS: tuple[Row, ...] = (
    *_rows(Stem.PASS, "る | v1 | passive\n - | stem1 | passive"),
    *_rows(Stem.POT, "る | v1 | potential\n - | stem1 | potential"),
    *_rows(Stem.CAUS, "る | v1 | causative\n - | stem1 | causative"),
    *_rows(
        Stem.NAI,
        """
        ない | adj-i | negative
        ねえ ねぇ ねー | end | negative
        なきゃ なくちゃ | end | must
        なければならない なければいけない なくてはならない なくてはいけない なければなるまい | adj-i | must
        なければなりません なければいけません なくてはなりません なくてはいけません | end | must > polite
        なければならなかった なくてはならなかった | end | must > past
        なければならず なければならぬ | end | must
        ないで | end | without
        まい | end | surely not
        """,
    ),
    *_rows(
        Stem.ZU,
        """
        ず | end | negative (literary)
        ずに | end | without
        ずとも | end | even without
        ぬ | end | negative (literary)
        ん | end | negative (short)
        んで | end | without
        ざる | end | negative (literary)
        ざるを得ない ざるをえない ざる得ない | adj-i | cannot but
        ざるを得ず ざるをえず | end | cannot but
        ざるを得ません | end | cannot but > polite
        ざるを得ぬ ざるを得まい | end | cannot but
        ずにはいられない ずにいられない | adj-i | cannot help
        ざるべからず | end | must (literary)
        ねば | end | unless
        ねばならない | adj-i | must
        ねばならなかった | end | must > past
        ねばならぬ ねばならず ねばなるまい | end | must
        ねばなりません | end | must > polite
        んとする | vs-i | be about to
        んがため んがために | end | in order to
        んばかりの んばかりに んばかり | end | as if about to
        しめる | v1 | causative (literary)
        しむる | end | causative (literary)
        """,
    ),
    *_rows(
        Stem.REN,
        """
        - | end | stem
        ます | masu | polite
        たい | adj-i | want to
        たがる | v5r | show that one wants to
        そう | adj-na | looks like
        そうにない そうもない | adj-i | unlikely to
        すぎる 過ぎる | v1 | too much
        すぎ 過ぎ | end | too much
        やすい 易い | adj-i | easy to
        にくい 難い づらい がたい | adj-i | hard to
        ながら | end | while
        ながらも | end | although
        つつ | end | while (literary)
        つつも | end | although (literary)
        つつある | v5r-i | be in the course of
        なさい | end | command (polite)
        な | end | command (familiar)
        はじめる 始める | v1 | begin to
        つづける 続ける | v1 | keep on
        だす 出す | v5s | start to
        おわる 終わる | v5r | finish
        おえる 終える | v1 | finish
        かける | v1 | be about to
        きる 切る | v5r | completely
        きれる 切れる | v1 | completely > potential
        なおす 直す | v5s | again
        あう 合う | v5u | each other
        かねる 兼ねる | v1 | cannot bring oneself to
        かねない | adj-i | might well
        うる 得る | end | possible
        える 得る | v1 | possible
        がち | adj-na | tend to
        がちな がちだ | end | tend to
        っぱなし | adj-na | leave as it is
        っこない | adj-i | no way to
        次第 | end | as soon as
        がてら | end | while also
        ようがない | adj-i | no way to
        そこねる 損ねる | v1 | fail to
        そこなう 損なう | v5u | fail to
        まくる | v5r | again and again
        """,
    ),
    *_rows(
        Stem.TE,
        """
        - | te | te form
        """,
    ),
    *_rows(
        Stem.TA,
        """
        - | end | past
        ら | end | if
        らば | end | if
        り | end | such things as
        ろう | end | past > surely
        って | end | even if
        """,
    ),
    *_rows(
        Stem.DIC,
        """
        な | end | do not
        なら ならば | end | if
        だろう でしょう であろう | end | probably
        らしい | adj-i | it seems
        みたい | adj-na | like
        ごとき ごとく がごとき がごとく が如き が如く ごとし | end | as if (literary)
        や否や やいなや | end | as soon as
        に足る に足りる | end | worth
        まい | end | surely not
        """,
    ),
    *_rows(
        Stem.BEKI,
        """
        べき べきだ べきで べきである べきだった | end | should
        べきではない べきでない べきじゃない | adj-i | should > negative
        べく | end | in order to (literary)
        べし | end | should (literary)
        べからず べからざる | end | must not (literary)
        べくもない | adj-i | cannot possibly
        まじき | end | must not (literary)
        まい | end | surely not
        """,
    ),
    *_rows(
        Stem.BA, "ば | end | if\n ばこそ | end | just because\n ども ど | end | although (literary)"
    ),
    *_rows(
        Stem.VOL,
        "- | end | volitional\n とする | vs-i | try to\n と | end | whether\n が | end | whether",
    ),
    *_rows(Stem.IMP, "- | end | command"),
    *_rows(
        Stem.ADJ,
        """
        く | end | adverb
        くて | te | te form
        くも | end | even so
        くない | adj-i | negative
        くありません | masen | negative > polite
        くなる | v5r | become
        かった | end | past
        かったら | end | if
        かったり | end | such things as
        かったろう | end | past > surely
        けりゃ きゃ | end | if
        かろう | end | surely
        さ | end | noun
        そう | adj-na | looks like
        さそう | adj-na | looks like
        すぎる 過ぎる | v1 | too much
        すぎ | end | too much
        さすぎる | v1 | too much
        がる | v5r | show that one feels
        げ | adj-na | seeming
        き | end | before a noun (literary)
        からず | end | negative (literary)
        からぬ からざる | end | negative (literary)
        かれ | end | command (literary)
        """,
    ),
    *_rows(Stem.KERE, "ば | end | if\n ども ど | end | although (literary)"),
    *_rows(
        Stem.NA,
        """
        な | end | before a noun
        に | end | adverb
        だ | end | is
        だった | end | past
        だったら なら ならば であれば | end | if
        である | v5r-i | is
        であった | end | past
        であろう だろう | end | probably
        です | end | polite
        でした | end | polite > past
        で | end | te form
        じゃない ではない でない | adj-i | negative
        ならず | end | negative (literary)
        なる | end | before a noun (literary)
        なり | end | is (literary)
        さ | end | noun
        すぎる | v1 | too much
        がる | v5r | show that one feels
        """,
    ),
    *_rows(
        Stem.TARU,
        "たる | end | before a noun (literary)\n と | end | adverb\n とした | end | before a noun\n として | end | te form",
    ),
)

AFTER_TE = _rows(
    Stem.TE,
    """
    いる 居る | v1 | continuous
    る | teru | continuous
    おる | v5r | continuous
    いらっしゃる | v5aru | continuous (respectful)
    ある | v5r-i | resulting state
    いく 行く ゆく | v5k-s | go on
    くる 来る | vk | come to
    おく 置く | v5k | in advance
    しまう | v5u | completely
    みる 見る | v1 | try
    みせる 見せる | v1 | show
    もらう 貰う | v5u | have someone do
    いただく 頂く | v5k | have someone do (humble)
    いただける | v1 | have someone do (humble) > potential
    くれる | v1-s | do for me
    くださる 下さる | v5aru | do for me (respectful)
    ください 下さい | end | please
    あげる | v1 | do for someone
    さしあげる | v1 | do for someone (humble)
    やる | v5r | do for someone
    ほしい 欲しい | adj-i | want someone to
    も | end | even if
    は | end | if
    から | end | after
    からは | end | after
    はならない はいけない はならぬ | adj-i | must not
    はなりません はいけません | end | must not > polite
    はならず | end | must not
    はいられない | adj-i | cannot go on
    もよい | adj-i | may
    もいい | adj-ix | may
    もかまわない もかまいません | end | may
    やまない | adj-i | never stop
    たまらない | adj-i | unbearably
    ならない | adj-i | irresistibly
    しかるべき | end | ought to
    """,
)

CONTRACTIONS = _rows(
    Stem.TE,
    # these replace the て or で of the te form: ている → てる is above, ておく → とく
    """
    とく | v5k | in advance
    とる | v5r | continuous
    たげる | v1 | do for someone
    ちゃう ちまう | v5u | completely
    ちゃ | end | if
    ちゃいけない ちゃだめ ちゃダメ | end | must not
    てく | v5k-s | go on
    てらっしゃる | v5aru | continuous (respectful)
    """,
)

POLITE: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    # surface, its class, what it stands for, that one's class, meanings
    ("ます", "masu", "る", "teru", ("polite",)),
    ("ました", "end", "ます", "masu", ("past",)),
    ("ません", "masen", "ます", "masu", ("negative",)),
    ("ましょう", "end", "ます", "masu", ("volitional",)),
    ("まして", "end", "ます", "masu", ("te form",)),
    ("ましたら", "end", "ます", "masu", ("if",)),
    ("ますれば", "end", "ます", "masu", ("if",)),
    ("ませ", "end", "ます", "masu", ("command",)),
    ("まし", "end", "ます", "masu", ("command",)),
    ("ますまい", "end", "ます", "masu", ("surely not",)),
    ("ませんでした", "end", "ません", "masen", ("past",)),
    ("ませんか", "end", "ません", "masen", ("question",)),
)

HONORIFICS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # after お and a stem, or ご and a noun that takes する
    ("になる", "v5r", ("respectful",)),
    ("になられる", "v1", ("respectful", "passive")),
    ("なさる", "v5aru", ("respectful",)),
    ("なさい", "end", ("command (polite)",)),
    ("くださる", "v5aru", ("do for me (respectful)",)),
    ("下さる", "v5aru", ("do for me (respectful)",)),
    ("ください", "end", ("please (respectful)",)),
    ("下さい", "end", ("please (respectful)",)),
    ("いただく", "v5k", ("have someone do (humble)",)),
    ("頂く", "v5k", ("have someone do (humble)",)),
    ("いただける", "v1", ("have someone do (humble)", "potential")),
    ("する", "vs-i", ("humble",)),
    ("できる", "v1", ("humble", "potential")),
    ("いたす", "v5s", ("humble",)),
    ("致す", "v5s", ("humble",)),
    ("申し上げる", "v1", ("humble",)),
    ("願う", "v5u", ("humble request",)),
    ("です", "end", ("respectful",)),
)
