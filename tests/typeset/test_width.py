"""Cell widths: as Rich and Textual measure them, since they put the rows on the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from yomu.typeset.width import cell_width, cluster_spans, cluster_width, drawn, is_hidden

CLUSTERS = {
    "か\u3099": 2,
    "ㇷ\u309a": 2,
    "葛\U000e0100": 2,
    "𠮷": 2,
    "⼤": 2,
    "ｶ": 1,
    "e\u0301": 1,
    "👨\u200d👩\u200d👧": 2,
    "👍🏽": 2,
    "⚠\ufe0f": 2,
    "⚠": 1,
    "1\ufe0f\u20e3": 2,
    "🇯🇵": 2,
    "❤\ufe0f\u200d🔥": 2,
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f": 2,
}
AMBIGUOUS = "“”‘’…―─○×℃α①※→★"
EVERYDAY = [
    chr(code)
    for low, high in [
        (0x20, 0x7F), (0xA0, 0x500), (0x2010, 0x2028), (0x2030, 0x205F), (0x2100, 0x2700),
        (0x2E80, 0x2FD6), (0x3000, 0x3030), (0x3041, 0x3097), (0x3099, 0x3400),
        (0x3400, 0xA000), (0xAC00, 0xD7A4), (0xF900, 0xFA6E), (0xFF01, 0xFFA0),
        (0x1F300, 0x1F600), (0x20000, 0x2A000),
    ]
    for code in range(low, high)
    if unicodedata.category(chr(code)) != "Cn" and not is_hidden(chr(code))
]  # fmt: skip


def test_every_character_of_japanese_text_measures_as_rich_measures_it() -> None:
    assert [c for c in EVERYDAY if cell_width(c) != cell_len(c)] == []


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_a_cluster_is_one_character_of_known_width(cluster: str) -> None:
    assert list(cluster_spans(cluster)) == [(0, len(cluster))]
    assert cluster_width(cluster) == cell_len(cluster) == CLUSTERS[cluster]
    assert drawn(cluster) == cluster


def test_ambiguous_characters_take_one_cell_or_two_by_profile() -> None:
    assert {cell_width(c) for c in AMBIGUOUS} == {1}
    assert {cell_width(c, "wide") for c in AMBIGUOUS} == {2}


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\n", "\x1b", "\u202e"])
def test_characters_that_show_nothing_are_left_out(hidden: str) -> None:
    assert cell_width(hidden) == 0
    assert "".join(drawn(c) for c in _clusters(f"支{hidden}援")) == "支援"


def test_a_joiner_between_letters_is_left_out_because_terminals_disagree_on_it() -> None:
    assert [drawn(c) for c in _clusters("あ\u200dい")] == ["あ", "い"]


def test_a_heap_of_marks_is_cut_where_no_script_goes() -> None:
    heap = "か" + "\u3099" * 1000
    assert list(cluster_spans(heap)) == [(0, len(heap))]
    assert len(drawn(heap)) == 31


def test_a_mark_with_nothing_before_it_is_left_out() -> None:
    assert [drawn(c) for c in _clusters("\u3099か")] == ["", "か"]


@given(
    st.text(
        st.sampled_from([*EVERYDAY[:600], *"かは\u3099\u200d\ufe0f葛\U000e0100👨⚠🇯🇵\u00ad\n\t"])
    )
)
def test_clusters_cover_a_text_without_gap_and_their_widths_add_up(text: str) -> None:
    spans = list(cluster_spans(text))
    assert "".join(text[start:end] for start, end in spans) == text
    shown = "".join(drawn(cluster) for cluster in _clusters(text))
    assert cell_len(shown) == sum(cluster_width(c) for c in _clusters(text) if drawn(c))


def _clusters(text: str) -> list[str]:
    return [text[start:end] for start, end in cluster_spans(text)]
