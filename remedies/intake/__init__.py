"""Getting facts in: files that people have, read safely, shown, confirmed, made parts of a claim."""
