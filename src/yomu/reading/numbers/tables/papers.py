"""Votes, law, documents and works of art. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

PAPERS: Final = """
票 | ひょう | hb | | count | vote
票差 | ひょうさ | hb | | count | -vote margin
条 | じょう | - | | label | Article #
条の | じょうの | - | | label | Article #
項 | こう | k | | label | paragraph #
項目 | こうもく | k | 1=いちこうもく | count | item
号 | ごう | - | | label | No. #
号機 | ごうき | - | | label | Unit #
号線 | ごうせん | - | | label | Route #
号室 | ごうしつ | - | | label | Room #
号車 | ごうしゃ | - | | label | Car #
号館 | ごうかん | - | | label | Building #
号棟 | ごうとう | - | | label | Building #
号墳 | ごうふん | - | | label | Tumulus #
号炉 | ごうろ | - | | label | Furnace #
号店 | ごうてん | - | | ordinal | shop
号艇 | ごうてい | - | | label | Boat #
号艦 | ごうかん | - | | label | Ship #
編 篇 | へん | hp | | label | Part #
章 | しょう | st | | label | Chapter #
節 | せつ | st | | label | Section #
款 | かん | k | | label | Subsection #
部 | ぶ | - | | count | copy/copies
部隊 | ぶたい | - | | count | unit
巻 | かん | k | | label | Volume #
冊 | さつ | st | | count | book
集 | しゅう | st | | label | Collection #
版 | はん | x | | label | edition
書 | しょ | st | | count | book
説 | せつ | st | | count | theory/theories
則 | そく | st | | count | rule
法 | ほう | hp | | count | law
頁 ページ ㌻ ﾍﾟｰｼﾞ | ぺーじ | x | | count | page
枚 | まい | - | | count | ~flat thing/flat things
通 | つう | st | | count | letter
件 | けん | k | | count | case
案 | あん | - | | count | proposal
法案 | ほうあん | - | | count | bill
本柱 | ほんばしら | hb | | count | pillar
言語 | げんご | - | | count | language
語 | ご | - | | count | word
単語 | たんご | x | | count | word
文字 | もじ | - | 1=ひと~ 2=ふた~ | count | character
字 | じ | - | -4=よ | count | character
文 | ぶん | - | | count | sentence
段落 | だんらく | - | | count | paragraph
画 | かく | k | | count | stroke
話 | わ | - | | label | Episode #
音 | おん | - | | count | sound
音節 | おんせつ | - | | count | syllable
稿 | こう | k | | ordinal | draft
刷 | さつ | st | | ordinal | printing
信 | しん | st | | ordinal | report
題 | だい | - | | count | question
幕 | まく | - | 1=ひと~ 2=ふた~ | count | act
場面 | ばめん | - | 1=ひと~ 2=ふた~ | count | scene
曲 | きょく | k | | count | song
楽章 | がくしょう | - | | count | movement
小節 | しょうせつ | st | | count | bar
分音符 | ぶおんぷ | - | -4=し | label | 1/# note
分休符 | ぶきゅうふ | - | -4=し | label | 1/# rest
重奏 | じゅうそう | - | -4=し | count | -part ensemble
重唱 | じゅうしょう | - | -4=し | count | -part song
和音 | わおん | - | | count | -note chord
弦 | げん | - | | count | string
作 | さく | st | | count | work
作品 | さくひん | x | | count | work
作目 | さくめ | st | | ordinal | work
部作 | ぶさく | - | | count | -part work
審 | しん | st | | ordinal | instance
選 | せん | st | | ordinal | term
節気 | せっき | x | 24=にじゅうしせっき | count | solar term
原則 | げんそく | - | | count | principle
要件 | ようけん | - | | count | requirement
条件 | じょうけん | - | | count | condition
制度 | せいど | x | | count | system
文書 | ぶんしょ | - | | count | document
方針 | ほうしん | - | | count | policy/policies
分野 | ぶんや | - | | count | field
品目 | ひんもく | - | | count | item
業種 | ぎょうしゅ | - | | count | industry/industries
事業 | じぎょう | - | | count | project
計画 | けいかく | K | | count | plan
会計年度 | かいけいねんど | K | | count | fiscal year
理由 | りゆう | - | | count | reason
争点 | そうてん | x | | count | issue
論点 | ろんてん | - | | count | point at issue/points at issue
例 | れい | - | | count | example or case/examples or cases
事例 | じれい | - | | count | case
か条件 | かじょうけん | k | | count | condition
"""
