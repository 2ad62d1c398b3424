"""What the detail pane says about a word, as typeset lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from yomu.kana import to_hiragana
from yomu.model import GlossaryEntry, Ruby, RubyMode, Source, Token, WidthProfile
from yomu.typeset import Setting, cell_width, lay_out
from yomu.workspace import LookupResult, Occurrence
from yomu.workspace.history import times_sign

SOURCES = {
    Source.PERSON: "your correction",
    Source.GLOSSARY: "the glossary",
    Source.TEXT: "the text itself",
    Source.NUMBER: "number rules",
    Source.RULE: "a rule",
    Source.MODEL: "its neighbours",
    Source.COMPOUND: "a compound dictionary",
    Source.UNIDIC: "UniDic",
    Source.KAKASI: "pykakasi",
    Source.NONE: "",
}

_POS = {
    "名詞-普通名詞": "noun",
    "名詞-固有名詞-人名": "person's name",
    "名詞-固有名詞-地名": "place name",
    "名詞-固有名詞": "proper noun",
    "名詞-数詞": "number",
    "名詞": "noun",
    "代名詞": "pronoun",
    "動詞": "verb",
    "形容詞": "i-adjective",
    "形状詞": "na-adjective",
    "副詞": "adverb",
    "連体詞": "adnominal",
    "接続詞": "conjunction",
    "感動詞": "interjection",
    "助詞": "particle",
    "助動詞": "auxiliary",
    "接頭辞": "prefix",
    "接尾辞": "suffix",
    "記号": "sign",
    "補助記号": "sign",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Where a line of the pane leads: a place in the text, or another entry."""

    paragraph: int = -1
    start: int = 0
    end: int = 0
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class PaneLine:
    """One line: pieces of (text, style name), and where it leads. Style names are `pane--…` classes."""

    pieces: tuple[tuple[str, str], ...]
    link: Link | None = None


@dataclass
class PaneText:
    """Collects lines that fit `width_cells`."""

    width_cells: int
    profile: WidthProfile = "narrow"
    annotate: Callable[[str], tuple[Sequence[Token], Sequence[Ruby]]] | None = None
    lines: list[PaneLine] = field(default_factory=list)

    def blank(self) -> None:
        if self.lines and self.lines[-1].pieces:
            self.lines.append(PaneLine(()))

    def heading(self, text: str) -> None:
        self.blank()
        self.text(text, "label")

    def sign(self, text: str) -> None:
        """Put a short sign behind the headword, if it has room there."""
        if text and self.lines:
            head = self.lines[0]
            used = sum(cell_width(piece, self.profile) for piece, _ in head.pieces)
            if used + 2 + len(text) <= self.width_cells:
                self.lines[0] = PaneLine((*head.pieces, (f"  {text}", "warning")), head.link)

    def beside(self, text: str, style: str) -> None:
        """Put `text` behind the last line, or below it where there is no room."""
        last = self.lines[-1]
        used = sum(cell_width(piece, self.profile) for piece, _ in last.pieces)
        if used + 2 + cell_width(text, self.profile) <= self.width_cells:
            self.lines[-1] = PaneLine((*last.pieces, ("  " + text, style)), last.link)
        else:
            self.text(text, style)

    def text(
        self, text: str, style: str = "", *, indent: int = 0, link: Link | None = None
    ) -> None:
        """Wrap `text` by the rules of Japanese typesetting."""
        if "\n" not in text and cell_width(text, self.profile) <= self.width_cells - indent:
            self.lines.append(PaneLine(((" " * indent + text, style),), link))
            return
        setting = Setting(
            width_cells=max(8, self.width_cells - indent), mode=RubyMode.NONE, profile=self.profile
        )
        for row in lay_out(text, (), (), setting):
            line = row.base_text(0)
            self.lines.append(PaneLine(((" " * indent + line, style),), link))

    def japanese(self, text: str, style: str = "", *, ruby: bool = True) -> None:
        """Japanese with furigana, where an annotator is given and furigana are on."""
        if self.annotate is None or not ruby:
            self.text(text, style)
            return
        tokens, rubies = self.annotate(text)
        setting = Setting(
            width_cells=max(8, self.width_cells), mode=RubyMode.ALL, profile=self.profile
        )
        for row in lay_out(text, rubies, tokens, setting):
            if row.ruby:
                self.lines.append(PaneLine(((row.ruby_text(0), "ruby"),)))
            self.lines.append(PaneLine(((row.base_text(0), style),)))


Section = Callable[[PaneText], None]
"""Adds what another source knows: the dictionary, the characters."""


def describe(
    result: LookupResult,
    occurrences: Sequence[Occurrence],
    entry_of: Callable[[str], GlossaryEntry | None],
    page: PaneText,
    *,
    ruby: bool,
    sections: Sequence[Section] = (),
    attribution: str = "",
    times_looked_up: int = 0,
) -> list[PaneLine]:
    """The pane for one look-up: the term or the word, what it is made of, where else it stands."""
    if result.entry:
        _term(result.entry, entry_of, page, ruby=ruby, form=_form_in_text(result))
    else:
        _word(result, page)
    page.sign(times_sign(times_looked_up))
    _related(result, page)
    for section in sections:
        section(page)
    _occurrences(occurrences, page)
    if times_looked_up > 1:
        page.blank()
        page.text(f"Looked up {times_looked_up} times (H: the history).", "quiet")
    if result.entry and result.entry.source:
        page.blank()
        page.text(f"Source: {result.entry.source}", "quiet")
    if attribution:
        page.blank()
        page.text(attribution, "quiet")
    return page.lines


