"""`check` on planted faults: each is caught once, at its line, with what to write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from yomu.glossary.check import check
from yomu.glossary.problem import Problem
from yomu.glossary.readable import is_readable
from yomu.model import Morph, Token

SOUND = """\
[[term]]
id = "foreign-military-sales"
ja = "対外有償軍事援助"
reading = "たいがいゆうしょうぐんじえんじょ"
en = ["Foreign Military Sales", "FMS program"]
domain = "arms"
acronym = "FMS"
variants = ["有償援助"]
avoid = [{ en = "foreign military aid", why = "it is a sale" }]
definition_en = "A US program that sells defense articles to partner governments."
definition_ja = "米国政府が外国政府に装備品を売る制度。"
note = "Run by the 国防安全保障協力局 (DSCA)."
see = ["arms-export-control-act"]
parts = [{ ja = "対外", reading = "たいがい", en = "foreign" }, { ja = "軍事", reading = "ぐんじ", en = "military" }]
example_ja = "対外有償軍事援助で防空ミサイルを買う。"
example_en = "It buys air-defense missiles through Foreign Military Sales."
source = "Arms Export Control Act (1976)"
since = "1976"

[[term]]
id = "arms-export-control-act"
ja = "武器輸出管理法"
reading = "ぶきゆしゅつかんりほう"
en = ["Arms Export Control Act"]
domain = "arms"
definition_en = "The US law of 1976 that governs sales of weapons abroad."
definition_ja = "武器の対外売却を定める1976年の米国法。"
"""

KANJI = {
    "武": ("ぶ", "む"), "器": ("き", "うつわ"), "輸": ("ゆ",), "出": ("しゅつ", "で"), "管": ("かん",),
    "理": ("り",), "法": ("ほう",), "国": ("こく", "くに"), "交": ("こう",),
}  # fmt: skip


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "arms.toml"
    path.write_text(text, encoding="utf-8")
    return path


def checked(tmp_path: Path, text: str) -> list[Problem]:
    return check(
        [write(tmp_path, text)],
        candidates=lambda kanji: KANJI.get(kanji, ()),
        name=lambda path: path.name,
    )


def test_sound_entries_have_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "shown"),
    [
        ('ja = "武器輸出管理法"\n', "", "missing-field", 'arms.toml:20:1: ja is missing. Write ja = "対外有償軍事援助".'),
        ('reading = "ぶきゆしゅつかんりほう"\n', "", "missing-field", 'arms.toml:20:1: reading is missing. Write reading = "たいがいゆうしょうぐんじえんじょ".'),
        ('definition_ja = "武器の対外売却を定める1976年の米国法。"\n', "", "missing-field", 'arms.toml:20:1: definition_ja is missing. Write definition_ja = "…", one or two plain sentences.'),
        ("たいがいゆうしょうぐんじえんじょ", "taigai", "reading-not-kana", 'arms.toml:4:1: reading must be kana, got "taigai". Write たいがい.'),
        ("ぶきゆしゅつかんりほう", "ぶきゆにゅうかんりほう", "reading-unlike-headword", "arms.toml:23:1: 武器輸出管理法 cannot be read ぶきゆにゅうかんりほう: its kanji have no such readings. Correct the reading."),
        ('ja = "武器輸出管理法"', 'ja = "武器の輸出管理法"', "reading-unlike-headword", "arms.toml:23:1: 武器の輸出管理法 cannot be read ぶきゆしゅつかんりほう: its kana differ. Correct the reading."),
        ('id = "arms-export-control-act"', 'id = "foreign-military-sales"', "duplicate-id", 'arms.toml:21:1: the id "foreign-military-sales" is taken by "foreign-military-sales" (arms.toml:1). Give this entry another.'),
        ('id = "arms-export-control-act"', 'id = "Arms Export"', "bad-id", 'arms.toml:21:1: id must be small letters, digits and hyphens, got "Arms Export". Write arms-export.'),
        ("有償援助", "武器輸出管理法", "shadowed-variant", 'arms.toml:8:1: the variant 武器輸出管理法 is the headword of "arms-export-control-act" (arms.toml:20), which comes first. Take it out and name that entry in see.'),
        ('ary-sales"', 'ary-sales"\nvariants = ["ＡＥＣＡ"]', "duplicate-key", ""),
        ('see = ["arms-export-control-act"]', 'see = ["arms-export-act"]', "see-nowhere", 'arms.toml:13:1: there is no entry "arms-export-act". Write "arms-export-control-act".'),
        ('see = ["arms-export-control-act"]', 'see = ["foreign-military-sales"]', "see-itself", "arms.toml:13:1: see names the entry itself. Take it out."),
        ('en = "foreign military aid"', 'en = "Foreign military sales"', "preferred-avoided", 'arms.toml:9:1: "Foreign military sales" is both a rendering and one to avoid. Take it out of en or out of avoid.'),
        ("(DSCA).", "(DSCA.", "unbalanced-brackets", "arms.toml:12:1: note: ( is not closed. Close it."),
        ("買う。", "買う」。", "unbalanced-brackets", "arms.toml:15:1: example_ja: 」 closes nothing. Add the opening bracket or delete it."),
        ("(DSCA)", "(「DSCA)」", "unbalanced-brackets", "arms.toml:12:1: note: ) closes 「. Close the inner bracket first."),
        ('definition_en = "The US law of 1976 that governs sales of weapons abroad."', 'definition_en = "The arms export control act."', "definition-repeats", "arms.toml:26:1: definition_en only repeats the rendering. Say what it is."),
        ("武器の対外売却を定める1976年の米国法。", "武器輸出管理法のこと。", "definition-repeats", "arms.toml:27:1: definition_ja only repeats the headword. Say what it is."),
        ("武器の対外売却を定める1976年の米国法。", "US law", "not-japanese", "arms.toml:27:1: definition_ja holds no kana. Write it in Japanese."),
        ('"FMS program"', '"有償援助"', "not-english", 'arms.toml:5:1: the rendering "有償援助" holds Japanese. Write it in English.'),
        ('ja = "軍事", r', 'ja = "無償", r', "parts-unlike-headword", "arms.toml:14:1: the part 無償 does not stand in 対外有償軍事援助, or not in this order. Correct parts."),
        ("対外有償軍事援助で防空", "無償援助で防空", "example-without-term", "arms.toml:15:1: the example does not use 対外有償軍事援助. Write a sentence that does."),
        ('since = "1976"', 'since = "1976"\nuntil = "1961"', "since-after-until", "arms.toml:19:1: until (1961) is before since (1976). Exchange them or correct one."),
        ('since = "1976"', 'since = "June 1976"', "bad-date", 'arms.toml:18:1: since must be YYYY, YYYY-MM or YYYY-MM-DD, got "June 1976". Write since = "1976".'),
        ('acronym = "FMS"', 'acronym = "有償"', "bad-acronym", 'arms.toml:7:1: acronym must have Latin letters, got "有償". Put Japanese short forms in variants.'),
        ('domain = "arms"\nacronym', 'domain = "weapons"\nacronym', "wrong-domain", 'arms.toml:6:1: domain is "weapons" in arms.toml. Write domain = "arms".'),
        ('acronym = "FMS"', 'acronim = "FMS"', "unknown-key", 'arms.toml:7:1: unknown key "acronim". Write acronym.'),
        ('["有償援助"]', '["〜の有償援助"]', "unmatchable", "arms.toml:8:1: 〜の有償援助 can never be found: 〜 stands in it, and in no text. Write it as texts do."),
        ("It buys", "It <b>buys</b>", "markup", "arms.toml:16:1: example_en holds <b>, which is shown as it is. Write plain text."),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, rule: str, shown: str
) -> None:
    assert old in SOUND
    found = checked(tmp_path, SOUND.replace(old, new, 1))
    if rule == "duplicate-key":
        assert [problem.rule for problem in found] == ["syntax"]
        assert str(found[0]) == "arms.toml:9:20: variants is given twice in this entry. Keep one."
        return
    assert (rule, shown) in [(problem.rule, str(problem)) for problem in found]


def test_a_second_entry_of_the_same_headword_is_found_across_files(tmp_path: Path) -> None:
    first, second = tmp_path / "arms.toml", tmp_path / "law.toml"
    first.write_text(SOUND, encoding="utf-8")
    block = SOUND.split("\n\n")[1].replace('"arms"', '"law"').replace('id = "arms-', 'id = "the-')
    second.write_text(block.replace("武器輸出管理法", "武器 輸出管理法", 1), encoding="utf-8")
    found = check([tmp_path], name=lambda path: path.name)
    assert [str(problem) for problem in found] == [
        'law.toml:3:1: 武器 輸出管理法 is an entry already, at "arms-export-control-act" (arms.toml:20). '
        "Make one of the two."
    ]


def test_parts_vouch_for_a_word_that_is_read_as_a_whole(tmp_path: Path) -> None:
    text = SOUND.replace('ja = "武器輸出管理法"', 'ja = "国交法"').replace(
        "ぶきゆしゅつかんりほう", "ぐにゃぐにゃほう"
    )
    assert "reading-unlike-headword" in {problem.rule for problem in checked(tmp_path, text)}
    text += 'parts = [{ ja = "国交", reading = "ぐにゃぐにゃ" }, { ja = "法", reading = "ほう" }]\n'
    assert checked(tmp_path, text) == []


def test_homographs_with_other_readings_are_no_duplicates(tmp_path: Path) -> None:
    text = SOUND + SOUND.split("\n\n")[1].replace('id = "arms-', 'id = "other-').replace(
        "ほう", "のり"
    )
    assert check([write(tmp_path, "\n" + text)]) == []


def test_one_variant_belongs_to_one_entry(tmp_path: Path) -> None:
    text = SOUND + 'variants = ["有償援助"]\n'
    assert [problem.rule for problem in checked(tmp_path, text)] == ["duplicate-variant"]


def test_entries_that_no_text_uses_are_warned_of(tmp_path: Path) -> None:
    text = "有償援助"
    tokens = [Token(0, 4, text, None, Morph(text))]
    found = check([write(tmp_path, SOUND)], texts=[(text, tokens)])
    assert [(p.rule, p.severity, p.line) for p in found] == [("never-attested", "warning", 22)]


def test_a_users_own_file_may_lack_definitions(tmp_path: Path) -> None:
    text = '[[term]]\nid = "x"\nja = "国交"\nreading = "こっこう"\nen = ["diplomatic relations"]\ndomain = "mine"\n'
    found = check([write(tmp_path, text)], complete=False)
    assert {problem.severity for problem in found} == {"warning"}


def test_problems_are_plain_json(tmp_path: Path) -> None:
    found = checked(tmp_path, SOUND.replace('"FMS"', "1"))
    assert json.loads(json.dumps([problem.as_json() for problem in found])) == [
        {
            "file": "arms.toml",
            "line": 7,
            "column": 1,
            "rule": "wrong-shape",
            "message": 'acronym must be text, got a number. Write acronym = "1".',
            "severity": "error",
        }
    ]


@pytest.mark.parametrize(
    ("headword", "reading", "possible"),
    [
        ("国交", "こっこう", True),
        ("輸出", "ゆしゅつ", True),
        ("輸出", "ゆしゅっ", False),
        ("レーダー", "れえだあ", False),
        ("輸出", "ゆで", True),
        ("輸出", "ゆだし", False),
        ("武器", "ぶぎ", True),
        ("法の輸出", "ほうのゆしゅつ", True),
        ("法の輸出", "ほうゆしゅつ", False),
        ("7カ国", "ななかこく", True),
        ("SALT II", "そるとつー", True),
        ("モンロー・ドクトリン", "もんろーどくとりん", True),
        ("国々", "くにぐに", True),
        ("", "", True),
    ],
)
def test_readings_follow_the_headword(headword: str, reading: str, possible: bool) -> None:
    assert is_readable(headword, reading, lambda kanji: KANJI.get(kanji, ())) is possible
