# SPDX-License-Identifier: Apache-2.0
"""Qualification types: level range, size, and the at-level rule both as text and as numbers."""
import re

from .record import put
from .yaml_text import Number

# The credit system a size unit is counted in; MFHEA's ECTS of 25 h is the Maltese one.
SYSTEMS = {"CATS": "CATS", "SCQF credit": "SCQF-CP", "ECTS": "ECTS", "ECTS (25 h)": "ECTS-MT", "NZ credit": "NZ-CR",
           "SA credit": "ZA-CR", "MY credit": "MY-CR", "NQF credit": "BH-NQFC", "NCrF credit": "IN-NCRF",
           "SLQF credit": "LK-CR", "US-SH": "US-SH", "CA-U": "CA-U"}
ONE = re.compile(r"(?:of which )?min (\d+) at (?:exit )?(?:levels? )?([A-Z]?\d+)(?:-(\d+))?(?![\d.])")
SHARE = re.compile(r"min (\d+) percent of total credits at (\d+) or above")


def at_level(rule, low, high):
    share = SHARE.search(rule)
    if share:
        return [{"amount": Number(share.group(1)), "percent": True, "level": share.group(2), "or_above": True}]
    out = [{"amount": Number(m.group(1)), "level": m.group(2), **({"to": m.group(3)} if m.group(3) else {})}
           for m in ONE.finditer(rule)]
    cycle = re.search(r"min (\d+) at second-cycle level", rule)
    if cycle:
        return [{"amount": Number(cycle.group(1)), "level": low}]
    plain = re.search(r"^(\d+) at (\d+)$", rule) or re.search(r"^min (\d+) at level$", rule)
    if plain and not out:
        level = plain.group(2) if plain.re.groups == 2 else low
        if level == low and (plain.re.groups == 2 or low == high):
            out = [{"amount": Number(plain.group(1)), "level": level}]
    return out


def qualification_type(row):
    out = {"id": f"{row['framework']}:{row['type']}", "title": row["type"]}
    out["level"] = {"low": row["level_min"], "high": row["level_max"]}
    size = {}
    put(size, "low", row["size_min"], number=True)
    put(size, "high", row["size_max"], number=True)
    if size:
        put(size, "unit", row["size_unit"])
        put(size, "system", SYSTEMS.get(row["size_unit"]))
        out["size"] = size
    put(out, "at_level_rule", row["at_level_rule"])
    rules = at_level(row["at_level_rule"], row["level_min"], row["level_max"])
    if rules:
        out["at_level"] = rules
    out["source"] = row["source"]
    out["confidence"] = row["confidence"]
    if row["confidence"] == "knowledge-high":
        out["unverified"] = True
    put(out, "note", row["notes"])
    return out
