"""Undo inflection: 盛り込まれている → 盛り込む (passive, continuous)."""

from yomu.dictionary.inflection.deinflect import deinflect

__all__ = ["deinflect"]
