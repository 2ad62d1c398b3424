"""The command line: one file a group of commands. Only this package knows click."""

from yomu.cli.main import run

__all__ = ["run"]
