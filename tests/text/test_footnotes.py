"""Footnote markers: found by the sequence they form, or not at all."""

from __future__ import annotations

import pytest

from yomu.text import open_bytes


def markers(*paragraphs: str) -> str:
    """The paragraphs with each marker that was lifted shown as {n}, joined by /."""
    document = open_bytes("\n\n".join(paragraphs).encode(), "x.txt")
    shown = []
    for paragraph in document.paragraphs:
        text = paragraph.text
        for note in reversed(paragraph.footnotes):
            text = f"{text[: note.at]}{{{note.number}}}{text[note.at :]}"
        shown.append(text)
    return "/".join(shown)


@pytest.mark.parametrize(
    "text",
    [
        "戦略は明示された{1}。作戦（Operation）{2}」は終わった。支援は35%を占めている{3}",
        "これは第1次政権の話である{1}。2つ目の論点は2.0である{2}。3月には動く{3}。",
        "そう述べた。{1} 続いて反論した。{2} 議論は今も続いている。{3}",
        "彼はそう言った{1}、しかし議会は動かず{2}、予算は通らなかった{3}。",
        "政権は変わった{1}。バイデン政権{2}とは様相が異なる。支援は続いた{3}。",
        "敷いたのは米国のSubCom{1}、フランスである。会社は認めた{2}。国も認めた{3}。",
        "国は決めた{1}。議会も認めた{2}。世界は米国のASEAN{3}、EUを見た。そう述べた{4}。",
        "その年に国は決めた{1}。議会も同じ日に認めた{2}。率は2.03である。しかし対立はその後も続いた{4}。翌年には隣国にも広がった{5}。",
        "約束である{1}。守られた{2}。破られた{3}。作られた{4}。また守られた{5}。",
    ],
)
def test_glued_numbers_in_sequence_are_lifted(text: str) -> None:
    glued = text.replace("{", "").replace("}", "")
    assert markers(glued) == text


@pytest.mark.parametrize(
    "text",
    [
        "G7は7か国で、会議は3日間だった。1つ目は経済、2つ目は安全保障、3つ目は気候である。",
        "採決は賛成1、反対2、棄権3だった。",
        "トランプ2.0の時代である。NSS 2025は1月に出た。24時間以内に約35%が動いた。",
        "順位は1。点は2。差は3。",
        "午後1時、2時、3時に会談した。",
        "第1条、第2条、第3条を改める。",
        "2024年1月2日から3日まで。",
        "人口は1億2000万人。議席は3増えた。",
        "型はF1、F2、F3である。Windows1、Windows2、Windows3も同じ。",
        "新STARTは2026年に切れる。START1、START2は過去のものだ。",
    ],
)
def test_figures_are_left_alone(text: str) -> None:
    assert markers(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("述べた[1]。続けた[2]。", "述べた{1}。続けた{2}。"),
        ("述べた（注1）。続けた（注2）。", "述べた{1}。続けた{2}。"),
        ("述べた※1。続けた※2。", "述べた{1}。続けた{2}。"),
        ("述べた*1。続けた*2。", "述べた{1}。続けた{2}。"),
        ("述べた¹。続けた²。", "述べた{1}。続けた{2}。"),
        ("述べた［１］。続けた［２］。", "述べた{1}。続けた{2}。"),
        ("述べた[1][2]。続けた[1]。", "述べた{1}{2}。続けた{1}。"),
        ("述べた①。続けた②。終えた③。", "述べた{1}。続けた{2}。終えた{3}。"),
        ("論点は①抑止、②同盟、③誤認である。", "論点は①抑止、②同盟、③誤認である。"),
    ],
)
def test_markers_of_other_styles_are_lifted(text: str, shown: str) -> None:
    assert markers(text) == shown


def test_a_chain_does_not_end_on_a_leap() -> None:
    text = "国は決めた{1}。議会も認めた{2}。対立は続いた{3}。任期は残り5。"
    assert markers(text.replace("{", "").replace("}", "")) == text


def test_one_marker_is_believed_only_with_its_note() -> None:
    assert markers("政府はそう述べた1。") == "政府はそう述べた1。"
    lifted = markers(
        "政府は会見でこのように述べた1。",
        "次の段落はその後の経過を述べている。",
        "注",
        "1 会見録による。",
    )
    assert lifted.startswith("政府は会見でこのように述べた{1}。")
