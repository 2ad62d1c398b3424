"""The reader: one screen, a file for each thing that a reader does."""

from yomu.tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
