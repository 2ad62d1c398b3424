"""Counters of time. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

TIMES: Final = """
年 | ねん | - | -4=よ | year | year
年度 | ねんど | - | -4=よ | year | fiscal year
年代 | ねんだい | - | -4=よ | decade | @
年間 | ねんかん | - | -4=よ | duration | year
か年間 | かねんかん | k | | duration | year
年来 | ねんらい | - | -4=よ | duration | year
年生 | ねんせい | - | -4=よ | ordinal | @-year student
年次 | ねんじ | - | -4=よ | ordinal | year
年債 | ねんさい | - | -4=よ | duration | -year bond
年物 | ねんもの | - | -4=よ | duration | -year
年連続 | ねんれんぞく | - | -4=よ | duration | year in a row/years in a row
年期 | ねんき | - | -4=よ | duration | year
年紀 | ねんき | - | -4=よ | duration | millennium/millennia
年祭 | ねんさい | - | -4=よ | ordinal | anniversary
年越し 年越 | ねんごし | - | -4=よ | duration | over # years
昼夜 | ちゅうや | st | | duration | day and night/days and nights
営業日 | えいぎょうび | - | | duration | business day
回忌 | かいき | k | 1=いっかいき -7=しち | ordinal | anniversary of a death
周忌 | しゅうき | st | | ordinal | anniversary of a death
か年 | かねん | k | | duration | year
周年 | しゅうねん | st | | ordinal | anniversary
世紀 世期 | せいき | st | | century | century/centuries
四半世紀 | しはんせいき | - | | duration | quarter century
四半期 | しはんき | - | | count | quarter
半期 | はんき | - | | ordinal | half-year
月 | がつ | - | -4=し -7=しち -9=く | month | month
月期 | がつき | - | -4=し -7=しち -9=く | month | month
月号 | がつごう | - | -4=し -7=しち -9=く | month | month
月分 | がつぶん | - | -4=し -7=しち -9=く | month | month
か月 個月 | かげつ | k | | duration | month
か月間 個月間 | かげつかん | k | | duration | month
週 | しゅう | st | | duration | week
週間 | しゅうかん | st | | duration | week
週目 | しゅうめ | st | | ordinal | week
日 | にち | - | | day | day
日間 | にちかん | - | | days | day
日目 | にちめ | - | | days | day #
日分 | にちぶん | - | | days | day's worth/days' worth
日中 | にちじゅう | - | | whole day | @
日制 | にちせい | - | | days | -day system
泊 | はく | hp | | count | night
夜 | や | - | 1=いちや 2=にや | count | night
晩 | ばん | - | 1=ひと~ 2=ふた~ | count | night
時 | じ | - | -0=れい -4=よ -7=しち -9=く | hour | o'clock
時台 | じだい | - | -0=れい -4=よ -7=しち -9=く | hour | o'clock
時間 | じかん | - | -4=よ -7=しち -9=く | duration | hour
時間帯 | じかんたい | - | | count | time slot
限 | げん | - | | ordinal | period
時限 | じげん | - | -4=よ -7=しち -9=く | ordinal | period
分 | ふん | hpp | | minute | minute
分間 | ふんかん | hpp | | duration | minute
秒 | びょう | - | | second | second
秒間 | びょうかん | - | | duration | second
ミリ秒 | みりびょう | - | | duration | millisecond
光年 | こうねん | K | | measure | light-year
天文単位 | てんもんたんい | x | | measure | astronomical unit
"""
