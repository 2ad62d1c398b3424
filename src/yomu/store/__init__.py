"""What the learner did, in SQLite. Each `Store` belongs to the thread that opened it.

`database` is imported where it is needed: a first paint only peeks.
"""