def _form_in_text(result: LookupResult) -> str:
    """How a term stands in the text, with its reading, where that is not its headword."""
    if not result.entry or result.surface == result.entry.ja or not result.tokens:
        return ""
    if result.reading in ("", result.surface):
        return result.surface
    return f"{result.surface}【{result.reading}】"


def _term(
    entry: GlossaryEntry,
    entry_of: Callable[[str], GlossaryEntry | None],
    page: PaneText,
    *,
    ruby: bool,
    form: str,
) -> None:
    page.text(entry.ja, "headword")
    page.text(entry.reading + (f"  {entry.acronym}" if entry.acronym else ""), "reading")
    if form:
        page.text(f"here: {form}", "quiet")
    page.blank()
    page.text(entry.en[0], "english")
    others = [other for other in entry.en[1:] if other != entry.acronym]
    if others:
        page.text("; ".join(others), "also")
    period = " to ".join(part for part in (entry.since, entry.until) if part)
    if period:
        page.text(f"since {period}" if not entry.until else period, "quiet")
    if entry.definition_en:
        page.blank()
        page.text(entry.definition_en)
    if entry.definition_ja:
        page.blank()
        page.japanese(entry.definition_ja, ruby=ruby)
    for avoid in entry.avoid:
        page.blank()
        page.text(
            f"Not “{avoid.en}”: {avoid.why}" if avoid.why else f"Not “{avoid.en}”.", "warning"
        )
    if entry.parts:
        page.heading("Made of")
        for part in entry.parts:
            page.text(
                "  ".join(piece for piece in (part.ja, part.reading, part.en) if piece), indent=2
            )
    if entry.note:
        page.heading("Note")
        page.text(entry.note)
    if entry.example_ja:
        page.heading("Example")
        page.japanese(entry.example_ja, ruby=ruby)
        if entry.example_en:
            page.text(entry.example_en, "quiet")
    linked = [(seen, entry_of(seen)) for seen in entry.see]
    if any(found for _, found in linked):
        page.heading("See also")
        for seen, found in linked:
            if found:
                page.text(f"> {found.ja}  {found.en[0]}", "link", link=Link(entry_id=seen))


def _word(result: LookupResult, page: PaneText) -> None:
    page.text(result.surface, "headword")
    if result.reading and result.reading != to_hiragana(result.surface):
        page.beside(result.reading, "reading")
    if len(result.tokens) == 1:
        token = result.tokens[0]
        facts = [word_class(token.pos)]
        if token.lemma and token.lemma != token.surface:
            facts.append(f"form of {token.lemma}")
        if token.morph.origin and not result.dictionary:
            facts.append(f"from {token.morph.origin}")
        if token.reading and SOURCES[token.source]:
            facts.append(f"reading from {SOURCES[token.source]}")
        page.text("  ·  ".join(fact for fact in facts if fact), "quiet")
    if result.number:
        page.blank()
        page.text(result.number, "english")
    if not (result.nested or result.around or result.number or result.dictionary):
        page.blank()
        page.text("In no glossary and no dictionary here.", "quiet")


def word_class(pos: str) -> str:
    """UniDic's part of speech in English: 名詞-普通名詞-一般 → noun."""
    parts = pos.split("-")
    for length in range(len(parts), 0, -1):
        name = _POS.get("-".join(parts[:length]))
        if name:
            return name
    return ""


def _related(result: LookupResult, page: PaneText) -> None:
    for label, found in (("Inside it", result.nested), ("Part of", result.around)):
        seen: set[str] = set()
        for match, entry in found:
            if entry.id in seen or (result.entry and entry.id == result.entry.id):
                continue
            if not seen:
                page.heading(label)
            seen.add(entry.id)
            page.text(
                f"> {match.surface}  {entry.en[0]}",
                "link",
                link=Link(result.paragraph, match.start, match.end),
            )


def _occurrences(occurrences: Sequence[Occurrence], page: PaneText) -> None:
    if not occurrences:
        return
    page.heading(f"Also in this text ({len(occurrences)})")
    for place in occurrences:
        link = Link(place.paragraph, place.start, place.end)
        page.lines.append(PaneLine(((f"> {_in_context(place, page)}", "link"),), link))


def _in_context(place: Occurrence, page: PaneText) -> str:
    """The word with what stands around it, on one line: a third of the room before it, the rest after."""
    room = page.width_cells - 2
    before, word, after = (
        text.replace("\n", " ") for text in (place.before, place.surface, place.after)
    )
    word = fitting(word, room, page.profile)
    room -= cell_width(word, page.profile)
    before = fitting(before[::-1], room // 3, page.profile)[::-1]
    return before + word + fitting(after, room - cell_width(before, page.profile), page.profile)


def fitting(text: str, cells: int, profile: WidthProfile = "narrow") -> str:
    """As much of the beginning of `text` as takes at most `cells`."""
    used = 0
    for at, character in enumerate(text):
        used += cell_width(character, profile)
        if used > cells:
            return text[:at]
    return text
