"""Counters of people. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
人 | にん | - | 1=ひとり 2=ふたり -4=よ | people | person/people
人組 | にんぐみ | - | 1=ひとりぐみ 2=ふたりぐみ -4=よ | people | -person group
人目 | にんめ | - | 1=ひとりめ 2=ふたりめ -4=よ | ordinal | person
人乗り | にんのり | - | 1=ひとりのり 2=ふたりのり -4=よ | people | -seater
人前 | にんまえ | - | -4=よ | count | serving
人称 | にんしょう | - | -4=よ | ordinal | person
人制 | にんせい | - | -4=よ | people | -person system
人部屋 | にんべや | - | 1=ひとりべや 2=ふたりべや -4=よ | people | -person room
人家族 | にんかぞく | - | 1=ひとりかぞく 2=ふたりかぞく -4=よ | people | -person family
人暮らし | にんぐらし | - | 1=ひとりぐらし 2=ふたりぐらし -4=よ | people | -person household
人旅 | にんたび | - | 1=ひとりたび 2=ふたりたび -4=よ | people | person travelling/people travelling
人芝居 | にんしばい | - | 1=ひとりしばい 2=ふたりしばい -4=よ | people | -person play
人掛け | にんがけ | - | 1=ひとりがけ 2=ふたりがけ -4=よ | people | -person seat
人区 | にんく | - | -4=よ | ordinal | -seat district
名 | めい | - | | people | person/people
名様 | めいさま | - | | people | person/people
氏 | し | x | | people | person/people
者 | しゃ | st | | people | party/parties
者間 | しゃかん | st | | people | party/parties
者協議 | しゃきょうぎ | st | | people | -party talks
者会談 | しゃかいだん | st | | people | -party meeting
歳 才 | さい | st | 20=はたち | age | year old/years old
歳児 才児 | さいじ | st | | age | -year-old
歳代 才代 | さいだい | st | | decade of life | @
歳未満 | さいみまん | st | | age | under # years of age
代 | だい | - | | generation | @
代目 | だいめ | - | -4=よ | ordinal | @
世 | せい | st | | ordinal | generation
世代 | せだい | - | -8=はっ -10=じゅっ | count | generation
世帯 | せたい | st | 1=ひと~ | count | household
男 | なん | - | | ordinal | son
子 | し | st | | ordinal | child
女 | じょ | - | | ordinal | daughter
等親 親等 | しんとう | st | | ordinal | degree of kinship/degrees of kinship
傑 | けつ | k | | count | the top #
浪 | ろう | - | | count | year spent on retaking entrance exams/years spent on retaking entrance exams
回生 | かいせい | k | | ordinal | @-year student
役 | やく | - | 1=ひと~ 2=ふた~ | count | role
兄弟 | きょうだい | x | | people | brother
姉妹 | しまい | - | | people | sister
家 | け | k | | count | house
家族 | かぞく | k | | count | family/families
遺体 | いたい | - | | count | body/bodies
兵 | へい | - | 1=いっぺい | people | soldier
"""
