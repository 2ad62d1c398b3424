"""A glossary entry as text."""

from __future__ import annotations

from yomu.model import GlossaryEntry
from yomu.terminal import safe


def print_entry(entry: GlossaryEntry) -> None:
    """Headword, reading, English, definitions, then what else the entry says."""
    acronym = f"  {entry.acronym}" if entry.acronym else ""
    lines = [f"{entry.ja}  {entry.reading}{acronym}", f"  {'; '.join(entry.en)}"]
    lines += [f"  {text}" for text in (entry.definition_en, entry.definition_ja) if text]
    if entry.variants:
        lines.append(f"  also: {', '.join(entry.variants)}")
    lines += [f"  not “{avoid.en}”: {avoid.why}" for avoid in entry.avoid]
    if entry.parts:
        parts = " + ".join(f"{part.ja} ({part.reading}) {part.en}" for part in entry.parts)
        lines.append(f"  made of: {parts}")
    lines += [f"  {text}" for text in (entry.note, entry.example_ja, entry.example_en) if text]
    if entry.source:
        lines.append(f"  source: {entry.source}")
    lines.append(f"  {entry.id}, {entry.domain}")
    print(safe("\n".join(lines)))
