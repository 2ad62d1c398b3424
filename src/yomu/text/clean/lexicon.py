"""The words by which pages name their own parts: share buttons, bylines, credits, notes, profiles."""

from __future__ import annotations

import re

_SOURCES: dict[str, str | tuple[str] | tuple[str, int]] = {}
"""The patterns by name, some with flags. Each is compiled when it is first asked for: all of them
together take 14 ms, and most pages need few."""


def __getattr__(name: str) -> re.Pattern[str]:
    source = _SOURCES.get(name)
    if source is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    pattern = re.compile(source) if isinstance(source, str) else re.compile(*source)
    globals()[name] = pattern
    return pattern


_BULLETS = "•・●◦▶▸►»›«‹>＞|｜*+-–#　 \t"

_JUNK_WORDS = """
シェア シェアする この記事をシェア この記事をシェアする この記事を共有 共有 共有する ツイート ツイートする ポスト ポストする いいね いいね! 拍手
はてなブックマーク はてブ ブックマーク B! LINEで送る LINE Facebook Facebookでシェア X Xでシェア Xでポスト Twitter Instagram YouTube note Pocket
メールで送る メール 印刷 印刷する 印刷用ページ コピー リンクをコピー URLをコピー 保存 保存する あとで読む クリップ クリップする スクラップ
フォロー フォローする フォロー中 文字サイズ 文字の大きさ 標準 拡大 小 中 大 特大
続きを読む つづきを読む もっと見る もっと読む 全文を読む すべて見る 一覧を見る 一覧へ 記事一覧 次へ 前へ 次のページ 前のページ 次の記事 前の記事 次ページ 前ページ
コメント コメントする コメントを書く コメントを見る ログイン ログアウト 会員登録 無料会員登録 新規登録 新規会員登録 マイページ 検索 メニュー 閉じる
ホーム トップ トップページ ページトップ TOPへ トップへ 前の記事へ 次の記事へ ページトップへ ページトップへ戻る ページの先頭へ ページの先頭へ戻る ページの先頭に戻る トップへ戻る トップに戻る 上に戻る 本文へ移動 本文へスキップ
広告 PR 【PR】 [PR] AD スポンサーリンク スポンサードリンク Advertisement Sponsored
お気に入り お気に入りに追加 RSS サイトマップ 利用規約 プライバシーポリシー 個人情報保護方針 お問い合わせ お問い合せ 運営会社 会社概要 特定商取引法に基づく表記 広告掲載 著作権について サイトポリシー アクセシビリティについて 個人情報保護について 個人情報の取り扱い 個人情報の取扱い 法的事項 リンクについて
有料記事 会員記事 有料会員記事 無料会員記事 会員限定記事 有料会員限定 会員限定 TAGS 画像の拡大 画像を拡大 拡大画像を見る
翻訳 English 日本語 EN JP 読み込み中 読み込み中... 通報 通報する 返信 通知 設定 購読 購読する 購読はこちら 速報 注目 新着 人気
share tweet like follow save print copy link f t g+ back to top | top | home | menu | search | log in | sign in | sign up | subscribe | read more | next | previous | skip to content
編集 履歴表示 ノート 閲覧 ソースを編集 リンク元 関連ページの更新状況 ページ情報 このページを引用 ウォッチリスト
"""
_JUNK_PHRASES = ("back to top", "log in", "sign in", "sign up", "read more", "skip to content")
JUNK_LINES = frozenset(
    word.lower() for word in _JUNK_WORDS.replace("|", " ").split() if word not in ("to", "in", "up")
) | frozenset(_JUNK_PHRASES)

# A heading after which only links follow.
_SOURCES["JUNK_SECTION"] = (
    r"(?:【|■|▼|◆|●)?(?:(?:最新の?)?関連(?:記事|リンク|ニュース|コンテンツ)|あわせて読みたい|合わせて読みたい|こちらもおすすめ|おすすめ(?:の?記事)?|オススメ(?:の?記事)?"
    r"|(?:アクセス|人気|記事)*ランキング|人気(?:の)?記事|最新記事|新着記事|注目(?:の)?記事|ピックアップ|トレンド|みんなの(?:コメント|反応)"
    r"|この(?:記事|ニュース)を読んだ人.{0,12}|関連(?:する)?(?:キーワード|トピックス?|ワード|タグ)|バックナンバー|関連(?:資料|ファイル|文書)|添付(?:資料|ファイル)|お?問い?合わ?せ先|目次|もくじ|Contents|Related(?: (?:articles|stories|posts))?|Most read|Trending)(?:】)?",
    re.IGNORECASE,
)

