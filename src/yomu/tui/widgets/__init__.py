"""Widgets: they draw and say what was touched; screens and the workspace decide."""
