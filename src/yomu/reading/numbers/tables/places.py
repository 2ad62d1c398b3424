"""Countries, places, and the bodies in them. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

PLACES: Final = """
国 | こく | k | 3=さんごく | count | country/countries
国間 | こくかん | k | 3=さんごくかん | count | -country
国語 | こくご | k | | count | language
か国 個国 | かこく | k | | count | country/countries
か国語 | かこくご | k | | count | language
か国間 | かこくかん | k | | count | country/countries
か所 個所 | かしょ | k | | count | place
か条 個条 | かじょう | k | | count | article
か村 | かそん | k | | count | village
か町村 | かちょうそん | k | | count | town and village/towns and villages
か寺 | かじ | k | | count | temple
か店 | かてん | k | | count | shop
か院 | かいん | k | | count | hospital
都 | と | st | | count | metropolis/metropolises
道 | どう | - | | count | circuit
府 | ふ | hp | 1=いちふ -3=さん | count | prefecture
県 | けん | k | | count | prefecture
都道府県 | とどうふけん | st | | count | prefecture
道府県 | どうふけん | - | | count | prefecture
都府県 | とふけん | st | | count | prefecture
都県 | とけん | st | | count | prefecture
市 | し | st | | count | city/cities
市町 | しちょう | st | | count | municipality/municipalities
市町村 | しちょうそん | st | | count | municipality/municipalities
市区町村 | しくちょうそん | st | | count | municipality/municipalities
区 | く | k | | count | ward
町 | ちょう | st | | count | town
町村 | ちょうそん | st | | count | town and village/towns and villages
村 | そん | st | | count | village
州 | しゅう | st | | count | state
郡 | ぐん | - | | count | county/counties
地域 | ちいき | x | | count | region
地区 | ちく | x | | count | district
地点 | ちてん | x | | count | point
地方 | ちほう | x | | count | region
丁目 | ちょうめ | st | | ordinal | chome
番地 | ばんち | - | | ordinal | lot
番町 | ばんちょう | - | | label | Bancho #
札所 | ふだしょ | - | | count | temple
番札所 | ばんふだしょ | - | | label | Temple #
宿 | しゅく | st | | count | post town
座 | ざ | - | | count | ~peak or theatre/peaks or theatres
都市 | とし | x | | count | city/cities
自治体 | じちたい | - | | count | local government
社 | しゃ | st | | count | company/companies
紙 | し | st | | count | newspaper
省 | しょう | st | | count | ministry/ministries
省庁 | しょうちょう | st | | count | ministry or agency/ministries and agencies
府省庁 | ふしょうちょう | - | | count | ministry or agency/ministries and agencies
社体制 | しゃたいせい | st | | count | -company system
誌 | し | st | | count | magazine
社会 | しゃかい | x | | count | society/societies
企業 | きぎょう | x | | count | company/companies
業者 | ぎょうしゃ | - | | count | dealer
施設 | しせつ | x | | count | facility/facilities
拠点 | きょてん | x | | count | base
行 | ぎょう | - | | count | line
校 | こう | k | | count | school
大学 | だいがく | - | | count | university/universities
学部 | がくぶ | - | | count | faculty/faculties
学科 | がっか | - | | count | department
学年 | がくねん | - | | count | grade
学期 | がっき | - | | ordinal | term
クラス | くらす | K | | count | class/classes
館 | かん | k | | count | hall
店 | てん | st | | count | shop
店舗 | てんぽ | st | | count | shop
院 | いん | - | | count | chamber
園 | えん | - | | count | garden or kindergarten
寺 | じ | - | | count | temple
塔 | とう | st | | count | tower
署 | しょ | st | | count | station
湖 | こ | k | | count | lake
城 | じょう | - | | count | castle
圏 | けん | k | | count | sphere
隊 | たい | st | | count | unit
宗 | しゅう | st | | count | sect
院制 | いんせい | - | | count | -chamber system
棟 | とう | st | | count | building
軒 | けん | kg | | count | house
戸 | こ | k | | count | home
室 | しつ | st | | count | room
部屋 | へや | - | 1=ひと~ 2=ふた~ | count | room
階 | かい | kg | | ordinal | floor
階建て | かいだて | kg | | count | -storey
階建 | かいだて | kg | | count | -storey
床 | しょう | st | | count | bed
席 | せき | st | | count | seat
議席 | ぎせき | - | | count | seat
党 | とう | st | | count | party/parties
派 | は | hp | | count | faction
派閥 | はばつ | - | | count | faction
会派 | かいは | k | 1=いちかいは | count | parliamentary group
団体 | だんたい | - | | count | group
機関 | きかん | k | 1=いちきかん | count | agency/agencies
組織 | そしき | x | | count | organisation
か国連合 | かこくれんごう | k | | count | -country union
局 | きょく | k | | count | office
課 | か | k | | count | section
部門 | ぶもん | - | | count | section
部局 | ぶきょく | - | | count | department
島 | とう | st | | count | island
港 | こう | k | | count | port
空港 | くうこう | K | | count | airport
駅 | えき | - | | count | station
線 | せん | st | | count | line
路線 | ろせん | - | | count | line
車線 | しゃせん | st | | count | lane
便 | びん | - | | count | flight
チャンネル ch | ちゃんねる | x | | label | channel #
バース | ばーす | - | | count | berth
極 | きょく | k | | count | pole
強 | きょう | k | | count | the top #
大国 | たいこく | x | | count | great power
正面 | しょうめん | x | | count | front
"""