_SOURCES["JUNK_LABEL"] = (
    r"#\S{1,24}$|(?:カテゴリー?|タグ|キーワード|関連(?:ワード|タグ|トピックス?)|トピックス?|ジャンル|分類|シリーズ|categor(?:y|ies)|tags?|keywords?|filed under|topics?) ?[:：]",
    re.IGNORECASE,
)

# Sentences by which a page speaks about itself; only tried on lines of at most 90 characters.
_SOURCES["JUNK_PHRASE"] = (
    r"お知らせを受け取|一覧(?:へ|を見る|に戻る)[】\])]?$|^.{0,12}(?:記事|著者|筆者|ライター).{0,6}一覧$|次のページ(?:に|へ)続|(?:写真|画像|動画|ギャラリー|記事|コメント|続き|全文|一覧|すべて)を(?:もっと)?(?:見る|読む)(?:\([全計]?\d+[枚件本]\))?$|^.{0,20}PDF(?:で|を)(?:読む|見る|開く|表示)|[（(](?:PDF|Word|Excel|ZIP)[^（）()]{1,14}[)）]$|^(?:PDF|資料|全文).{0,8}ダウンロード(?:する)?(?:\(.{1,20}\))?$|(?:ページ|画面)の?(?:トップ|先頭|上)(?:へ|に)(?:戻る|もどる|移動)|(?:メルマガ|メールマガジン|ニュースレター).{0,20}(?:登録|購読|配信(?:停止|解除)|こちら)|(?:配信|購読)の?(?:停止|解除)"
    r"|無断(?:転載|複製|で?の?(?:転載|複製|引用))|転載を禁|All Rights Reserved|^(?:Copyright|©|\(c\)|（c）).*(?:19|20)\d\d|(?:19|20)\d\d.{0,20}(?:©|\(c\)) "
    r"|(?:有料|無料)?会員(?:限定(?:記事|です|の記事|コンテンツ)|になると|登録(?:す|で|は|が))|残り[:：]? ?[0-9,０-９]+ ?(?:文字|字)|この(?:記事|続き)は(?:有料|会員|約)"
    r"|(?:購読|登録|ダウンロード|詳細|詳しく|お申し?込み|お問い合わせ|続き|一覧|ご意見|ご感想)は(?:こちら|コチラ)|ここをクリック|フォロー(?:して|すると|をお願い)|公式(?:X|Twitter|LINE|アカウント|アプリ)"
    r"|アプリで(?:読む|開く)|(?:読了|所要)時間|この記事は(?:約|およそ)? ?\d+ ?分で|(?:役に立ち|参考になり)ましたか|^[0-9,]+ ?(?:views?|PV|シェア|いいね!?|コメント|件のコメント|likes?|shares?|comments?|ブックマーク|回視聴)$"
    r"|^(?:コメント|いいね!?|シェア|ブックマーク) ?[(（:：]? ?[0-9,０-９]+ ?件?[)）]?$|お気に入りに?(?:登録|追加)|ブックマークする|Cookie|クッキーを使用|JavaScript"
    r"|^(?:この|本)(?:記事|サイト|ページ)(?:を|の)(?:共有|シェア|保存|著作権)|^\d+ ?(?:時間|分|日)前$|^\d+ ?(?:/|／) ?\d+ ?ページ$|^ページ ?[:：]? ?\d"
    r"|Sign up for|newsletter|Share this|Follow us|Subscribe (?:to|now)|Read more|Click here",
    re.IGNORECASE,
)
_SOURCES["BREADCRUMB"] = (
    r"^(?:ホーム|トップ(?:ページ)?|HOME|TOP|Home|ニュース)\s*(?:>|＞|›|»|≫|/|／|→)|^[^。>＞›»≫]{1,20}(?:\s*[>＞›»≫]\s*[^。>＞›»≫]{1,40}){2,}$"
)
# Tabs of a ranking: 24時間 / 1週間 / 1か月.
_SOURCES["RANKING_TAB"] = (
    r"(?:[0-9０-９]{1,2} ?(?:時間|日間?|週間|か月|ヶ月|カ月|年)|今日|昨日|週間|月間|デイリー|日間|総合)(?:ランキング)?"
)
# 日経平均 38,596.47 -36.55: a price and its change.
_SOURCES["TICKER"] = (
    r"\S{1,14}[ 　]+[0-9,]+(?:\.[0-9]+)?[円%]?[ 　]*[(]?[-+±▲▼△▽−][0-9,]+(?:\.[0-9]+)?[円%]?[)]?"
)
_SOURCES["RIGHTS"] = (r"Copyright\b|.*All Rights Reserved", re.IGNORECASE)
_SOURCES["SHARE_ROW"] = (
    r"(?=.*[^\d,\s|｜/／・])(?:(?:シェア|ツイート|ポスト|いいね!?|LINE|Facebook|Twitter|X|note|Pocket|はてな(?:ブックマーク)?|B!|メール|印刷|コピー|保存|リンク|[0-9,]+)(?:する)?[\s|｜/／・]*){2,}",
    re.IGNORECASE,
)
_SOURCES["RULED"] = r"[-=─━―—＝*＊~〜・…_＿#■◆●○☆★\s]{3,}"
_SOURCES["INLINE_EDIT"] = r"[\[［](?:編集|ソースを編集|編集 ?\| ?ソースを編集|edit)[\]］]"

