"""Whatever a text holds, a card shows exactly that, with furigana only where the reader put them."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from yomu.export.ruby_text import BLANK, blanked, escaped, ruby_html
from yomu.model import Ruby


class _Shown(HTMLParser):
    """The base text, the readings and the marked part of a field; every tag must close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.base = ""
        self.marked = ""
        self.readings: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()
        assert not self.tags

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in {"ruby", "rt", "rp", "b", "br"}
        if tag == "br":
            self.handle_data("\n")
        else:
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.tags.pop() == tag

    def handle_data(self, data: str) -> None:
        if "rp" in self.tags:
            return
        if "rt" in self.tags:
            self.readings.append(data)
            return
        self.base += data
        if "b" in self.tags:
            self.marked += data


texts = st.text(st.sampled_from("漢字支援かな<>&[](){}\"'$\\:/a1。　\n"), max_size=40)


@st.composite
def ruby_texts(draw: st.DrawFn) -> tuple[str, list[Ruby], int, int]:
    text = draw(texts)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), unique=True)))
    rubies = [
        Ruby(start, end, "よみ", ("よ",) * (end - start) if draw(st.booleans()) else None)
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, rubies, start, end


@given(ruby_texts())
def test_field_shows_the_text_and_its_readings_alone(
    case: tuple[str, list[Ruby], int, int],
) -> None:
    text, rubies, start, end = case
    html = ruby_html(text, rubies, start, end)
    shown = _Shown(html)
    assert shown.base == text
    assert text[start:end] in shown.marked
    assert "[" not in html
    assert "]" not in html


def test_ruby_stands_over_its_word_and_the_word_is_marked() -> None:
    rubies = (Ruby(0, 2, "せいふ"), Ruby(3, 5, "しえん"))
    assert ruby_html("政府の支援", rubies, 3, 5) == (
        "<ruby>政府<rp>（</rp><rt>せいふ</rt><rp>）</rp></ruby>の"
        "<b><ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby></b>"
    )


def test_mark_that_cuts_a_ruby_takes_it_in_whole() -> None:
    shown = _Shown(ruby_html("大統領選", (Ruby(0, 4, "だいとうりょうせん"),), 0, 3))
    assert shown.marked == "大統領選"


def test_long_compound_can_break_between_its_characters() -> None:
    ruby = Ruby(0, 5, "たいがいゆうしょうぐん", ("たい", "がい", "ゆう", "しょう", "ぐん"))
    assert _Shown(ruby_html("対外有償軍", (ruby,))).readings == [
        "たい",
        "がい",
        "ゆう",
        "しょう",
        "ぐん",
    ]


def test_brackets_never_become_ankis_furigana_sound_or_latex() -> None:
    assert escaped("漢字[かんじ] [sound:a.mp3] [$]x[/$] [[type:Id]]").count("&#91;") == 6
    assert "[" not in escaped("漢字[かんじ]")


def test_control_characters_and_the_field_separator_are_dropped() -> None:
    assert escaped("a\x1fb\x1b[31mc\x00d\u202ee") == "abcde"


def test_every_place_of_the_answer_is_blanked() -> None:
    assert blanked("軍事支援と支援", ("支援", "軍事支援")) == f"{BLANK}と{BLANK}"
