"""The dictionary and the reader, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yomu.dictionary import Dictionary, DictionaryMatch
from yomu.dictionary.source import find_data
from yomu.reading import Reader

Lookup = Callable[[str], tuple[DictionaryMatch, ...]]


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    if find_data() is None:
        pytest.skip("jamdict-data is not installed")
    return Dictionary.open(tmp_path_factory.mktemp("dictionary-cache"))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="session")
def look(dictionary: Dictionary, reader: Reader) -> Lookup:
    """Look up where `^` stands in a sentence."""

    def at(marked: str) -> tuple[DictionaryMatch, ...]:
        text = marked.replace("^", "")
        return dictionary.lookup_at(text, reader.read(text), marked.index("^"))

    return at