# 出典: 百科メモ: says something of the text, so it is not its title.
_SOURCES["LABELLED"] = (
    r"(?:出典|出所|提供|配信|発行|掲載|更新|公開|閲覧|文字数|URL|Source)[^:：]{0,6}[:：]"
)
_SOURCES["AREA"] = r"(?:エリア|地域|対象地域|国・地域|Areas?|Regions?) ?[:：] ?(?P<value>.+)"
_SOURCES["BYLINE_LABEL"] = (
    r"(?:[（(])?(?:執筆者?|著者?|筆者|(?:文|取材)(?:・|と)?(?:写真|撮影)|(?:写真|撮影)(?:・|と)?(?:文|取材)|取材・?(?:文|執筆|構成)|文|取材|評者?|寄稿者?|記者|文責|担当|聞き手|構成|編者|訳者?|翻訳|報告者?|講師|話し手|語り手|作成者?|発行(?:者|元|所)?|発表(?:者|元)?|差出人|発信者?|From|Authors?|Written by|Text|Interviewer)\s*[:：／/＝=]\s*(?P<name>.+)"
    r"|(?:文と写真|評者|著者|筆者|執筆|訳者|聞き手|語り手|取材)・(?P<dotted>.+)"
    r"|(?:By|Written by)\s+(?P<by>[A-Z].+)",
)
_SOURCES["TITLE_LABEL"] = (
    r"(?:件名|題名|タイトル|表題|Subject|Title)\s*[:：]\s*(?P<title>.+)",
    re.IGNORECASE,
)
_SOURCES["MAIL_HEADER"] = (
    r"(?:To|Cc|Bcc|宛先|返信先|Reply-To|Message-ID|X-[\w-]+|Content-[\w-]+|MIME-Version|Mailing-list)\s*[:：]",
    re.IGNORECASE,
)
_SOURCES["ROLE"] = (
    r"(?:記者|特派員|支局長|支局|論説委員|解説委員|編集委員|教授|准教授|助教|講師|研究員|研究主幹|フェロー|アナリスト|ジャーナリスト|ライター|編集部|編集長|デスク|取材班|コラムニスト|評論家|エコノミスト|大使|所長|理事長|主筆|報道部|政治部|外信部|国際部)[)）]?$"
)
# 名字 名前, or 任地=名字名前; only believed beside a date line, or set apart by an indent.
_SOURCES["NAME"] = (
    r"(?!.*[一二三四五六七八九十]時|.*[午開閉散]会?[前後会])"
    r"(?:[一-鿿ァ-ヺー・]{2,8}[=＝])?[一-鿿々ヶ]{1,3}[ 　]?(?:[一-鿿々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヺー]{2,5}|[一-鿿]{1,2}[ぁ-ん]{1,2})(?:[（(][^（）()]{2,40}[)）])?"
)
_SOURCES["POST_AND_NAME"] = (
    r"[^\s、。]{3,24}[ 　]+[一-鿿々ヶ]{1,3}[ 　]?[一-鿿々ぁ-んァ-ヺ]{1,5}(?:氏)?"
)
# 白石 恵（しらいし めぐみ）: nothing but a name has its reading beside it.
_SOURCES["NAME_WITH_READING"] = (
    r"[一-鿿々ヶ]{1,4}[ 　]?[一-鿿々ぁ-んァ-ヺ]{1,5}[（(][ぁ-んー・ 　]{3,20}[)）](?:氏)?"
)
# 久我 修平 国際政治学者, ジョン・スミス（元駐日大使）: a name that carries its post.
_SOURCES["NAME_AND_POST"] = (
    r"[一-鿿々ヶ]{1,4}[ 　][一-鿿々ぁ-んァ-ヺ]{1,5}(?:[ 　]+[^\s、。]{2,24}|[（(][^（）()、。]{2,30}[)）])"
    r"|[ァ-ヺー]{2,}(?:[・=＝][ァ-ヺー]+){1,3}(?:[ 　]+[^\s、。]{2,24}|[（(][^（）()。]{2,30}[)）])"
)
# 千石 隆: only believed right under the title, with a blank line after it.
_SOURCES["SPACED_NAME"] = r"[一-鿿々ヶ]{1,4}[ 　]+(?:[一-鿿々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヺー]{2,5})"
_SOURCES["POSTED"] = r"[)）]$|(?:者|家|士|官|員|授|師|長|使|記者|氏|ト|ー)$"
_SOURCES["POST"] = (
    r"[^\s、。「」『』]{0,20}(?:学者|評論家|作家|写真家|弁護士|医師|外交官|研究者|研究家|専門家|大使|教授|講師|研究員|記者|ジャーナリスト|アナリスト|エコノミスト|ライター|コラムニスト|フェロー)"
)
_SOURCES["END_MARK"] = r"[（(]?(?:了|終|終わり|おわり|完|以上|つづく|続く)[)）]?"
# （経済部・沢井美緒）, （パリ＝加納 誠）: how a newspaper signs an article at its end.
_SOURCES["SIGNED"] = (
    r"[（(](?P<name>(?:[^\s（）()、。]{1,12}[・=＝ 　])?[一-鿿々ヶ]{1,3}[ 　]?(?:[一-鿿々]{1,4}|[ぁ-ん]{2,4}|[ァ-ヺー]{2,5}|[一-鿿]{1,2}[ぁ-ん]{1,2}))[)）]"
)
_SOURCES["SERIES"] = (
    r"[<〈《【\[]?(?:連載|シリーズ|特集|寄稿)[>〉》】\]].*|.{0,30}\bNo\. ?\d+",
    re.I,
)
_SOURCES["CORRESPONDENT"] = (
    r"[一-鿿ァ-ヺー・]{2,8}[=＝][一-鿿々ヶ]{1,3}[ 　]?[一-鿿々ぁ-んァ-ヺ]{1,5}"
)
_SOURCES["ISSUE"] = (
    r".{0,40}(?:第 ?[0-9０-９]+ ?(?:号|巻|回)|(?:19|20)\d\d年\d{1,2}月号?[)）]?)(?:.{0,12})"
)
_SOURCES["OFFICE"] = (
    r"(?:省|庁|報道官室|報道室|広報室|広報課|局|課|研究所|センター|財団|機構|協会|新聞社?|通信社?|事務局|委員会|総局|学会|シンクタンク)$"
)

