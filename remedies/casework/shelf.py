"""Documents that were printed, by digest, as many as there is room for."""

from collections import OrderedDict
from threading import Lock


class Shelf:
    """Documents by digest, the longest unused given up first."""

    def __init__(self, most: int) -> None:
        """Begin empty, with room for so many bytes."""
        self._most = most
        self._bytes = 0
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str) -> bytes | None:
        """Return the document of a digest; None where it is not there."""
        with self._lock:
            if digest not in self._held:
                return None
            self._held.move_to_end(digest)
            return self._held[digest]

    def put(self, digest: str, content: bytes) -> None:
        """Keep a document until others need the room."""
        with self._lock:
            self._bytes += len(content) - len(self._held.pop(digest, b""))
            self._held[digest] = content
            while self._bytes > self._most:
                self._bytes -= len(self._held.popitem(last=False)[1])
