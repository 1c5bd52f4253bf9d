"""Conformed: the contract as it stands today, where every word came from, and what it makes due."""
