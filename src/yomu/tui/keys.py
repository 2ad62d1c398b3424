"""The one table of commands: bindings, footer, help, palette and README derive from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do. `action` names the screen's `action_…`; `keys` are Textual's key names.

    `footer` is the label in the footer, empty where it is left out; `help` one plain line.
    """

    action: str
    keys: tuple[str, ...]
    help: str
    group: str
    footer: str = ""

    def shown_keys(self) -> str:
        return " ".join(_SHOWN.get(key, key) for key in self.keys)

    def binding(self) -> Binding:
        return Binding(
            ",".join(self.keys),
            self.action,
            self.footer or self.help,
            show=bool(self.footer),
            key_display=_SHOWN.get(self.keys[0], self.keys[0]),
            tooltip=self.help,
            id="yomu." + _slug(self.action),
        )


def _slug(action: str) -> str:
    """A binding's permanent name: `word(-1)` is word-previous, `grade('known')` grade-known."""
    named = action.replace("(1)", "-next").replace("(-1)", "-previous")
    return named.replace("('", "-").replace("')", "")


_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "slash": "/",
    "question_mark": "?",
    "apostrophe": "'",
    "exclamation_mark": "!",
    "full_stop": ".",
    "comma": ",",
    "ctrl+p": "Ctrl+P",
    "ctrl+q": "Ctrl+Q",
    "ctrl+d": "Ctrl+D",
    "ctrl+u": "Ctrl+U",
}

MOVE, LOOK_UP, KNOW, SHOW = "Move", "Look up", "What you know", "Show"
KEEP, ANSWER, LEAVE = "Keep", "Answer", "Help and leave"

READER = (
    Command("paragraph(1)", ("j", "down"), "Next paragraph", MOVE),
    Command("paragraph(-1)", ("k", "up"), "Previous paragraph", MOVE),
    Command("word(1)", ("l", "right"), "Next word", MOVE),
    Command("word(-1)", ("h", "left"), "Previous word", MOVE),
    Command("term(1)", ("tab",), "Next glossary term, also one inside another", MOVE, "Term"),
    Command("term(-1)", ("shift+tab",), "Previous glossary term", MOVE),
    Command("new_word(1)", ("full_stop",), "Next new word: one you said nothing of", MOVE),
    Command("new_word(-1)", ("comma",), "Previous new word", MOVE),
    Command("page(1)", ("space", "pagedown"), "Next page", MOVE, "Page"),
    Command("page(-1)", ("b", "pageup"), "Previous page", MOVE),
    Command("line(1)", ("ctrl+d",), "Scroll one line down", MOVE),
    Command("line(-1)", ("ctrl+u",), "Scroll one line up", MOVE),
    Command("start", ("g", "home"), "Start of the text", MOVE),
    Command("end", ("G", "end"), "End of the text", MOVE),
    Command("search", ("slash",), "Search the text", MOVE),
    Command("search_next(1)", ("n",), "Next hit", MOVE),
    Command("search_next(-1)", ("N",), "Previous hit", MOVE),
    Command(
        "look_up", ("enter",), "Look up the word; once more: into the pane", LOOK_UP, "Look up"
    ),
    Command("back", ("escape",), "One level back", LOOK_UP),
    Command("previous_lookup", ("backspace",), "Previous look-up", LOOK_UP),
    Command("history", ("H",), "History: what was looked up before; type to search it", LOOK_UP),
    Command("narrow", ("less_than_sign",), "Narrow the span looked up", LOOK_UP),
    Command("widen", ("greater_than_sign",), "Widen the span looked up", LOOK_UP),
    Command("reading", ("r",), "Why this reading, and correct it", LOOK_UP),
    Command("grade('learning_1')", ("1",), "Learning this word or term, first step", KNOW),
    Command("grade('learning_2')", ("2",), "Learning, second step", KNOW),
    Command("grade('learning_3')", ("3",), "Learning, third step", KNOW),
    Command("grade('learning_4')", ("4",), "Learning, fourth step", KNOW),
    Command("grade('known')", ("5",), "Known", KNOW),
    Command("grade('well_known')", ("w",), "Well known", KNOW),
    Command("grade('ignored')", ("i",), "Ignore: not counted, not marked", KNOW),
    Command("grade('new')", ("0",), "New again", KNOW),
    Command("rest_known", ("K",), "The rest is known: every word that is still new", KNOW),
    Command("mark_words", ("M",), "Mark words by how well you know them, or not", KNOW),
    Command(
        "furigana",
        ("f",),
        "Furigana: all, unknown words, chosen ones, inline, none",
        SHOW,
        "Furigana",
    ),
    Command("reveal", ("F",), "Show the furigana here for now, or hide them again", SHOW),
    Command("pin", ("p",), "Furigana of this word or term: always, never, by the mode", SHOW),
    Command("translation", ("t",), "Show or hide the translation", SHOW, "Translation"),
    Command("unfold", ("z",), "Unfold or fold what was taken for page furniture", SHOW),
    Command("changes", ("v",), "What was cleaned; undo it or do it again", SHOW),
    Command("theme", ("T",), "Light or dark", SHOW),
    Command("mark", ("m",), "Mark this paragraph, or take the mark off", KEEP),
    Command("next_mark", ("apostrophe",), "Next mark", KEEP),
    Command("toggle_read", ("x",), "This paragraph is read, or not", KEEP),
    Command("keep", ("s",), "Keep the word or term as a card", KEEP, "Keep"),
    Command("app.kept", ("C",), "The cards you kept: change, take out, go back to", KEEP),
    Command("add_term", ("a",), "Add the word or span to your glossary", KEEP),
    Command("edit_term", ("e",), "Edit the glossary entry", KEEP),
    Command("undo", ("u",), "Take back the last status, pin, card or corrected reading", KEEP),
    Command("review", ("R",), "Review the cards you kept", KEEP),
    Command("app.statistics", ("S",), "Statistics: what you read, know and remember", SHOW),
    Command("copy", ("c",), "Copy the word; again: its sentence; again: the paragraph", KEEP),
    Command("help", ("question_mark",), "These keys", LEAVE, "Help"),
    Command("leave", ("q",), "Back", LEAVE, "Back"),
)

