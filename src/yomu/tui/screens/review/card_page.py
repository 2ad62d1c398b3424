"""A card as typeset lines: what is asked, and after that the answer in its place. Pure.

How is it read?                     task
武器   ぶき                         word; its reading once it is revealed
   せいふ        ばいきゃく
政府は武器を売却した。              sentence, the word marked, its furigana hidden until then
──────
arms                                the rest of the answer
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yomu.model import Face, Ruby, RubyMode, WidthProfile
from yomu.store.cards import Card
from yomu.study.faces import faces_of
from yomu.study.questions import TASKS, Passage, Question, answer_sentence, question
from yomu.study.typed import Checked, Verdict
from yomu.terminal import safe
from yomu.tui.looks import Look
from yomu.typeset import Piece, Setting, cell_width, lay_out

LONGEST_LINE_CELLS = 72

PageLine = tuple[tuple[str, int], ...]
"""Text with `Look` flags, from left to right."""

_VERDICTS = {
    Verdict.RIGHT: "Right.",
    Verdict.SOUNDS: "Right; it is written {wanted}.",
    Verdict.SLIP: "One kana off: {wanted}.",
    Verdict.WRONG: "Not {typed}, but {wanted}.",
    Verdict.EMPTY: "Nothing was typed: {wanted}.",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A card on the screen. `definition` holds the furigana of its Japanese definition, once known."""

    card: Card
    face: Face
    new: bool = False
    revealed: bool = False
    checked: Checked | None = None
    furigana: bool = True
    definition: tuple[Ruby, ...] = ()


@dataclass
class Page:
    """Collects lines of `width_cells`."""

    width_cells: int
    profile: WidthProfile
    lines: list[PageLine] = field(default_factory=list)

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def rule(self) -> None:
        self.blank()
        sign = "-" if self.profile == "wide" else "─"
        self.lines.append(((sign * self.width_cells, int(Look.JUNK)),))
        self.blank()

    def text(self, text: str, look: Look = Look.PLAIN) -> None:
        self.passage(Passage(text), look, ruby=False)

    def passage(self, passage: Passage, look: Look = Look.PLAIN, *, ruby: bool = True) -> None:
        """Set Japanese or English by the reader's rules, marks bold and underlined."""
        setting = Setting(
            width_cells=self.width_cells,
            mode=RubyMode.ALL if ruby else RubyMode.NONE,
            profile=self.profile,
        )
        edges = {edge for mark in passage.marks for edge in mark}
        for row in lay_out(safe(passage.text), passage.rubies, (), setting):
            if row.ruby:
                self.lines.append(_line((piece, Look.RUBY) for piece in row.ruby))
            self.lines.append(
                _line((piece, _look(piece, passage.marks, look)) for piece in row.runs(edges))
            )

    def words(self, pieces: Sequence[tuple[str, Look]]) -> None:
        """Pieces side by side where they fit on a line, or else below each other."""
        shown = [(safe(text), look) for text, look in pieces if text]
        width = sum(cell_width(text, self.profile) + 3 for text, _ in shown) - 3
        if width > self.width_cells:
            for text, look in shown:
                self.text(text, look)
            return
        line: list[tuple[str, int]] = []
        for text, look in shown:
            line += [("   ", 0)] if line else []
            line.append((text, int(look)))
        self.lines.append(tuple(line))


def card_page(shown: Shown, width_cells: int, profile: WidthProfile) -> list[PageLine]:
    """The lines of a card, at most 72 cells wide."""
    page = Page(max(8, min(width_cells, LONGEST_LINE_CELLS)), profile)
    asked = question(shown.card, shown.face)
    new = "new card" if shown.new else ""
    page.words([(TASKS[shown.face], Look.QUIET), (new, Look.TRANSLATION)])
    page.blank()
    if shown.revealed:
        _answer(shown, page)
    else:
        _front(asked, page, ruby=shown.furigana)
    return page.lines


def _front(asked: Question, page: Page, *, ruby: bool) -> None:
    if asked.headword:
        page.text(asked.headword, Look.HEADING)
    if asked.english:
        page.words([(asked.english, Look.TITLE), (asked.hint, Look.QUIET)])
    if asked.sentence.text:
        page.blank()
        page.passage(asked.sentence, ruby=ruby)
    if asked.translation:
        page.blank()
        page.text(asked.translation, Look.TRANSLATION)
    if asked.hint and not asked.english:
        page.blank()
        page.text(asked.hint, Look.QUIET)


def _answer(shown: Shown, page: Page) -> None:
    card = shown.card
    if shown.checked:
        _typed(shown.checked, page)
    reading = card.reading if Face.READING in faces_of(card) else ""
    pitch = " ".join(f"[{number.strip()}]" for number in card.pitch.split(",") if number.strip())
    page.words([(card.expression, Look.HEADING), (reading, Look.RUBY), (pitch, Look.QUIET)])
    if card.sentence:
        page.blank()
        page.passage(answer_sentence(card), ruby=True)
    page.rule()
    page.words([(card.meaning_en, Look.TITLE), (card.acronym, Look.QUIET)])
    if not card.meaning_en:
        page.text("No meaning is kept on this card: e adds one.", Look.QUIET)
    for text in (card.definition_en, card.definition_ja):
        if text:
            page.blank()
            page.passage(Passage(text, shown.definition if text is card.definition_ja else ()))
    if card.sentence_en:
        page.blank()
        page.text(card.sentence_en, Look.TRANSLATION)
    if card.note:
        page.blank()
        page.text(card.note)
    source = ", ".join(part for part in (card.title, card.date) if part)
    if source or card.gloss_source:
        page.blank()
        page.text(" · ".join(part for part in (source, card.gloss_source) if part), Look.QUIET)


def _typed(checked: Checked, page: Page) -> None:
    """What was typed, what differs underlined, and a word on it."""
    if checked.verdict in (Verdict.SOUNDS, Verdict.SLIP, Verdict.WRONG):
        line = [("You typed ", int(Look.QUIET))]
        line += [(safe(text), int(Look.PLAIN if ok else Look.DOUBT)) for text, ok in checked.pieces]
        page.lines.append(tuple(line))
    said = _VERDICTS[checked.verdict].format(typed=checked.typed, wanted=checked.wanted)
    page.text(said, Look.TRANSLATION if checked.suggestion > 1 else Look.HEADING)
    page.blank()


def _look(piece: Piece, marks: Sequence[tuple[int, int]], ground: Look) -> Look:
    if any(start < piece.end and piece.start < end for start, end in marks):
        return ground | Look.TERM
    return ground


def _line(pieces: Iterable[tuple[Piece, Look]]) -> PageLine:
    """Placed pieces as runs, with the blanks between them."""
    runs: list[tuple[str, int]] = []
    x = 0
    for piece, look in pieces:
        if piece.x > x:
            joined = runs and runs[-1][1] == look and look & Look.TERM
            runs.append((" " * (piece.x - x), int(look) if joined else 0))
        runs.append((piece.text, int(look)))
        x = piece.x + piece.width
    return tuple(runs)
