"""Makes the helpers next to the tests importable: `jlreq`, `notation`, `checks`."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# A busy machine must not fail a property.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