LIBRARY = (
    Command("open", ("enter",), "Read the text", MOVE, "Read"),
    Command("down", ("j", "down"), "Next text", MOVE),
    Command("up", ("k", "up"), "Previous text", MOVE),
    Command(
        "history", ("H",), "History: what was looked up; type to search it", LOOK_UP, "Looked up"
    ),
    Command("review", ("R",), "Review the cards you kept", KEEP, "Review"),
    Command("app.kept", ("C",), "The cards you kept: change, take out, go back to", KEEP),
    Command(
        "sort", ("s",), "Sort: last read, title, share read, known share, length", SHOW, "Sort"
    ),
    Command(
        "app.statistics", ("S",), "Statistics: what you read, know and remember", SHOW, "Statistics"
    ),
    Command("forget", ("d",), "Take an own text off the list; its file stays", KEEP, "Take off"),
    Command("theme", ("T",), "Light or dark", SHOW),
    Command("help", ("question_mark",), "These keys", LEAVE, "Help"),
    Command("leave", ("q",), "Leave yomu", LEAVE, "Leave"),
)

KEPT = (
    Command("down", ("j", "down"), "Next card", MOVE),
    Command("up", ("k", "up"), "Previous card", MOVE),
    Command("open_text", ("o",), "Open the text where the word was met", MOVE, "In its text"),
    Command("edit", ("e",), "Change what stands on the card", KEEP, "Change"),
    Command("remove", ("d",), "Take the card out", KEEP, "Take out"),
    Command("undo", ("u",), "Bring back what was taken out", KEEP, "Bring back"),
    Command("help", ("question_mark",), "These keys", LEAVE, "Help"),
    Command("leave", ("q", "escape"), "Back", LEAVE, "Back"),
)

