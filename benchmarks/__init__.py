"""The speed that the README states, measured: ``python -m benchmarks``."""
