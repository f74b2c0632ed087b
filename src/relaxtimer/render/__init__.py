"""The sound of a session as a file: the same sounds at the same samples as live, with a chapter for each step."""
