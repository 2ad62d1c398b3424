"""Annotated texts in forms that leave yomu."""
