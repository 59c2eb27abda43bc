"""The papers: each prints a worksheet; none computes."""
