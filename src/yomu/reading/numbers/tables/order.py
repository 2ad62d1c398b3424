"""Order, repetition, sports and forces. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

ORDER: Final = """
番 | ばん | - | | label | No. #
番目 | ばんめ | - | | ordinal | @
番手 | ばんて | - | | ordinal | @
番線 | ばんせん | - | | label | Track #
番艦 | ばんかん | - | | label | Ship #
番館 | ばんかん | - | | label | Building #
番隊 | ばんたい | - | | label | Unit #
番機 | ばんき | - | | label | Aircraft #
番歌 | ばんか | - | | label | Poem #
番煎じ | ばんせんじ | - | | ordinal | brew
番底 | ばんぞこ | - | | ordinal | bottom
番組 | ばんぐみ | - | | count | programme
番街 | ばんがい | - | | label | Block #
番人気 | ばんにんき | - | | ordinal | favourite
番打者 | ばんだしゃ | - | | ordinal | batter
番勝負 | ばんしょうぶ | - | | count | -game match
本勝負 | ほんしょうぶ | hb | | count | -bout match
号目 | ごうめ | - | | ordinal | station
合目 | ごうめ | - | | ordinal | station
位 | い | - | | rank | place
級 | きゅう | k | | label | class #
等 | とう | st | | label | class #
等級 | とうきゅう | st | | label | magnitude #
等分 | とうぶん | - | | count | equal part
等賞 | とうしょう | st | | ordinal | prize
等星 | とうせい | st | | label | magnitude #
等車 | とうしゃ | st | | label | class #
流 | りゅう | - | | label | class #
次 | じ | - | -4=よ | ordinal | @
次元 | じげん | - | -4=よ | count | dimension
進法 | しんほう | st | | label | base #
進数 | しんすう | st | | label | base #
次産業 | じさんぎょう | - | -4=よ | ordinal | industry
次方程式 | じほうていしき | - | -4=よ | label | equation of degree #
次関数 | じかんすう | - | -4=よ | label | function of degree #
期 | き | k | | count | term
期目 | きめ | k | | ordinal | term
期生 | きせい | k | | ordinal | intake
弾 | だん | - | | ordinal | round
波 | は | hpp | | ordinal | wave
陣 | じん | - | | ordinal | group
回 | かい | k | | count | time
巡 | じゅん | - | | count | round
回表 | かいおもて | k | | ordinal | inning (top)
回裏 | かいうら | k | | ordinal | inning (bottom)
回目 | かいめ | k | | ordinal | time
回戦 | かいせん | k | | ordinal | round
回線 | かいせん | k | 1=いちかいせん | count | line
価 | か | k | | count | valence
回転 | かいてん | k | | count | turn
度 | ど | - | -0=れい | count | time
度目 | どめ | - | | ordinal | time
度線 | どせん | - | | label | the #th parallel
遍 | へん | hb | | count | time
段 | だん | - | | count | step
段階 | だんかい | - | | count | stage
階級 | かいきゅう | K | | count | rank
層 | そう | st | | count | layer
重 | じゅう | - | 1=いちじゅう | count | -fold
連勝 | れんしょう | - | | count | win in a row/wins in a row
連敗 | れんぱい | - | | count | loss in a row/losses in a row
連覇 | れんぱ | - | | count | title in a row/titles in a row
大会 | たいかい | x | | count | tournament
学級 | がっきゅう | - | | count | class/classes
連休 | れんきゅう | - | | count | -day holiday
連戦 | れんせん | - | | count | match in a row/matches in a row
連投 | れんとう | - | | count | game pitched in a row/games pitched in a row
連泊 | れんぱく | - | | count | night in a row/nights in a row
連単 | れんたん | - | | label | #-horse exacta
連複 | れんぷく | - | | label | #-horse quinella
連装 | れんそう | - | | count | -barrelled mount
連続 | れんぞく | - | | count | in a row/in a row
勝 | しょう | st | | count | win
敗 | はい | hp | -6=ろく | count | loss/losses
分け | わけ | - | 1=ひと~ 2=ふた~ | count | draw
引き分け | ひきわけ | - | 1=いちひきわけ 2=にひきわけ | count | draw
戦 | せん | st | | count | battle
戦目 | せんめ | st | | ordinal | match
試合 | しあい | x | | count | match/matches
得点 | とくてん | x | | count | goal
失点 | しってん | x | | count | goal conceded/goals conceded
安打 | あんだ | - | | count | hit
塁打 | るいだ | - | | label | #-base hit
球団 | きゅうだん | K | | count | club
競技 | きょうぎ | K | | count | event
冠 | かん | k | | count | title
本塁打 | ほんるいだ | - | -10=じゅう | count | home run
打点 | だてん | - | | count | run batted in/runs batted in
点差 | てんさ | st | | count | -point margin
球 | きゅう | k | | count | pitch/pitches
投 | とう | st | | count | throw
投球 | とうきゅう | x | | count | pitch/pitches
アウト | あうと | - | 1=わんあうと 2=つーあうと 3=すりーあうと | count | out
ストライク | すとらいく | x | 1=わんすとらいく 2=つーすとらいく 3=すりーすとらいく | count | strike
ボール | ぼーる | - | 1=わんぼーる 2=つーぼーる 3=すりーぼーる | count | ball
ラン | らん | - | 2=つーらん 3=すりーらん | label | #-run homer
ポイントシュート | ぽいんとしゅーと | x | 2=つーぽいんとしゅーと 3=すりーぽいんとしゅーと | label | #-point shot
手 | て | st | | count | move
手目 | てめ | st | | ordinal | move
手詰め 手詰 | てづめ | st | | count | -move checkmate
目 | もく | - | | count | order (or go stone)/orders (or go stones)
塁 | るい | - | | label | base #
死 | し | st | | count | out
軍 | ぐん | - | | label | the #th Army
師団 | しだん | x | | count | division
旅団 | りょだん | - | | count | brigade
連隊 | れんたい | - | | count | regiment
大隊 | だいたい | - | | count | battalion
中隊 | ちゅうたい | x | | count | company/companies
小隊 | しょうたい | x | | count | platoon
艦隊 | かんたい | K | | label | the #th Fleet
個師団 | こしだん | k | | count | division
個旅団 | こりょだん | k | | count | brigade
個連隊 | これんたい | k | | count | regiment
個大隊 | こだいたい | k | | count | battalion
個中隊 | こちゅうたい | k | | count | company/companies
個艦隊 | こかんたい | k | | count | fleet
個軍団 | こぐんだん | k | | count | army corps/army corps
個飛行隊 | こひこうたい | k | | count | squadron
個小隊 | こしょうたい | k | | count | platoon
個分隊 | こぶんたい | k | | count | section
個空母打撃群 | こくうぼだげきぐん | k | | count | carrier strike group
個戦闘団 | こせんとうだん | k | | count | combat team
軍団 | ぐんだん | - | | count | corps/corps
軍管区 | ぐんかんく | - | | count | military district
管区 | かんく | K | | count | district
騎 | き | k | | count | horseman/horsemen
対 | たい | x | 1=いったい | ratio | to
対 | つい | st | | count | pair
項対立 | こうたいりつ | k | | count | -way opposition
択 | たく | st | | count | choice
者択一 | しゃたくいち | st | | count | choice
"""
