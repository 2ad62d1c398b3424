"""Carry the glossary elsewhere and bring terms in: CSV, TSV, OmegaT, Anki, TBX 2 and 3, Yomitan."""

from yomu.glossary.interchange.formats import FORMATS, export, read
from yomu.glossary.interchange.merge import MergePlan, apply, plan

__all__ = ["FORMATS", "MergePlan", "apply", "export", "plan", "read"]
