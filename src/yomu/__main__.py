"""`yomu` and `python -m yomu`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; every error a person can cause becomes one message and an exit code."""
    from yomu.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
