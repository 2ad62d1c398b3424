"""Reviewing kept cards: a screen, and a file for each thing on it."""

from yomu.tui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
