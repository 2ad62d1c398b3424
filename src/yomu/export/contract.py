"""The JSON that other programs build on; documented in docs/annotate.md."""

from __future__ import annotations

from typing import Any

from yomu.model import AnnotatedParagraph, Document, GlossaryEntry


def paragraph_object(annotated: AnnotatedParagraph, headwords: dict[str, str]) -> dict[str, Any]:
    """One paragraph as `yomu annotate` prints it. Offsets are code points of `text`.

    `headwords` gives a term's headword by its id.
    """
    paragraph = annotated.paragraph
    return {
        "index": paragraph.index,
        "kind": str(paragraph.kind),
        "text": paragraph.text,
        "footnotes": [{"at": note.at, "number": note.number} for note in paragraph.footnotes],
        "tokens": [
            {
                "start": token.start,
                "end": token.end,
                "surface": token.surface,
                "lemma": token.morph.lemma,
                "reading": token.reading,
                "pos": token.morph.pos,
                "source": str(token.source),
                "confidence": round(token.confidence, 3),
            }
            for token in annotated.tokens
        ],
        "ruby": [
            {
                "start": ruby.start,
                "end": ruby.end,
                "reading": ruby.reading,
                "parts": list(ruby.parts) if ruby.parts else None,
            }
            for ruby in annotated.rubies
        ],
        "terms": [
            {
                "start": match.start,
                "end": match.end,
                "id": match.entry_id,
                "headword": headwords.get(match.entry_id, match.surface),
            }
            for match in annotated.matches
        ],
    }


def document_head(document: Document) -> dict[str, Any]:
    """What `yomu annotate --format json` says of the text as a whole."""
    return {
        "title": document.title,
        "byline": document.byline,
        "date": document.date,
        "area": document.area,
        "source_url": document.source_url,
        "licence": document.licence,
    }


def entry_object(entry: GlossaryEntry) -> dict[str, Any]:
    """A glossary entry; keys that have nothing to say are left out, but for the first eight."""
    full: dict[str, Any] = {
        "id": entry.id,
        "ja": entry.ja,
        "reading": entry.reading,
        "en": list(entry.en),
        "acronym": entry.acronym or None,
        "definition_en": entry.definition_en,
        "definition_ja": entry.definition_ja,
        "domain": entry.domain,
    }
    optional: dict[str, Any] = {
        "variants": list(entry.variants),
        "avoid": [{"en": avoid.en, "why": avoid.why} for avoid in entry.avoid],
        "note": entry.note,
        "see": list(entry.see),
        "parts": [{"ja": part.ja, "reading": part.reading, "en": part.en} for part in entry.parts],
        "example_ja": entry.example_ja,
        "example_en": entry.example_en,
        "source": entry.source,
        "since": entry.since,
        "until": entry.until,
    }
    return full | {name: value for name, value in optional.items() if value}
