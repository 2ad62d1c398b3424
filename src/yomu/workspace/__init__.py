"""What both front ends call: open a text, annotate it, look words up, remember what was read."""

from yomu.workspace.library import LibraryItem
from yomu.workspace.lookup import LookupResult, Occurrence
from yomu.workspace.opened import OpenText
from yomu.workspace.recorder import Recorder
from yomu.workspace.workspace import Workspace

__all__ = ["LibraryItem", "LookupResult", "Occurrence", "OpenText", "Recorder", "Workspace"]
