"""The counters: what follows a number, how it is read, how the two change each other.

One counter a line, six columns:

    spellings | reading | sounds | exceptions | kind | English

`spellings` are separated by spaces; か stands for each of か カ ヵ ヶ ケ 箇 where it opens the
counter. `sounds` names a class of `sounds.py`. Exceptions: `2=ふたり` is the whole reading
when the number is just 2, `-4=よ` the name of the digit 4 whenever a number ends in it; ~ stands
for the counter's reading. `English` is `singular` or `singular/plural`, with `~` before it for a classifier
that English does without (3本: 3 (long things)), `Article #` for a label before the number, `@` for none.
"""

from __future__ import annotations

from typing import Final

from yomu.reading.numbers.tables.measures import MEASURES
from yomu.reading.numbers.tables.money import MONEY
from yomu.reading.numbers.tables.order import ORDER
from yomu.reading.numbers.tables.papers import PAPERS
from yomu.reading.numbers.tables.people import PEOPLE
from yomu.reading.numbers.tables.places import PLACES
from yomu.reading.numbers.tables.things import THINGS
from yomu.reading.numbers.tables.times import TIMES

COUNTERS: Final = "".join((TIMES, MONEY, PEOPLE, PLACES, PAPERS, ORDER, THINGS, MEASURES))
