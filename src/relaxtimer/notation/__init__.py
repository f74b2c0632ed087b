"""The strict notation of every file that people write: YAML with the place of each value, shapes, mistakes."""
