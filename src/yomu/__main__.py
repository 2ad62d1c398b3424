"""`yomu` and `python -m yomu`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; every error a person can cause becomes one message and an exit code."""
    arguments = sys.argv[1:]
    from yomu.cli.quick import is_plain_read, read_now

    if is_plain_read(arguments):
        sys.exit(read_now(arguments[1]))
    from yomu.cli.main import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
