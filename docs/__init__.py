"""What keeps the documentation true: `console` runs its commands, `reference` writes reference.md from the code."""
