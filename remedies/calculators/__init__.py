"""Calculators: pure functions from facts and law to figures, one module a remedy."""
