"""`python -m relaxtimer`."""

import sys

from relaxtimer.cli import main

if __name__ == "__main__":
    sys.exit(main())
