#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A stacking problem as the plain 0/1 program of docs/formats/problem-json.md, in LP format: the model another solver is
given. It shares nothing with the engine. usage: plain_model.py PROBLEM.json > FILE.lp"""
import json
import math
import sys
from fractions import Fraction


def rows_of(problem):
    target, held = problem["target"], set(problem.get("held", []))
    units = {o["id"]: o for o in problem["offerings"]}
    home = {i for i, o in units.items() if o["provider"] == "home"}
    weight = {p: Fraction(str(v["weight"])) for p, v in problem["providers"].items()}
    cost, rows, teach = {}, [], {}

    def row(terms, least):
        rows.append((terms, least))

    inside = {}
    for b in problem["bundles"]:
        cost["b_" + b["id"]] = b["cost"]
        for part in b["contains"]:
            inside.setdefault(part, []).append("b_" + b["id"])
            row({"w_" + part: 1, "a_" + b["id"]: -1}, 0)
    items = []  # variable, owner, unit, credits, transfer, micro, home unit
    for i, o in units.items():
        own = "w_" + i
        teach.setdefault(o["topic"], []).append(own)
        if i in held:
            row({own: 1}, 1)
        else:
            cost["x_" + i] = o["cost"]
            row({own: -1, "x_" + i: 1, **{b: 1 for b in inside.get(i, [])}}, 0)
            for clause in o["prereq"]:
                row({own: -1, **{"t_" + t: 1 for t in clause}}, 0)
        if i in home:
            items.append(("z_" + i, own, o, o["credits"], False, False, i))
        elif math.floor(o["credits"] * weight[o["provider"]]) > 0:
            items.append(("z_" + i, "g_" + i, o, math.floor(o["credits"] * weight[o["provider"]]), True, o["kind"] == "micro", None))
    uses = {}
    for r in problem["rules"]:
        apply = "r_" + r["id"]
        for source in r["src"]:
            uses.setdefault(source, []).append(apply)
        micro = all(s not in units or units[s]["kind"] == "micro" for s in r["src"])
        for unit in r["grants"]:
            teach.setdefault(units[unit]["topic"], []).append(apply)
            items.append((f"z_{r['id']}_{unit}", apply, units[unit], math.floor(units[unit]["credits"] * Fraction(str(r["weight"]))), True, micro, unit))
    for topic, owners in teach.items():
        row({"t_" + topic: -1, **{owner: 1 for owner in owners}}, 0)
    for i in units:
        if i not in home:
            row({"w_" + i: 1, "g_" + i: -1, **{r: -1 for r in uses.get(i, [])}}, 0)
    for b in problem["bundles"]:
        block = uses.get(b["id"], [])
        if block:
            row({"a_" + b["id"]: 1, **{r: -1 for r in block}}, 0)
            for part in b["contains"]:
                row({"g_" + part: -1, **{r: -1 for r in block + uses.get(part, [])}}, -1)
    leaves = [n for n in target["nodes"] if n["type"] in ("course", "credits")]
    fill, shared, topics = {n["id"]: [] for n in leaves}, {}, {}
    for z, owner, o, credits, *_, unit in items:
        row({owner: 1, z: -1}, 0)
        topics.setdefault(o["topic"], []).append(z)
        groups = {}
        for n in leaves:
            if n["type"] == "course" and unit == n["unit"] or n["type"] == "credits" and o["subject"] in n["subjects"] and o["level"] >= n["level"]:
                y = f"y{z[1:]}_{n['id']}"
                groups.setdefault(n["group"], []).append(y)
                fill[n["id"]].append((y, credits, o["level"]))
        for ys in groups.values():
            row({z: 1, **{y: -1 for y in ys}}, 0)
        if len(groups) > 1:
            row({z: 1, "s" + z[1:]: 1, **{y: -1 for ys in groups.values() for y in ys}}, 0)
            shared["s" + z[1:]] = -credits
    row(shared, -target["share_cap"])
    for zs in topics.values():
        row({z: -1 for z in zs}, -1)
    row({z: c for z, _, _, c, *_ in items}, target["total"])
    row({z: c for z, _, o, c, *_ in items if o["level"] >= target["upper"]["level"]}, target["upper"]["min"])
    row({z: c for z, _, _, c, moved, *_ in items if not moved}, target["residency"])
    row({z: -c for z, _, _, c, moved, *_ in items if moved}, -target["transfer_cap"])
    row({z: -c for z, _, _, c, _, micro, _ in items if micro}, -target["micro_cap"])
    for n in target["nodes"]:
        met = "n_" + n["id"]
        if n["type"] == "course":
            row({met: -1, **{y: 1 for y, *_ in fill[n["id"]]}}, 0)
        elif n["type"] == "credits":
            row({met: -n["min"], **{y: min(c, n["min"]) for y, c, _ in fill[n["id"]]}}, 0)
            if "upper" in n:
                row({met: -n["upper"]["min"], **{y: min(c, n["upper"]["min"]) for y, c, level in fill[n["id"]] if level >= n["upper"]["level"]}}, 0)
        else:
            count = n["k"] if n["type"] == "choose" else len(n["children"])
            row({met: -count, **{"n_" + child: 1 for child in n["children"]}}, 0)
    row({"n_" + target["root"]: 1}, 1)
    return cost, [r for r in rows if r[0]]


def clean(name):
    return name.replace("-", "_").replace(".", "_")


if __name__ == "__main__":
    cost, rows = rows_of(json.load(open(sys.argv[1])))
    out = ["Minimize", " obj: " + "\n  ".join(f"+ {c} {clean(v)}" for v, c in cost.items()), "Subject To"]
    names = dict.fromkeys(list(cost) + [v for terms, _ in rows for v in terms])
    for index, (terms, least) in enumerate(rows):
        out.append(f" c{index}: " + "\n  ".join(f"{'+' if c >= 0 else '-'} {abs(c)} {clean(v)}" for v, c in terms.items()) + f" >= {least}")
    print("\n".join(out + ["Binary"] + [" " + clean(v) for v in names] + ["End"]))