_SOURCES["PROFILE_LABEL"] = (
    r"[【■◆●▼〈《\[]?(?:執筆者?|著者?|筆者|寄稿者?|講演者|発言者|話し手|話者)?(?:の?(?:プロフィール|プロフィル|略歴|紹介|経歴)|について)[】〉》\]]?[:：]?"
    r"|この記事を書いた人|書いた人|(?:About the )?Authors?|Profile|Author profile",
    re.IGNORECASE,
)
# たかせ・ゆみこ 1980年生まれ…: a name spelt out in kana.
_SOURCES["SPELT_NAME"] = (
    r"[ぁ-ん]{2,6}[・ 　][ぁ-ん]{2,7}(?:[　 （(]|氏)|[A-Z][A-Za-z.\-]+(?: [A-Z][A-Za-z.\-]*){1,3}[　 ]+(?:19|20)\d\d年"
)
NOT_PROFILE = frozenset(("紹介", "経歴", "について", "の紹介", "の経歴"))
_SOURCES["PROFILE_CUES"] = (
    r"(?:19|20)\d\d年?(?:、[^。]{1,12})?生まれ|年生まれ|生まれ。|卒業|修了|(?:を経て|より|から)、?現職|専門は|専攻は|主な(?:著書|業績|著作|論文)|著書に|訳書に|共著に|博士|修士(?:課程)?|入社|入省|客員(?:研究員|教授)|(?:教授|講師|研究員|編集委員|論説委員)(?:。|を経て)"
)

