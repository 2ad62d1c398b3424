"""How the cards of the note type *yomu* look in Anki: three templates and one style sheet.

A template whose front comes out empty makes no card: words without kanji get no reading card,
words without an English meaning no production card. The names and the order of the templates
are permanent, because Anki ties a card's reviews to its place in that order.
"""

from __future__ import annotations

from yomu.model import Face

# MathJax is told to leave the cards alone: a text may hold \( and mean it.
_FACE = '<div class="yomu {name} tex2jax_ignore mathjax_ignore" lang="ja">\n{inside}\n</div>'

_SENTENCE = '{{#Sentence}}<div class="sentence">{{Sentence}}</div>{{/Sentence}}'

_RECOGNITION = _FACE.format(
    name="recognition",
    inside='<div class="expression">{{Expression}}</div>\n' + _SENTENCE,
)

_READING = (
    "{{#Reading}}"
    + _FACE.format(
        name="reading",
        inside=(
            '<div class="task">読み</div>\n<div class="expression">{{Expression}}</div>\n'
            + _SENTENCE
        ),
    )
    + "{{/Reading}}"
)

_PRODUCTION = (
    "{{#MeaningEN}}"
    + _FACE.format(
        name="production",
        inside=(
            '<div class="task">日本語</div>\n'
            '<div class="meaning" lang="en">{{MeaningEN}}'
            '{{#Acronym}} <span class="acronym">{{Acronym}}</span>{{/Acronym}}</div>\n'
            '{{#Cloze}}<div class="sentence">{{Cloze}}</div>{{/Cloze}}'
        ),
    )
    + "{{/MeaningEN}}"
)

_BACK = _FACE.format(
    name="back",
    inside="""\
<div class="expression">{{ExpressionFurigana}}</div>
{{#Reading}}<div class="reading"><span class="kana">{{Reading}}</span>{{#Pitch}} <span class="pitch">{{Pitch}}</span>{{/Pitch}}</div>{{/Reading}}
{{^Reading}}{{#Pitch}}<div class="reading"><span class="pitch">{{Pitch}}</span></div>{{/Pitch}}{{/Reading}}
<hr id="answer">
{{#MeaningEN}}<div class="meaning" lang="en">{{MeaningEN}}{{#Acronym}} <span class="acronym">{{Acronym}}</span>{{/Acronym}}</div>{{/MeaningEN}}
{{#DefinitionEN}}<div class="definition" lang="en">{{DefinitionEN}}</div>{{/DefinitionEN}}
{{#DefinitionJA}}<div class="definition">{{DefinitionJA}}</div>{{/DefinitionJA}}
{{#SentenceFurigana}}<div class="sentence">{{SentenceFurigana}}</div>{{/SentenceFurigana}}
{{#SentenceEN}}<div class="translation" lang="en">{{SentenceEN}}</div>{{/SentenceEN}}
{{#Note}}<div class="note">{{Note}}</div>{{/Note}}
{{#Source}}<div class="source">{{Source}}</div>{{/Source}}""",
)

TEMPLATES = (
    ("Recognition", _RECOGNITION, _BACK),
    ("Reading", _READING, _BACK),
    ("Production", _PRODUCTION, _BACK),
)
"""Name, front and back, in the order of the cards' numbers."""

FACES = (Face.RECOGNITION, Face.READING, Face.PRODUCTION)
"""What each template asks. Clozes are asked in yomu alone."""

CSS = """\
.card {
  --ink: #26241f; --paper: #fbf8f1; --quiet: #6b665a; --line: #2f6480; --rule: #d8d2c4;
  margin: 0; color: var(--ink); background: var(--paper);
  font-family: "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo", sans-serif;
}
.card.nightMode, .nightMode .card, .card.night_mode, .night_mode .card {
  --ink: #dcd7ca; --paper: #16181b; --quiet: #98928a; --line: #7fb2c9; --rule: #3a3d42;
}
.yomu { max-width: 34em; margin: 0 auto; padding: 1.2em 1em; font-size: 20px; line-height: 1.6;
  text-align: left; line-break: strict; overflow-wrap: anywhere; }
.yomu ruby { ruby-position: over; }
.yomu rt { font-size: .5em; line-height: 1.2; color: var(--line); user-select: none; }
.expression { font-size: 2em; line-height: 1.9; text-align: center; }
.reading, .task { text-align: center; color: var(--quiet); }
.task { font-size: .8em; letter-spacing: .2em; }
.pitch { font-size: .8em; }
.pitch:has(.accent) { font-size: 1em; }
.reading:has(.accent) .kana { display: none; }
.accent .high { border-top: 2px solid var(--line); }
.accent .fall { border-right: 2px solid var(--line); }
.meaning { font-size: 1.15em; font-weight: 600; text-align: center; }
.acronym { font-weight: 400; color: var(--quiet); }
.definition { margin-top: .7em; font-size: .9em; }
.sentence { margin-top: 1em; line-height: 2.1; }
.sentence b { font-weight: 600; color: inherit; border-bottom: 2px solid var(--line); }
.translation, .note, .source { margin-top: .7em; font-size: .85em; color: var(--quiet); }
.source a { color: inherit; }
hr#answer { border: 0; border-top: 1px solid var(--rule); margin: .8em 0; }
.mobile .yomu { padding: .8em .7em; font-size: 18px; }
.mobile .expression { font-size: 1.7em; }
@media (max-width: 480px) { .expression { font-size: 1.7em; } }
"""
