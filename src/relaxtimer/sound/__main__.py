"""`python -m relaxtimer.sound`: the player process. It is started by a session, and ends with it."""

from __future__ import annotations

import sys

from relaxtimer.sound.process.host import main

sys.exit(main())
