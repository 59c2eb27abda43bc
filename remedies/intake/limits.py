"""How large a table may be; all of it is checked before, or while, a file is read."""

MAX_BYTES = 5_000_000
MAX_UNPACKED = 24_000_000
"""The bytes that the parts of a workbook may have when unpacked, all together."""

MAX_RATIO = 200
"""How many times its packed size a large part may have: packing a million equal bytes reaches 1,000."""

MAX_PARTS = 500
MAX_DIRECTORY = 100_000
MAX_TAGS = 400_000
"""The tags that a workbook may have; a cell that holds something has four."""

MAX_OPEN = 1_000
"""How many more tags may open than close, as counted without reading them."""

MAX_TOKEN = 256_000
"""The bytes that one tag of XML may have."""

MAX_SHEETS = 20
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELLS = 80_000
MAX_TEXT = 2_000
"""The characters that a cell may have."""

MAX_TEXTS = 4_000_000
"""The characters that the shared texts of a workbook may have, all together."""

MAX_STYLES = 10_000