REVIEW = (
    Command(
        "reveal", ("space", "enter"), "Show the answer; then: the marked rating", ANSWER, "Answer"
    ),
    Command("rate(1)", ("1",), "Again: it was forgotten", ANSWER),
    Command("rate(2)", ("2",), "Hard: it took long, but it was right", ANSWER),
    Command("rate(3)", ("3",), "Good", ANSWER),
    Command("rate(4)", ("4",), "Easy: it came at once", ANSWER),
    Command("undo", ("u",), "Take back the last answer, again and again", ANSWER, "Undo"),
    Command("toggle_typing", ("t",), "Type answers, or only think of them", ANSWER),
    Command("edit", ("e",), "Change the card", KEEP, "Edit"),
    Command("bury", ("b",), "Not today: ask this card tomorrow", KEEP, "Bury"),
    Command("suspend", ("exclamation_mark",), "Do not ask this card any more", KEEP, "Suspend"),
    Command("open_text", ("o",), "Open its text at the sentence; q comes back", LOOK_UP, "Text"),
    Command("scroll(2)", ("j", "down", "pagedown"), "Scroll down", MOVE),
    Command("scroll(-2)", ("k", "up", "pageup"), "Scroll up", MOVE),
    Command("furigana", ("f",), "Furigana around the word that is asked, or none", SHOW),
    Command("theme", ("T",), "Light or dark", SHOW),
    Command("help", ("question_mark",), "These keys", LEAVE, "Help"),
    Command("back", ("escape",), "Out of the field; or back", LEAVE),
    Command("leave", ("q",), "Back; every answer is kept already", LEAVE, "Back"),
)

STATISTICS = (
    Command("page(1)", ("right", "l", "tab"), "Next page", MOVE, "Page"),
    Command("page(-1)", ("left", "h", "shift+tab"), "Previous page", MOVE),
    Command("period(1)", ("p",), "7, 30, 90, 365 days, all", SHOW, "Period"),
    Command("period(-1)", ("P",), "The periods backwards", SHOW),
    Command("day(1)", ("full_stop",), "Next day of the calendar", MOVE),
    Command("day(-1)", ("comma",), "Previous day of the calendar", MOVE),
    Command("day(7)", ("greater_than_sign",), "A week on", MOVE),
    Command("day(-7)", ("less_than_sign",), "A week back", MOVE),
    Command("scroll(1)", ("j", "down"), "Scroll one line down", MOVE),
    Command("scroll(-1)", ("k", "up"), "Scroll one line up", MOVE),
    Command("turn(1)", ("space", "pagedown"), "Scroll down", MOVE),
    Command("turn(-1)", ("b", "pageup"), "Scroll up", MOVE),
    Command("show_page(0)", ("1",), "Overview", SHOW),
    Command("show_page(1)", ("2",), "Reading", SHOW),
    Command("show_page(2)", ("3",), "Reviews", SHOW),
    Command("show_page(3)", ("4",), "Knowing: words and terms", SHOW),
    Command("show_page(4)", ("5",), "Calendar", SHOW),
    Command("show_page(5)", ("6",), "Cards: due, lasting, forgotten", SHOW),
    Command("count_again", ("r",), "Count again", SHOW),
    Command("theme", ("T",), "Light or dark", SHOW),
    Command("help", ("question_mark",), "These keys", LEAVE, "Help"),
    Command("leave", ("q", "escape"), "Back", LEAVE, "Back"),
)

ANYWHERE = (
    Command("command_palette", ("ctrl+p",), "Every command by name", LEAVE),
    Command("quit", ("ctrl+q",), "Leave yomu at once; the place is kept", LEAVE),
)


def bindings(commands: tuple[Command, ...]) -> list[BindingType]:
    return [command.binding() for command in commands]


def half_width(character: str) -> str | None:
    """The key that an input method's full-width letter or sign stands for."""
    if len(character) == 1 and "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    return {"　": " ", "。": ".", "、": ",", "・": "/", "「": "[", "」": "]"}.get(character)
