"""The record: what was done, how it felt, and what was answered. A file of SQLite on this machine, and nowhere else."""
