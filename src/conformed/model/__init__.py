"""Frozen types that every stage shares. This package imports nothing else of ours."""
