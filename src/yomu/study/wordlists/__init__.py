"""Lists of words that a person knows already: a text file, an Anki deck, a level of the JLPT."""

from yomu.study.wordlists.anki_list import read_anki_list
from yomu.study.wordlists.jlpt import LEVELS, jlpt_list
from yomu.study.wordlists.model import (
    STATUS_NAMES,
    Entry,
    LeftOut,
    WordList,
    parse_status,
    status_name,
)
from yomu.study.wordlists.resolve import Resolved, resolve
from yomu.study.wordlists.text_list import parse_text_list

__all__ = [
    "LEVELS",
    "STATUS_NAMES",
    "Entry",
    "LeftOut",
    "Resolved",
    "WordList",
    "jlpt_list",
    "parse_status",
    "parse_text_list",
    "read_anki_list",
    "resolve",
    "status_name",
]
