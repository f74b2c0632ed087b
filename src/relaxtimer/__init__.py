"""relaxtimer: a guided stretch, self-massage and breathing timer for the terminal."""

__version__ = "0.1.0"
