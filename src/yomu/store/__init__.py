"""What the learner did, in SQLite. Each `Store` belongs to the thread that opened it."""

from yomu.store.database import Store
from yomu.store.peek import peek_place
from yomu.store.records import Place, SeenText

__all__ = ["Place", "SeenText", "Store", "peek_place"]
