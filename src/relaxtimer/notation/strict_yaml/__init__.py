"""Bytes -> nodes: the strict part of YAML that files are written in."""
