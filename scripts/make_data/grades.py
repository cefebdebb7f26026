# SPDX-License-Identifier: Apache-2.0
"""Grading scales with their bands, conversion methods with their worked examples, the Danish tables."""
from .grade_methods import METHODS, ROUNDINGS
from .names import native
from .record import finish, put, split
from .yaml_text import Number


def band(row):
    out = {"label": native(row["label"])}
    put(out, "low", row["lo"], number=True)
    put(out, "high", row["hi"], number=True)
    put(out, "points", row["points"], number=True)
    out["passing"] = row["pass"] == "1"
    put(out, "note", row["note"])
    return out


def scale(row, bands):
    out = {"id": row["id"], "title": row["name"]}
    put(out, "region", native(row["country"]))
    put(out, "country", row["iso"])
    if row["country"]:
        out["usage"] = {"jurisdiction": native(row["country"])}
    out["kind"] = row["kind"]
    put(out, "worst", row["min"])
    put(out, "best", row["max"])
    put(out, "pass", row["pass"])
    out["direction"] = row["direction"].replace("_", "-")
    put(out, "step", row["step"])
    put(out, "scope", row["scope"])
    put(out, "level", row["level"])
    ordered = sorted((b for b in bands if b["scale"] == row["id"]), key=lambda b: int(b["order"]))
    if ordered:
        out["bands"] = [band(b) for b in ordered]
    return finish(out, row)


def example(row):
    out = {"id": row["id"]}
    put(out, "inputs", row["inputs"])
    put(out, "exact", row["result_exact"])
    put(out, "reported", row["result_reported"])
    put(out, "note", row["notes"])
    return out


def danish_tables(rows):
    return {f"dk13-to-dk7-{x}": [[r["old_average"], r[f"new_table_{x}"]] for r in rows] for x in "ab"}


def danish_labels(bands):
    ordered = sorted((b for b in bands if b["scale"] == "DK-13"), key=lambda b: int(b["order"]))
    return [[b["label"], b["note"]] for b in ordered]


def method(spec, tables):
    rows = [r for r in tables["grade_conversion"] if any(r["id"].startswith(p) for p in spec["examples"])]
    first = rows[0] if rows else spec["row"]
    out = {"id": spec["id"], "title": spec.get("title", first.get("method", ""))}
    out["formula"] = spec["formula"]
    put(out, "formula_text", first.get("formula"))
    put(out, "domain", spec.get("domain", first.get("domain")))
    for key in ("from", "to"):
        put(out, key, spec.get(key))
    for key in ("factor", "offset", "cap", "low", "high"):
        if key in spec:
            out[key] = Number(spec[key])
    if spec.get("roundings"):
        out["roundings"] = [dict(ROUNDINGS[name]) for name in spec["roundings"]]
    if "shares" in spec:
        out["shares"] = [{"label": label, "share": Number(share)} for label, share in spec["shares"]]
    if spec["id"] in tables["danish"]:
        out["table"] = tables["danish"][spec["id"]]
    if "table" in spec:
        out["table"] = spec["table"]
    if rows:
        out["examples"] = [example(r) for r in rows]
    out = finish(out, {**first, "notes": spec.get("note", "")})
    return out


def files(tables):
    tables = dict(tables)
    tables["danish"] = danish_tables(tables["grade_table_dk13"])
    tables["danish"]["dk13-to-dk7-labels"] = danish_labels(tables["grade_bands"])
    scales, low_scales = split([scale(r, tables["grade_bands"]) for r in tables["grades"]])
    methods, low_methods = split([method(m, tables) for m in METHODS])
    yield ("grades/scales.yaml",
           "Grading scales, bands best first. worst, best and pass are as printed; directions differ:\n"
           "1 is best in Germany and worst in Switzerland.",
           {"crosswalk": "grading-scales/1", "scales": scales})
    yield ("grades/methods.yaml",
           "Ways of converting grades, with the worked examples of their sources. Every example that states a\n"
           "result is a test. Two official Danish tables contradict each other: both are here, by name.",
           {"crosswalk": "grade-methods/1", "methods": methods})
    yield ("unverified/grades/scales.yaml", "Grading scales known only from shaky memory.",
           {"crosswalk": "grading-scales/1", "scales": low_scales})
    yield ("unverified/grades/methods.yaml", "Methods known only from shaky memory.",
           {"crosswalk": "grade-methods/1", "methods": low_methods})
