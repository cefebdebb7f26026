# SPDX-License-Identifier: Apache-2.0
"""One file a framework: what it is, its levels, its qualification types, how documents reference it to others."""
import re
from collections import Counter

from .names import native
from .qualification_types import qualification_type
from .record import LOW, put

# Editions of one framework; `until` where the status column names the year.
SERIES = {
    "FR-1969": ("FR", 2019), "FR-CNCP": ("FR", None),
    "UA-NQF2011": ("UA", 2020), "UA-NQF": ("UA", None),
    "LK-SLQF2012": ("LK-SLQF", 2015), "LK-SLQF": ("LK-SLQF", None),
    "ZA-NQF1995": ("ZA", 2009), "ZA-NQF": ("ZA", None),
    "IN-NSQF2013": ("IN-NSQF", 2023), "IN-NSQF": ("IN-NSQF", None),
    "GB-NQF2004": ("GB-RQF", None), "GB-QCF": ("GB-RQF", 2015), "GB-RQF": ("GB-RQF", None),
    "ISCED1997": ("ISCED", None), "ISCED2011": ("ISCED", None),
}


def trust(out, row):
    out["source"] = row["source"].strip() or "no source recorded"
    out["confidence"] = row["confidence"]
    if row["confidence"] == "knowledge-high":
        out["unverified"] = True
    put(out, "note", row["notes"])
    return out


def head(row):
    out = {"crosswalk": "framework/1", "id": row["id"], "title": row["name_en"]}
    put(out, "native_title", native(row["name_native"]))
    put(out, "acronym", row["acronym"])
    put(out, "region", native(row["region"]))
    put(out, "country", row["iso"])
    out["type"] = row["type"]
    series, until = SERIES.get(row["id"], (None, None))
    if series:
        out["series"] = series
    usage = {}
    put(usage, "jurisdiction", native(row["region"]))
    if row["year"]:
        usage["from"] = int(row["year"])
    if until:
        usage["until"] = until
    out["usage"] = usage
    put(out, "legal_basis", row["legal_basis"])
    put(out, "authority", row["authority"])
    put(out, "status", row["status"])
    put(out, "uri", row["qdr_uri"])
    return trust(out, row)


def details(out, row):
    put(out, "qualifications", row["typical_qualifications"])
    put(out, "cycle", row["qf_ehea_cycle"])
    put(out, "isced", row["isced2011_typical"])
    return out


def level(row, shaky_file):
    out = {"id": f"{row['framework']}/{row['level']}", "label": row["level"]}
    if row["ordinal"]:
        out["rank"] = int(row["ordinal"])
    put(out, "parent", row["parent_level"])
    put(out, "parallel_group", row["parallel_group"])
    proven_only = row["confidence"] == LOW and not shaky_file  # the EU vocabulary proves the label, not the rest
    if not proven_only:
        details(out, row)
    put(out, "uri", row["qdr_uri"])
    if proven_only:
        out["source"] = "EU QDR/NQF controlled vocabulary as shipped in ELM v3 (label only)"
        out["confidence"] = "checked"
        return out
    return trust(out, row)


def level_details(rows):
    out = []
    for row in rows:
        if row["confidence"] == LOW and row["qdr_uri"]:
            item = details({"id": f"{row['framework']}/{row['level']}"}, row)
            if len(item) > 1:
                out.append(trust(item, row))
    return out


def referencing_id(row):
    target = row["to_framework"] + ("/" + row["to_level"] if row["to_level"] else "")
    source = row["from_framework"] + ("/" + row["from_level"] if row["from_level"] else "")
    return f"{source}>{target}" + (f"@{row['document']}" if row["document"] else "")


def until(status):
    """The last year in force, where the status names it: historic since 2021 was last in force in 2020."""
    ended = re.search(r"historic since (\d{4})", status)
    if ended:
        return int(ended.group(1)) - 1
    ended = re.search(r"superseded (\d{4})", status)
    return int(ended.group(1)) if ended else None


def referencing_row(row, group_confidence):
    out = {"id": referencing_id(row)}
    put(out, "from", row["from_level"])
    put(out, "to", row["to_level"])
    out["relation"] = row["relation"]
    put(out, "cardinality", row["cardinality"])
    if row["confidence"] != group_confidence:
        out["confidence"] = row["confidence"]
        out["unverified"] = row["confidence"] == "knowledge-high"
        if not out["unverified"]:
            del out["unverified"]
            if group_confidence == "knowledge-high":
                out["unverified"] = False
    put(out, "note", row["notes"])
    return out


def referencing(rows):
    groups = {}
    for row in rows:
        key = tuple(row[k] for k in ("to_framework", "document", "year", "status", "standing", "source"))
        groups.setdefault(key, []).append(row)
    out = []
    for (to, document, year, status, standing, source), members in groups.items():
        group = {"to": to}
        put(group, "document", document)
        if year:
            group["year"] = int(year)
        put(group, "status", status)
        group["standing"] = standing
        usage = {"from": int(year)} if year else {}
        if until(status):
            usage["until"] = until(status)
        group["usage"] = usage
        group["source"] = source or "no source recorded"
        confidence = Counter(r["confidence"] for r in members).most_common(1)[0][0]
        group["confidence"] = confidence
        if confidence == "knowledge-high":
            group["unverified"] = True
        group["rows"] = [referencing_row(r, confidence) for r in members]
        out.append(group)
    return out


def files(tables):
    for row in tables["frameworks"]:
        mine = lambda table, key: [r for r in tables[table] if r[key] == row["id"]]  # noqa: E731
        levels, types = mine("levels", "framework"), mine("qualification_types", "framework")
        rows = mine("referencing", "from_framework")
        shaky = row["confidence"] == LOW
        value = head(row)
        value["levels"] = [level(r, shaky) for r in levels]
        value["qualification_types"] = [qualification_type(r) for r in types if shaky or r["confidence"] != LOW]
        value["referencing"] = referencing([r for r in rows if shaky or r["confidence"] != LOW])
        folder = "unverified/frameworks" if shaky else "frameworks"
        yield (f"{folder}/{row['id']}.yaml", row["name_en"], value)
        if shaky:
            continue
        low = {"crosswalk": "framework/1", "extends": row["id"], "level_details": level_details(levels),
               "qualification_types": [qualification_type(r) for r in types if r["confidence"] == LOW],
               "referencing": referencing([r for r in rows if r["confidence"] == LOW])}
        if any(low[k] for k in ("level_details", "qualification_types", "referencing")):
            yield (f"unverified/frameworks/{row['id']}.yaml",
                   f"{row['name_en']}: what is known only from shaky memory.\nUsed only with --include-unverified.", low)
