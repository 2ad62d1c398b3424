"""The word cursor and where it goes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yomu.model import AnnotatedParagraph, Status, Token
from yomu.study.content import NOT_COUNTED, is_counted
from yomu.study.known import Known, terms_by_token
from yomu.tokens import token_index

Annotated = Callable[[int], AnnotatedParagraph]
Visible = Callable[[int], bool]

FARTHEST_SEARCH = 400
"""Paragraphs that one press of Tab looks through: enough for any article, no pause in a long book."""


class Cursor(NamedTuple):
    """A span of one paragraph; ordered as the text is."""

    paragraph: int
    start: int
    end: int


def is_word(token: Token) -> bool:
    """Not a sign or a space: something a reader can look up."""
    return any(character.isalnum() for character in token.surface)


def has_kanji_or_digit(surface: str) -> bool:
    """Something whose reading can be asked for."""
    return any(
        character.isdigit() or (character > "⺀" and not "ぁ" <= character <= "ヿ")
        for character in surface
    )


def word_at(annotated: Annotated, paragraph: int, offset: int) -> Cursor:
    """The word at an offset, or the next one after it; an empty span in a paragraph without words."""
    tokens = annotated(paragraph).tokens
    if not tokens:
        return Cursor(paragraph, 0, 0)
    index = token_index(tokens, offset)
    while index < len(tokens) - 1 and not is_word(tokens[index]):
        index += 1
    return Cursor(paragraph, tokens[index].start, tokens[index].end)


def neighbour_word(
    annotated: Annotated, visible: Visible, count: int, cursor: Cursor, step: int
) -> Cursor | None:
    """The word after (+1) or before (-1) the cursor, in the next visible paragraph if need be."""
    paragraph = cursor.paragraph
    while 0 <= paragraph < count:
        if visible(paragraph):
            words = [token for token in annotated(paragraph).tokens if is_word(token)]
            if paragraph == cursor.paragraph:
                if step > 0:
                    words = [token for token in words if token.start > cursor.start]
                else:
                    words = [token for token in words if token.start < cursor.start]
            if words:
                token = words[0] if step > 0 else words[-1]
                return Cursor(paragraph, token.start, token.end)
        paragraph += step
    return None


def neighbour_term(
    annotated: Annotated, visible: Visible, count: int, cursor: Cursor, step: int
) -> Cursor | None:
    """The term after or before the cursor; of terms that start together the longest comes first."""
    here = (cursor.start, -(cursor.end - cursor.start))
    for paragraph in range(cursor.paragraph, -1 if step < 0 else count, step):
        if abs(paragraph - cursor.paragraph) > FARTHEST_SEARCH:
            return None
        if not visible(paragraph):
            continue
        spans = sorted(
            {(match.start, match.start - match.end) for match in annotated(paragraph).matches}
        )
        if paragraph == cursor.paragraph:
            spans = [span for span in spans if (span > here if step > 0 else span < here)]
        if spans:
            start, negative = spans[0] if step > 0 else spans[-1]
            return Cursor(paragraph, start, start - negative)
    return None


def neighbour_new_word(
    annotated: Annotated, visible: Visible, count: int, cursor: Cursor, step: int, known: Known
) -> Cursor | None:
    """The next word after (+1) or before (-1) the cursor that counts and has no status."""
    for paragraph in range(cursor.paragraph, -1 if step < 0 else count, step):
        if abs(paragraph - cursor.paragraph) > FARTHEST_SEARCH:
            return None
        if not visible(paragraph):
            continue
        item = annotated(paragraph)
        if item.paragraph.kind in NOT_COUNTED:
            continue
        words = [
            token
            for token, terms in zip(item.tokens, terms_by_token(item), strict=True)
            if is_counted(token) and known.at(token, terms) is Status.NEW
        ]
        if paragraph == cursor.paragraph:
            words = [t for t in words if (t.start - cursor.start) * step > 0]
        if words:
            token = words[0] if step > 0 else words[-1]
            return Cursor(paragraph, token.start, token.end)
    return None
