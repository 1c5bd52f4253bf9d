"""The kinds of clauses that this package runs: one file each, listed in `conformed.running.registry`."""
