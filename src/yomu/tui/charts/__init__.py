"""Statistics in plain characters. Free of Textual: the command line prints what the screen shows.

Nothing is said by colour: levels are glyphs, and beside them stand numbers.
"""
