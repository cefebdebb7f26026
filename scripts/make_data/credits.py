# SPDX-License-Identifier: Apache-2.0
"""Credit systems and conversions."""
from .names import native
from .record import finish, put, split


def system(row):
    out = {"id": row["id"], "title": native(row["name"])}
    put(out, "region", native(row["region"]))
    put(out, "country", row["iso"])
    if row["region"]:
        out["usage"] = {"jurisdiction": native(row["region"])}
    put(out, "unit", native(row["unit"]))
    put(out, "per_year", row["credits_per_ft_year"], number=True)
    hours = {}
    put(hours, "low", row["hours_per_credit_min"], number=True)
    put(hours, "high", row["hours_per_credit_max"], number=True)
    put(hours, "kind", row["hours_kind"])
    if hours:
        out["hours_per_credit"] = hours
    put(out, "first_degree", row["first_degree_credits"])
    put(out, "legal_basis", row["legal_basis"])
    put(out, "status", row["status"])
    return finish(out, row)


def conversion(row):
    out = {"id": f"{row['from']}>{row['to']}", "from": row["from"], "to": row["to"]}
    put(out, "ratio", row["ratio"], number=True)
    put(out, "low", row["ratio_low"], number=True)
    put(out, "high", row["ratio_high"], number=True)
    put(out, "basis", row["basis"])
    put(out, "kind", row["type"])
    put(out, "rounding", row["rounding"])
    return finish(out, row)


def files(tables):
    systems, low_systems = split([system(r) for r in tables["credit_systems"]])
    conversions, low_conversions = split([conversion(r) for r in tables["conversion"]])
    yield ("credits/systems.yaml", "Credit systems: what one credit is, in hours and in years.",
           {"crosswalk": "credit-systems/1", "systems": systems})
    yield ("credits/conversions.yaml",
           "Conversions between credit systems: `ratio` credits of `to` for one of `from`.\n"
           "A record without ratio says that no conversion exists, which is an answer.",
           {"crosswalk": "credit-conversions/1", "conversions": conversions})
    yield ("unverified/credits/systems.yaml", "Credit systems known only from shaky memory.",
           {"crosswalk": "credit-systems/1", "systems": low_systems})
    yield ("unverified/credits/conversions.yaml", "Conversions known only from shaky memory.",
           {"crosswalk": "credit-conversions/1", "conversions": low_conversions})
