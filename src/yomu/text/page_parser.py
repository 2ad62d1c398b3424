"""Reading an HTML page with the standard library's parser: every character keeps its offset in it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from yomu.model import Kind, Ruby
from yomu.text.clean.dates import find_date
from yomu.text.draft import Draft, Meta, Span
from yomu.text.ruby import given

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "form",
        "button",
        "select",
        "textarea",
        "nav",
        "rp",
        "head",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "title",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_KINDS = {
    "h1": Kind.TITLE, "h2": Kind.HEADING, "h3": Kind.HEADING, "h4": Kind.HEADING, "h5": Kind.HEADING, "h6": Kind.HEADING,
    "figcaption": Kind.CAPTION, "caption": Kind.CAPTION, "title": Kind.TITLE, "aside": Kind.JUNK, "footer": Kind.JUNK,
}  # fmt: skip
# A class or role that names the part; tried on block elements only.
_CLASSES = (
    (re.compile(r"(?:^|[\s_-])(?:byline|author|writer)(?:$|[\s_-])", re.I), Kind.BYLINE),
    (re.compile(r"(?:^|[\s_-])(?:lead|lede|standfirst|dek)(?:$|[\s_-])", re.I), Kind.LEAD),
    (re.compile(r"(?:^|[\s_-])(?:caption|credit)(?:$|[\s_-])", re.I), Kind.CAPTION),
    (re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|doc-endnotes|doc-footnote|references|reflist)(?:$|[\s_-])", re.I), Kind.NOTE),
    (re.compile(r"(?:^|[\s_-])(?:share|social|sns|breadcrumbs?|related|ranking|advert(?:isement)?|ads?|pager|pagination|toolbar|recommend)(?:$|[\s_-])", re.I), Kind.JUNK),
    (re.compile(r"(?:^|[\s_-])(?:author-profile|profile)(?:$|[\s_-])", re.I), Kind.PROFILE),
)  # fmt: skip
_AUTHOR = frozenset(("author", "article:author", "dc.creator", "parsely-author", "twitter:creator"))
_DATE = frozenset(
    ("article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date", "datepublished")
)
_DEEPEST = 300
_SPACE = re.compile(r"[ \t\n\r\f]+")


class PageParser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.drafts: list[Draft] = []
        self.meta = Meta()
        self.title: Draft | None = None
        self.in_article: set[Draft] = set()
        self._line_starts = [0]
        at = source.find("\n")
        while at >= 0:
            self._line_starts.append(at + 1)
            at = source.find("\n", at + 1)
        self._open: list[tuple[str, Kind | None]] = []
        self._dropped = 0
        self._text: list[str] = []
        self._pieces: list[Span] = []
        self._length = 0
        self._given: list[Ruby] = []
        self._raised: list[Span] = []
        self._sup_start: int | None = None
        self._ruby_start: int | None = None
        self._reading: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._read_meta(attributes)
            return
        if tag in _BLOCKS:
            self.end_block()
        if tag == "time" and not self.meta.date:
            found = find_date(attributes.get("datetime", ""))
            self.meta.date = found[0] if found else None
        if tag in _VOID:
            return
        # </p> and </li> may be left out; the next block or item closes them.
        while self._open and (self._open[-1][0], tag in _BLOCKS) == ("p", True):
            self._open.pop()
        if tag in ("li", "rt") and self._open and self._open[-1][0] == tag:
            self._open.pop()
        if len(self._open) >= _DEEPEST:
            return
        if tag in _DROPPED:
            self._dropped += 1
        kind = _KINDS.get(tag)
        if kind is None and tag in _BLOCKS and tag not in ("html", "body", "article", "main"):
            names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')} {attributes.get('epub:type', '')}"
            kind = next(
                (k for pattern, k in _CLASSES if names.strip() and pattern.search(names)), None
            )
        self._open.append((tag, kind))
        if tag == "sup":
            self._sup_start = self._length
        elif tag == "ruby":
            self._ruby_start = self._length
        elif tag == "rt":
            self._end_reading()
            self._reading = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(name == tag for name, _ in self._open):
            return
        if tag in _BLOCKS:
            self.end_block()
        if tag == "sup" and self._sup_start is not None:
            if self._sup_start < self._length:
                self._raised.append((self._sup_start, self._length))
            self._sup_start = None
        elif tag in ("rt", "ruby"):
            self._end_reading()
            if tag == "ruby":
                self._ruby_start = None
        while self._open:
            name, _ = self._open.pop()
            if name in _DROPPED:
                self._dropped -= 1
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        line, column = self.getpos()
        self._add(data, self._line_starts[line - 1] + column)

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name}")

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name}")

    def unknown_decl(self, data: str) -> None:
        """A CDATA section holds text that pages do not show."""

    def end_block(self) -> None:
        """File what was gathered as one draft, its white space folded as a browser does."""
        self._end_reading()
        self._ruby_start = None
        text, pieces = "".join(self._text), self._pieces
        draft = Draft(
            text,
            pieces[0][1] if pieces else 0,
            pieces=pieces,
            given=tuple(self._given),
            raised=tuple(self._raised),
        )
        self._text, self._pieces, self._given, self._raised = [], [], [], []
        self._length, self._sup_start = 0, None
        _fold_space(draft)
        if not draft.text:
            return
        kind = self._kind()
        if kind is not None:
            draft.kind, draft.fixed = kind, True
        draft.gap = True
        tags = [tag for tag, _ in self._open]
        if "title" in tags:
            if self.title is not None:
                return
            self.title = draft
        if "article" in tags or "main" in tags:
            self.in_article.add(draft)
        if kind is Kind.BYLINE and not self.meta.byline:
            self.meta.byline = draft.text
        self.drafts.append(draft)

    def _kind(self) -> Kind | None:
        tags = [tag for tag, _ in self._open]
        kinds = [
            kind
            for tag, kind in self._open
            if kind and not (tag == "footer" and "blockquote" in tags)
        ]
        if Kind.JUNK in kinds:
            return Kind.JUNK
        return kinds[-1] if kinds else None

    def _add_reference(self, reference: str) -> None:
        line, column = self.getpos()
        at = self._line_starts[line - 1] + column
        text = unescape(reference + ";")
        self._add(reference if text == reference + ";" else text, at, reference=True)

    def _add(self, data: str, at: int, reference: bool = False) -> None:
        """Gather `data`, which stands at `at` in the source; all of a reference (&amp;) stands at one place."""
        in_title = any(tag == "title" for tag, _ in self._open)
        if self._dropped and not (in_title and self._dropped == 1):
            return
        if self._reading is not None:
            self._reading.append(data)
            return
        if not data:
            return
        self._text.append(data)
        if reference:
            self._pieces += ((1, at) for _ in data)
        else:
            self._pieces.append((len(data), at))
        self._length += len(data)

    def _end_reading(self) -> None:
        if self._reading is None or self._ruby_start is None:
            self._reading = None
            return
        ruby = given(self._ruby_start, self._length, "".join(self._reading))
        if ruby:
            self._given.append(ruby)
        self._ruby_start = self._length
        self._reading = None

    def _read_meta(self, attributes: dict[str, str]) -> None:
        name = (
            attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        ).lower()
        content = attributes.get("content", "").strip()
        if name in _AUTHOR and content and not content.startswith(("http", "@")):
            self.meta.byline = self.meta.byline or content
        elif name in _DATE and not self.meta.date and (found := find_date(content)):
            self.meta.date = found[0]
        elif name == "og:url":
            self.meta.source_url = content or None


def _fold_space(draft: Draft) -> None:
    """Runs of white space become one space, or nothing between two wide characters."""
    text = draft.text
    spans: list[Span] = []
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if (
            start == 0
            or end == len(text)
            or ("\n" in match.group() and _wide(text[start - 1]) and _wide(text[end]))
        ):
            spans.append((start, end))
        elif end - start > 1:
            spans.append((start + 1, end))
    draft.cut(spans)
    draft.text = draft.text.replace("\n", " ").replace("\t", " ").replace("\f", " ")
    draft.strip()


def _wide(char: str) -> bool:
    return char >= "\u2e80"
