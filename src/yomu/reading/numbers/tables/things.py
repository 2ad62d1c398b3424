"""Counters of things. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

THINGS: Final = """
つ | つ | - | 1=ひとつ 2=ふたつ 3=みっつ 4=よっつ 5=いつつ 6=むっつ 7=ななつ 8=やっつ 9=ここのつ | count | @
個 箇 コ | こ | k | | count | @
個目 コ目 箇目 | こめ | k | | ordinal | @
つ星 | つぼし | - | 1=ひとつぼし 2=ふたつぼし 3=みつぼし 4=よつぼし 5=いつつぼし 6=むつぼし 7=ななつぼし | label | #-star
つ切り つ切 | つぎり | - | 2=ふたつぎり 4=よつぎり 6=むつぎり 8=やつぎり | label | cut in #
つ子 | つご | - | 2=ふたご 3=みつご 4=よつご 5=いつつご 6=むつご | label | #-fold birth (twins, triplets …)
つ葉 | つば | - | 2=ふたば 3=みつば 4=よつば | label | #-leaved
つ折り つ折 | つおり | - | 2=ふたつおり 3=みつおり 4=よつおり 8=やつおり | label | folded in #
つ揃い つ揃え | つぞろい | - | 2=ふたつぞろい 3=みつぞろい | label | set of #
つ巴 つどもえ | つどもえ | - | 2=ふたつどもえ 3=みつどもえ | label | #-way
本 | ほん | hb | | count | ~long thing/long things
匹 疋 | ひき | hb | | count | ~small animal/small animals
頭 | とう | st | | count | ~large animal/large animals
羽 | わ | - | | count | bird
尾 | び | - | | count | fish/fish
杯 盃 | はい | hb | | count | cup
台 | だい | - | | count | ~machine or vehicle/machines or vehicles
両 輛 輌 | りょう | - | | count | ~vehicle/vehicles
車両 | しゃりょう | x | | count | carriage
気筒 | きとう | K | | count | -cylinder
シーター | しーたー | x | 2=つーしーたー 4=ふぉーしーたー | label | #-seater
口径 | こうけい | k | | label | calibre #
馬身 | ばしん | - | | count | length
頭立て | とうだて | st | | count | -horse field
頭身 | とうしん | st | | count | head
機 | き | k | | count | aircraft/aircraft
基 | き | k | | count | ~installation/installations
隻 | せき | st | | count | ship
艘 | そう | st | | count | boat
艇 | てい | st | | count | boat
門 | もん | - | | count | gun
丁 挺 | ちょう | st | | count | ~gun or tool/guns or tools
発 | はつ | hp | | count | round
弾頭 | だんとう | - | | count | warhead
点 | てん | st | -0=れい | count | point
品 | しな | x | 1=ひと~ 2=ふた~ | count | item
品種 | ひんしゅ | - | | count | variety/varieties
種 | しゅ | st | | count | kind
種目 | しゅもく | st | | count | event
種類 | しゅるい | st | | count | kind
色 | しょく | st | 7=なないろ | count | colour
形 | がた | - | | label | Class #
系 | けい | - | 0=ぜろけい | label | Series #
系統 | けいとう | K | | count | system
方向 | ほうこう | - | | count | direction
景 | けい | k | | count | view
峰 | ほう | hp | | count | peak
報 | ほう | hp | | count | report
類 | るい | - | | label | Class #
型 | がた | - | 0=ぜろがた | label | Type #
式 | しき | st | | count | set
セット | せっと | x | | count | set
組 | くみ | x | 1=ひと~ 2=ふた~ | count | pair
対戦 | たいせん | x | | count | match/matches
足 | そく | sz | | count | pair of shoes/pairs of shoes
着 | ちゃく | st | | count | ~suit/suits
着目 | ちゃくめ | st | | ordinal | suit
枚目 | まいめ | - | | ordinal | sheet
本目 | ほんめ | hb | | ordinal | @
玉 | たま | x | 1=ひと~ 2=ふた~ | count | ball
粒 | つぶ | x | 1=ひと~ 2=ふた~ | count | grain
束 | たば | x | 1=ひと~ 2=ふた~ | count | bundle
把 | わ | - | 3=さんば | count | bundle
貫 | かん | k | | count | ~kan (3.75 kg), or pieces of sushi/kan (3.75 kg each), or pieces of sushi
服 | ふく | hp | | count | dose
包 | ほう | hp | | count | sachet
錠 | じょう | - | | count | tablet
椀 碗 | わん | - | | count | bowl
鉢 | はち | - | 1=ひと~ 2=ふた~ | count | pot
串 | くし | x | 1=ひと~ 2=ふた~ | count | skewer
匙 さじ | さじ | x | 1=ひと~ 2=ふた~ | count | spoonful
張り 張 | はり | - | 1=ひと~ 2=ふた~ | count | ~tent or bow/tents or bows
棹 竿 | さお | - | 1=ひと~ 2=ふた~ | count | ~pole-shaped thing/pole-shaped things
領 | りょう | - | | count | suit of armour/suits of armour
幅 | ふく | hp | | count | scroll
双 | そう | st | | count | pair
尊 | そん | sz | | count | sacred image
卓 | たく | st | | count | table
灯 | とう | st | | count | light
枚組 | まいぐみ | - | | count | -disc set
本組 | ほんぐみ | hb | | count | -piece set
巻組 | かんぐみ | k | | count | -volume set
枚刃 | まいば | - | | count | -blade razor
枚舌 | まいじた | - | | count | tongue
速 | そく | st | | label | gear #
袋 | ふくろ | - | 1=ひと~ 2=ふた~ | count | bag
箱 | はこ | hp | 1=ひと~ 2=ふた~ | count | box/boxes
缶 | かん | k | 1=ひと~ 2=ふた~ | count | can
瓶 | びん | - | 1=ひと~ 2=ふた~ | count | bottle
皿 | さら | x | 1=ひと~ 2=ふた~ | count | plate
振り | ふり | - | 1=ひと~ 2=ふた~ | count | ~sword/swords
斤 | きん | k | | count | loaf/loaves
金 | きん | x | | label | #-carat gold
パック | ぱっく | x | | count | pack
切れ | きれ | x | 1=ひと~ 2=ふた~ | count | slice
口 | くち | x | 1=ひと~ 2=ふた~ | count | unit
株 | かぶ | k | 1=ひと~ 2=ふた~ | count | share
桁 ケタ けた | けた | k | 1=ひと~ 2=ふた~ | count | digit
通り とおり | とおり | - | 1=ひと~ 2=ふた~ -10=じゅっ | count | way
回り 周り まわり | まわり | - | 1=ひと~ 2=ふた~ | count | round
コマ 齣 | こま | x | 1=ひと~ 2=ふた~ | count | frame
揃い そろい | そろい | - | 1=ひと~ 2=ふた~ | count | set
山 | やま | - | 1=ひと~ 2=ふた~ | count | heap
房 | ふさ | - | 1=ひと~ 2=ふた~ | count | bunch/bunches
針 | はり | hp | 1=ひと~ 2=ふた~ | count | stitch/stitches
歩 | ほ | hp | | count | step
拍 | はく | hp | | count | beat
拍子 | びょうし | - | | count | -beat time
筆 | ひつ | hp | | count | ~parcel of land/parcels of land
俵 | ひょう | hb | | count | bale
班 | はん | hp | | count | squad
犯 | はん | hp | | count | offence
食 | しょく | st | | count | meal
膳 | ぜん | - | | count | pair of chopsticks/pairs of chopsticks
脚 | きゃく | k | | count | ~chair or leg/chairs or legs
畳 帖 | じょう | - | -4=よ | count | mat
畳間 | じょうま | - | -4=よ | count | -mat room
畳半 | じょうはん | - | -4=よ | count | -and-a-half-mat room
反 | たん | st | | count | roll
首 | しゅ | st | | count | poem
句 | く | k | | count | verse
輪 | りん | - | | count | wheel
輪車 | りんしゃ | - | | count | -wheeler
翼 | よく | - | | count | wing
門徒 | もんと | - | | count | follower
面 | めん | - | | count | face
辺 | へん | hp | | count | side
角 | かく | k | | count | angle
角形 | かくけい | k | 4=しかくけい | count | -sided figure
面体 | めんたい | - | 4=しめんたい 7=しちめんたい | label | #-faced solid
員環 | いんかん | - | | label | #-membered ring
量体 | りょうたい | - | | label | #-mer
倍体 | ばいたい | - | | label | #-ploid
科 | か | k | | count | family/families
属 | ぞく | - | | count | genus/genera
族 | ぞく | - | | label | group #
綱 | こう | k | | count | class/classes
列 | れつ | - | | count | row
周 | しゅう | st | | count | lap
走 | そう | st | | count | run
車 | しゃ | st | | count | car
客 | きゃく | k | | count | ~set for guests/sets for guests
艦 | かん | k | | count | warship
片 | へん | hp | | count | fragment
賞 | しょう | st | | count | prize
刻 | こく | k | | count | koku/koku
拝 | はい | hp | | count | bow
拍手 | はくしゅ | - | | count | clap
礼 | れい | - | | count | bow
体 | たい | st | | count | body/bodies
柱 | はしら | - | 1=ひと~ 2=ふた~ | count | ~god or pillar/gods or pillars
輪目 | りんめ | - | | ordinal | wheel
滴 | てき | st | | count | drop
株式 | かぶしき | x | | count | share
筋 | すじ | - | 1=ひと~ 2=ふた~ | count | line or wisp/lines or wisps
束目 | たばめ | - | | ordinal | bundle
群 | ぐん | - | | count | group
問 | もん | - | | count | question
科目 | かもく | k | 1=いちかもく | count | subject
単位 | たんい | x | | count | unit
打席 | だせき | - | | count | at-bat
チーム | ちーむ | x | | count | team
ケース | けーす | K | | count | case
カ所目 | かしょめ | k | | ordinal | place
パターン | ぱたーん | x | | count | pattern
グループ | ぐるーぷ | - | | count | group
ラウンド | らうんど | - | | count | round
シーズン | しーずん | x | | count | season
タイプ | たいぷ | x | | count | type
ステップ | すてっぷ | x | | count | step
ターン | たーん | x | | count | turn
ブロック | ぶろっく | - | | count | block
エリア | えりあ | - | | count | area
ユニット | ゆにっと | - | | count | unit
ペア | ぺあ | x | | count | pair
カップル | かっぷる | x | | count | couple
クラブ | くらぶ | x | | count | club
メーカー | めーかー | - | | count | maker
ブランド | ぶらんど | - | | count | brand
ジャンル | じゃんる | - | | count | genre
モデル | もでる | - | | count | model
シリーズ | しりーず | x | | count | series/series
バージョン | ばーじょん | - | | count | version
ショット | しょっと | x | 2=つーしょっと | count | shot
ピース | ぴーす | x | 2=つーぴーす 3=すりーぴーす | count | piece
トップ | とっぷ | x | 1=わんとっぷ 2=つーとっぷ 3=すりーとっぷ | count | striker
バック | ばっく | - | 3=すりーばっく 4=ふぉーばっく 5=ふぁいぶばっく | count | -man defence
シーム | しーむ | x | 2=つーしーむ 4=ふぉーしーむ | label | #-seam
ストップ | すとっぷ | x | 1=わんすとっぷ | count | stop
コイン | こいん | x | 1=わんこいん | count | coin
ルーム | るーむ | - | 1=わんるーむ 2=つーるーむ | count | room
ボックス | ぼっくす | - | 1=わんぼっくす 2=つーぼっくす | count | box/boxes
レベル | れべる | - | | count | level
ドット | どっと | - | | count | dot
ビット | びっと | - | | count | bit
ダース | だーす | - | | count | dozen
テーブル | てーぶる | x | | count | table
ゴール | ごーる | - | | count | goal
カード | かーど | K | | count | card
コース | こーす | K | | count | course
サイクル | さいくる | x | 2=つーさいくる 4=ふぉーさいくる | count | cycle
スクリーン | すくりーん | x | | count | screen
ストローク | すとろーく | x | 2=つーすとろーく 4=ふぉーすとろーく | count | stroke
ドア | どあ | - | 2=つーどあ 3=すりーどあ 4=ふぉーどあ 5=ふぁいぶどあ | count | door
プラン | ぷらん | x | | count | plan
ルート | るーと | - | | count | route
シート | しーと | x | | count | sheet
ヒット | ひっと | - | | count | hit
ラウンドトリップ | らうんどとりっぷ | - | | count | round trip
"""
