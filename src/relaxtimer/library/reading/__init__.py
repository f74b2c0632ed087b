"""Nodes -> routines and exercises: every mistake of a file told."""
