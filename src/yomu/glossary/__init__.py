"""The glossary: TOML files of policy terms, read, matched, searched, edited, checked and carried elsewhere."""

from yomu.glossary.glossary import Glossary, load
from yomu.glossary.matcher import Matcher
from yomu.glossary.problem import Problem

__all__ = ["Glossary", "Matcher", "Problem", "load"]
