"""The dictionaries a person adds, Yomitan archives mostly, each kept as one SQLite file."""

from yomu.dictionary.yomitan.contract import Cancelled
from yomu.dictionary.yomitan.library import Frequency, UserDictionaries, UserDictionary

__all__ = ["Cancelled", "Frequency", "UserDictionaries", "UserDictionary"]