_SOURCES["NOTE_LABEL"] = (
    r"[【■◆●〈《\[［(（＜<]?(?:注|註|脚注|脚註|注釈|註釈|注記|原注|訳注|後注|参考文献|引用文献|参考資料|出典|典拠|参照|Notes?|Footnotes|Endnotes|References|Sources|Bibliography)[】〉》\]］)）＞>]?[:：]?",
    re.IGNORECASE,
)

_SOURCES["ABSTRACT"] = r"(?:要旨|要約|概要|サマリー|Summary|Abstract)"

# ［訳者より］…, 【編集部注】…: words of others than the author.
_SOURCES["VOICE"] = (
    r"[\[［【(（〔<＜](?:訳者?|翻訳者|編集部?|編者|筆者|著者)(?:より|から|による?注|注記?|註記?|付記|追記|あとがき|解説)[\]］】)）〕>＞][:：]?|(?:訳者|編集部|編者|筆者|著者)(?:注記?|註|付記|追記)[:：]"
)

_SOURCES["CREDIT"] = (
    r"(?:\([cC]\)|（[cCｃＣ]）|©)\s?[^\s。][^。]{0,60}$"
    r"|[=＝][^。=＝]{1,40}、(?:AFP|時事|共同|ロイター|AP|EPA|REUTERS|[^\s、。]{1,14}(?:撮影|提供))[)）\]］]?$"
    r"|[=＝](?:[^。=＝]{1,30}[=＝])?(?:AFP(?:[=＝・]?時事)?|時事(?:通信)?|共同(?:通信)?|ロイター(?:[=＝・]?共同)?|AP|EPA|ゲッティ(?:・?イメージズ)?|Getty Images|REUTERS|代表撮影|本社.{0,6}撮影|筆者撮影|[^\s。]{1,14}(?:撮影|提供))[)）\]］]?$"
    r"|撮影は[^\s。、]{1,12}$"
    r"|(?:写真|撮影|画像|Photo|Image|Credit|クレジット)\s*(?:提供)?\s*[:：／/=＝by]+\s*[^。]{1,50}[)）\]］]?$"
    r"|[(（](?:[^()（）。]{0,30})(?:撮影|写真提供|提供|写真[:：／=＝].{1,20}|ロイター|AFP|時事|共同|AP|Getty Images|REUTERS/[^()（）]{1,30})[)）]$",
    re.IGNORECASE,
)
_SOURCES["CAPTION_START"] = (
    r"(?:【?(?:写真|図表?|表|グラフ|地図|画像|動画|資料写真|キャプション)】?\s*[0-9０-９一二三四五六七八九十]*\s*[:：．.）)／】　]|(?:図表?|表|グラフ|写真)\s?[0-9０-９]{1,2}(?:[-－][0-9０-９]{1,2})?[ 　]|[▲△↑]\s?|[（(](?:写真[^）)]{0,6}|同(?:上|下|左|右|中央)|左|右|中央|[左右]から[^）)]{0,4})[)）]|(?:Figure|Fig\.|Table|Photo)\s*\d*\s*[:.])"
)
# 漆を塗る職人＝石川県輪島市で: newspapers end a caption with the place.
_SOURCES["CAPTION_PLACE"] = r"[^。=＝]{4,90}[=＝][^。=＝、]{2,30}(?:で|にて)(?:、[^。=＝]{2,14})?"
_SOURCES["CAPTION_LABEL"] = r"[【<＜]?(?:写真|図版|図表|写真・図版|写真・図表|フォト)[】>＞]?"


def bare(text: str) -> str:
    """A line as a reader would name it: without the bullet in front."""
    return text.strip(_BULLETS)


def is_bulleted(text: str) -> bool:
    return text[:1] in "•●◦▶▸►»›*+・" or text[:2] == "- "
