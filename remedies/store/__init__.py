"""The store: the only place that speaks SQL."""

from remedies.store.connection import answers, engine

__all__ = ["answers", "engine"]
