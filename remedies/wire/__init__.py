"""The wire: JSON to facts and figures to JSON, for the command line and for HTTP alike.

marshmallow schemas read claims (:mod:`remedies.wire.claim_schema`); the result is written line by line
(:mod:`remedies.wire.result`), because an object per worksheet line would cost more than computing it.
"""

from remedies.wire.claim_schema import read_claim
from remedies.wire.reading import MAX_BYTES, read_json
from remedies.wire.result import result_json

__all__ = ["MAX_BYTES", "read_claim", "read_json", "result_json"]
