"""docs/glossary.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from yomu.glossary.check import check
from yomu.glossary.fields import BY_NAME
from yomu.glossary.interchange import FORMATS

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_the_example_in_the_docs_is_sound(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    assert example is not None
    path = tmp_path / "arms-transfers.toml"
    path.write_text(example[1], encoding="utf-8")
    found = check([path], known_ids={"foreign-military-financing"})
    assert [str(problem) for problem in found] == []
    assert all(f"{name} = " in example[1] for name in BY_NAME if name not in ("until",))


# How the source names a rule: fault("key", "rule", …), _report(entry, "key", "rule", …), a yield of
# ("key", "rule", …), Problem(file, line, column, "rule", …).
RULE = re.compile(
    r'''(?:fault\(\s*[^,]+,|_report\(\s*[^,]+,\s*[^,]+,|yield\s*\(?\s*(?:"\w*"|name|one),|Problem\((?:[^,]+,){3})\s*"([a-z-]+)"'''
)


def test_every_field_rule_and_format_is_documented() -> None:
    files = (ROOT / "src" / "yomu" / "glossary").glob("*.py")
    rules = {rule for path in files for rule in RULE.findall(path.read_text(encoding="utf-8"))}
    assert len(rules) > 25
    said = set(re.findall(r"`([a-z_0-9-]+)`", DOCS))
    assert rules | set(BY_NAME) | set(FORMATS) <= said
