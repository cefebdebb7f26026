# SPDX-License-Identifier: Apache-2.0
"""Micro-credential elements and policies; ISCED-F fields."""
from .record import provenance, put, split


def element(row):
    out = {"id": row["id"], "title": row["element"], "requirement": row["requirement"]}
    for key, column in (("elm", "elm_jsonld_path"), ("ctdl", "ctdl_property"), ("open_badges", "ob3_property"),
                        ("loss", "loss_note")):
        put(out, key, row[column])
    out.update(provenance(row))
    return out


def policy(row):
    out = {"id": row["id"], "title": row["policy"], "jurisdiction": row["jurisdiction"]}
    put(out, "country", row["iso"])
    put(out, "year", row["year"], number=True)
    credit, hours = {}, {}
    put(credit, "low", row["credit_min"])
    put(credit, "high", row["credit_max"])
    put(credit, "unit", row["credit_unit"])
    put(hours, "low", row["hours_min"])
    put(hours, "high", row["hours_max"])
    out.update({k: v for k, v in (("credit", credit), ("hours", hours)) if v})
    put(out, "levels", row["levels"])
    put(out, "stack_rule", row["stack_rule"])
    put(out, "cap_percent", row["cap_percent"], number=True)
    put(out, "conditions", row["other_conditions"])
    out.update(provenance(row))
    return out


def field(row):
    out = {"id": row["code"], "title": row["label"], "depth": row["depth"]}
    put(out, "parent", row["parent"])
    put(out, "uri", row["uri"])
    out["source"] = row["source"]
    out["confidence"] = row["confidence"]
    return out


def files(tables):
    policies, low = split([policy(r) for r in tables["microcredential_policies"]])
    yield ("microcredentials/elements.yaml",
           "The elements of a micro-credential, Council Recommendation 2022/C 243/02 Annex I, and where three formats\n"
           "keep them. In parentheses: the format has no place for it.",
           {"crosswalk": "microcredential-elements/1",
            "elements": [element(r) for r in tables["microcredential"]]})
    yield ("microcredentials/policies.yaml", "Rules for micro-credentials and stacking, by jurisdiction.",
           {"crosswalk": "microcredential-policies/1", "policies": policies})
    yield ("unverified/microcredentials/policies.yaml", "Policies known only from shaky memory.",
           {"crosswalk": "microcredential-policies/1", "policies": low})
    yield ("isced_f.yaml", "ISCED Fields of Education and Training 2013.",
           {"crosswalk": "isced-f/1", "fields": [field(r) for r in tables["isced_f"]]})
