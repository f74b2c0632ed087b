"""Routines on disk: the file format, reading it with line and column, finding files. The only place that knows YAML."""
