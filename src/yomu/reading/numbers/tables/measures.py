"""Measures. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

MEASURES: Final = """
メートル m ㍍ ﾒｰﾄﾙ | めーとる | - | | measure | metre
メートル峰 m峰 | めーとるほう | - | | label | #-metre peak
キロメートル km ㎞ 粁 | きろめーとる | K | | measure | kilometre
キロ ㌔ ｷﾛ | きろ | K | | measure | km (or kg)/km (or kg)
センチメートル cm ㎝ | せんちめーとる | st | | measure | centimetre
センチ ㌢ | せんち | st | | measure | centimetre
ミリメートル mm ㎜ | みりめーとる | - | | measure | millimetre
ミリ ㍉ | みり | - | | measure | millimetre
マイクロメートル µm μm | まいくろめーとる | - | | measure | micrometre
ナノメートル nm | なのめーとる | - | | measure | nanometre
ナノ | なの | - | | measure | nanometre
インチ | いんち | - | | measure | inch/inches
フィート ft | ふぃーと | - | | measure | foot/feet
ヤード | やーど | - | | measure | yard
マイル | まいる | - | | measure | mile
海里 カイリ 浬 | かいり | x | | measure | nautical mile
ノット kt | のっと | - | | measure | knot
km/h | きろめーとるまいじ | K | | measure | kilometre per hour/kilometres per hour
m/s | めーとるまいびょう | - | | measure | metre per second/metres per second
里 | り | - | -4=よ | measure | ri/ri
間 | けん | kg | | measure | ken/ken
尺 | しゃく | st | 3=さんじゃく | measure | shaku/shaku
寸 | すん | st | | measure | sun/sun
坪 | つぼ | x | 1=ひと~ 2=ふた~ | measure | tsubo/tsubo
石 | こく | kk | | measure | koku/koku
升 | しょう | st | | measure | sho/sho
斗 | と | st | | measure | to/to
勺 | しゃく | st | | measure | shaku/shaku
丈 | じょう | - | | measure | jo/jo
匁 | もんめ | - | | measure | momme/momme
町歩 | ちょうぶ | st | | measure | chobu/chobu
畝 | せ | st | | measure | se/se
尋 | ひろ | - | 1=ひと~ 2=ふた~ | measure | fathom
合 | ごう | - | | measure | go/go
平方メートル ㎡ m2 m² 平方㍍ | へいほうめーとる | - | | measure | square metre
平方キロメートル k㎡ km2 km² ㎢ 平方粁 平粁 | へいほうきろめーとる | - | | measure | square kilometre
平方キロ 平方㌔ | へいほうきろ | - | | measure | square kilometre
平方マイル | へいほうまいる | - | | measure | square mile
平方センチメートル cm2 cm² | へいほうせんちめーとる | - | | measure | square centimetre
立方メートル m3 m³ ㎥ | りっぽうめーとる | - | | measure | cubic metre
立方センチメートル cm3 cm³ | りっぽうせんちめーとる | - | | measure | cubic centimetre
ヘクタール ha ㌶ | へくたーる | - | | measure | hectare
平方フィート | へいほうふぃーと | - | | measure | square foot/square feet
平方インチ | へいほういんち | - | | measure | square inch/square inches
平方ミリメートル mm2 mm² | へいほうみりめーとる | - | | measure | square millimetre
立方キロメートル km3 km³ | りっぽうきろめーとる | - | | measure | cubic kilometre
アール | あーる | - | | measure | are
エーカー | えーかー | - | | measure | acre
リットル L l ℓ ㍑ | りっとる | - | | measure | litre
ミリリットル ml mL | みりりっとる | - | | measure | millilitre
デシリットル dl dL | でしりっとる | - | | measure | decilitre
キロリットル kl kL | きろりっとる | K | | measure | kilolitre
cc ㏄ | しーしー | - | | measure | cc
立方フィート | りっぽうふぃーと | - | | measure | cubic foot/cubic feet
バレル | ばれる | - | | measure | barrel
ガロン | がろん | - | | measure | gallon
グラム g ㌘ | ぐらむ | - | | measure | gram
キログラム kg ㎏ 瓩 | きろぐらむ | K | | measure | kilogram
ミリグラム mg ㎎ | みりぐらむ | - | | measure | milligram
トン t ㌧ ﾄﾝ | とん | st | 8=はちとん | measure | ton
キロトン | きろとん | K | | measure | kiloton
ギガトン Gt | ぎがとん | - | | measure | gigaton
メガトン Mt | めがとん | - | | measure | megaton
オンス | おんす | - | | measure | ounce
カラット | からっと | K | | measure | carat
ワット W | わっと | - | | measure | watt
キロワット kW kw ㌔㍗ | きろわっと | K | | measure | kilowatt
メガワット MW | めがわっと | - | | measure | megawatt
ギガワット GW | ぎがわっと | - | | measure | gigawatt
テラワット TW | てらわっと | x | | measure | terawatt
ワット時 Wh | わっとじ | - | | measure | watt-hour
キロワット時 キロワットアワー kWh | きろわっとじ | K | | measure | kilowatt-hour
メガワット時 MWh | めがわっとじ | - | | measure | megawatt-hour
ギガワット時 GWh | ぎがわっとじ | - | | measure | gigawatt-hour
ボルト V | ぼると | - | | measure | volt
アンペア A | あんぺあ | - | | measure | ampere
ヘルツ Hz | へるつ | - | | measure | hertz/hertz
キロヘルツ kHz | きろへるつ | K | | measure | kilohertz/kilohertz
メガヘルツ MHz | めがへるつ | - | | measure | megahertz/megahertz
ギガヘルツ GHz | ぎがへるつ | - | | measure | gigahertz/gigahertz
デシベル dB | でしべる | - | | measure | decibel
ルーメン | るーめん | - | | measure | lumen/lumens
ヘクトパスカル hPa | へくとぱすかる | - | | measure | hectopascal
カロリー | かろりー | K | | measure | calorie
パスカル | ぱすかる | - | | measure | pascal
キロパスカル kPa | きろぱすかる | K | | measure | kilopascal
メガパスカル MPa | めがぱすかる | - | | measure | megapascal
ニュートン | にゅーとん | - | | measure | newton
ルクス lx | るくす | - | | measure | lux/lux
カンデラ | かんでら | - | | measure | candela
オーム Ω | おーむ | - | | measure | ohm
テスラ | てすら | x | | measure | tesla
ガウス | がうす | - | | measure | gauss/gauss
ファラド | ふぁらど | - | | measure | farad
モル mol | もる | - | | measure | mole
ケルビン | けるびん | - | | measure | kelvin
電子ボルト eV | でんしぼると | - | | measure | electronvolt
キロジュール kJ | きろじゅーる | K | | measure | kilojoule
メガジュール MJ | めがじゅーる | - | | measure | megajoule
パーセク | ぱーせく | - | | measure | parsec
グレイ Gy | ぐれい | - | | measure | gray
キュリー | きゅりー | K | | measure | curie
キロカロリー kcal | きろかろりー | K | | measure | kilocalorie
ジュール | じゅーる | - | | measure | joule
シーベルト Sv | しーべると | x | | measure | sievert
ミリシーベルト mSv | みりしーべると | - | | measure | millisievert
マイクロシーベルト μSv µSv | まいくろしーべると | - | | measure | microsievert
ベクレル Bq | べくれる | - | | measure | becquerel
バイト | ばいと | - | | measure | byte
キロバイト KB kB | きろばいと | K | | measure | kilobyte
メガバイト MB | めがばいと | - | | measure | megabyte
ギガバイト GB | ぎがばいと | - | | measure | gigabyte
テラバイト TB | てらばいと | x | | measure | terabyte
ペタバイト PB | ぺたばいと | x | | measure | petabyte
キロビット kbit | きろびっと | K | | measure | kilobit
メガビット Mbit | めがびっと | - | | measure | megabit
ギガビット Gbit | ぎがびっと | - | | measure | gigabit
ピクセル px | ぴくせる | x | | measure | pixel
メガピクセル | めがぴくせる | - | | measure | megapixel
画素 | がそ | - | | measure | pixel
フレーム | ふれーむ | - | | count | frame
マッハ | まっは | - | | measure | Mach
馬力 | ばりき | - | | measure | horsepower/horsepower
度C ℃ °C | ど | - | -0=れい | degree | °C
℉ °F | ど | - | -0=れい | degree | °F
° | ど | - | -0=れい | degree | °
気圧 | きあつ | k | 1=いちきあつ | measure | atmosphere
TEU | てぃーいーゆー | - | | measure | TEU/TEU
回線分 | かいせんぶん | k | | count | line
"""
