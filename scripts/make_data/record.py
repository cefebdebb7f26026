# SPDX-License-Identifier: Apache-2.0
"""What every record carries: source, usage, confidence. Nothing is invented: what the tables leave empty stays absent."""
from .yaml_text import Number

LOW = "knowledge-low"


def put(into, key, text, number=False):
    text = (text or "").strip()
    if text:
        into[key] = Number(text) if number else text


def provenance(row, source_key="source"):
    """source, confidence, and the mark every answer that rests on general knowledge must show."""
    out = {"source": row[source_key].strip() or "no source recorded", "confidence": row["confidence"]}
    if row["confidence"] == "knowledge-high":
        out["unverified"] = True
    return out


def finish(record, row):
    record.update(provenance(row))
    put(record, "note", row.get("notes"))
    return record


def split(records):
    """(shipped, unverified) by confidence."""
    low = [r for r in records if r["confidence"] == LOW]
    return [r for r in records if r["confidence"] != LOW], low
