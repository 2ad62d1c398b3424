"""Money, and shares of a whole. The columns are told in `tables/__init__.py`."""

from __future__ import annotations

from typing import Final

MONEY: Final = """
円 | えん | - | -4=よ | money | ¥
銭 | せん | st | | money | sen/sen
ドル ㌦ ﾄﾞﾙ 米ドル | どる | - | | money | $
カナダドル | かなだどる | - | | money | C$
豪ドル | ごうどる | - | | money | A$
香港ドル | ほんこんどる | - | | money | HK$
台湾ドル | たいわんどる | - | | money | NT$
シンガポールドル | しんがぽーるどる | - | | money | S$
セント ㌣ | せんと | st | | money | cent
ユーロ | ゆーろ | - | | money | €
ポンド 英ポンド ㍀ | ぽんど | x | | money | £
元 人民元 | げん | - | | money | yuan/yuan
台湾元 | たいわんげん | - | | money | NT$
ウォン | うぉん | - | | money | won/won
ルーブル | るーぶる | - | | money | rouble
フリブナ フリヴニャ グリブナ | ふりぶな | - | | money | hryvnia/hryvnias
ルピー | るぴー | - | | money | rupee
ルピア | るぴあ | - | | money | rupiah/rupiah
バーツ | ばーつ | - | | money | baht/baht
ドン | どん | - | | money | dong/dong
リラ | りら | - | | money | lira
リヤル リアル | りやる | - | | money | riyal
ディナール | でぃなーる | - | | money | dinar
ディルハム | でぃるはむ | - | | money | dirham
シェケル | しぇける | - | | money | shekel
フラン | ふらん | - | | money | franc
マルク | まるく | - | | money | mark
ペソ | ぺそ | x | | money | peso
レアル | れある | - | | money | real
クローナ | くろーな | K | | money | krona/kronor
クローネ | くろーね | K | | money | krone/kroner
ズロチ | ずろち | - | | money | zloty
フォリント | ふぉりんと | - | | money | forint/forints
ランド | らんど | - | | money | rand/rand
ペニヒ | ぺにひ | x | | money | pfennig
シリング | しりんぐ | x | | money | shilling
ペンス ペニー | ぺんす | x | | money | penny/pence
ギニー | ぎにー | - | | money | guinea
リンギット リンギ | りんぎっと | - | | money | ringgit/ringgit
グルデン | ぐるでん | - | | money | guilder
フローリン | ふろーりん | - | | money | florin
ターラー | たーらー | x | | money | thaler
コペイカ | こぺいか | K | | money | kopeck
チャット | ちゃっと | x | | money | kyat/kyat
トルコリラ | とるこりら | x | | money | Turkish lira
スイスフラン | すいすふらん | x | | money | Swiss franc
カタールリヤル | かたーるりやる | x | | money | Qatari riyal
ニュージーランドドル NZドル | にゅーじーらんどどる | - | | money | New Zealand dollar
円札 | えんさつ | - | -4=よ | money | yen note

% ％ パーセント ㌫ ﾊﾟｰｾﾝﾄ | ぱーせんと | x | | percent | %
‰ パーミル | ぱーみる | x | | percent | per mille
ポイント ﾎﾟｲﾝﾄ pt | ぽいんと | x | | measure | point
パーセントポイント %ポイント ％ポイント | ぱーせんとぽいんと | x | | measure | percentage point
ベーシスポイント bp | べーしすぽいんと | - | | measure | basis point
割 | わり | - | | tenths | %
割引 | わりびき | - | | tenths | % off
掛け | がけ | - | -7=しち | tenths | % of the price
分咲き | ぶざき | - | -4=し -7=しち -9=く | tenths | % in bloom
分袖 | ぶそで | - | -7=しち -9=く | label | #/10 sleeves
分丈 | ぶたけ | - | -7=しち -9=く | label | #/10 length
分刈り | ぶがり | - | -7=しち -9=く | label | crew cut #
分づき 分搗き | ぶづき | - | -7=しち -9=く | tenths | % polished
分粥 分がゆ | ぶがゆ | - | -7=しち -9=く | tenths | % rice gruel
分立て 分立 | ぶだて | - | -7=しち -9=く | tenths | % whipped
割り引き | わりびき | - | | tenths | % off
分の | ぶんの | - | | fraction | @
厘 | りん | - | | measure | thousandth
倍 | ばい | - | | times | times
倍増 | ばいぞう | - | | times | times
倍速 | ばいそく | - | | times | speed
乗 | じょう | - | | count | to the power of #
乗根 | じょうこん | - | | label | #th root
ppm | ぴーぴーえむ | x | | measure | ppm
ppb | ぴーぴーびー | x | | measure | ppb
"""
