#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random stacking problems in problem-json, built round a complete plan of home units so that one plan always exists.
usage: generate.py OFFERINGS SEED > FILE"""
import json
import random
import sys


def problem(count, seed):
    dice = random.Random(f"crosswalk-stacking/{count}/{seed}")
    subjects = [f"S{i}" for i in range(max(4, min(24, count // 40)))]
    topics = [(f"{s}-{k}", s, dice.choice([1, 1, 2, 2, 3, 4])) for s in subjects for k in range(18)]
    dice.shuffle(topics)
    homes = topics[: max(24, min(280, count // 3))]
    providers = {"home": {"weight": 1.0, "home": True}}
    for index in range(max(2, min(40, count // 70))):
        providers[f"P{index}"] = {"weight": dice.choice([1.0, 1.0, 0.75, 0.5]), "home": False}
    lower = {}
    for name, subject, level in topics:
        lower.setdefault((subject, level), []).append(name)

    def prerequisites(subject, level, chance):
        pool = lower.get((subject, level - 1), [])
        if not pool or dice.random() > chance:
            return []
        return [sorted(dice.sample(pool, min(len(pool), dice.choice([1, 2, 3]))))]

    offerings = []
    for index, (name, subject, level) in enumerate(homes):
        size = dice.choice([6, 10, 10, 12, 12, 12, 15, 20])
        offerings.append({"id": f"H{index}", "provider": "home", "kind": "course", "topic": name, "subject": subject, "level": level, "credits": size,
                          "cost": round(size * dice.uniform(52, 66)), "weeks": dice.choice([8, 10, 12]), "prereq": []})
    known = {name for name, _, _ in homes}
    for offering in offerings:
        clauses = prerequisites(offering["subject"], offering["level"], .5)
        offering["prereq"] = [clause for clause in clauses if known & set(clause)]
    outside = [p for p in providers if p != "home"]
    price = {p: dice.uniform(8, 50) for p in outside}
    while len(offerings) < count:
        name, subject, level = dice.choice(topics)
        provider, micro = dice.choice(outside), dice.random() < .55
        size = dice.choice([2, 3, 4, 5, 6, 8]) if micro else dice.choice([6, 8, 10, 12, 15])
        offerings.append({"id": f"X{len(offerings)}", "provider": provider, "kind": "micro" if micro else "course", "topic": name, "subject": subject,
                          "level": level, "credits": size, "cost": max(5, round(size * price[provider] * dice.uniform(.7, 1.4))),
                          "weeks": max(1, size - dice.randint(0, 2)), "prereq": prerequisites(subject, level, .3)})
    bundles, rules, home_of = [], [], {o["topic"]: o for o in offerings if o["provider"] == "home"}
    for provider in outside:
        own = [o for o in offerings if o["provider"] == provider]
        for _ in range(len(own) // 12):
            parts = {o["topic"]: o for o in dice.sample(own, min(len(own), 4))}.values()
            bundles.append({"id": f"B{len(bundles)}", "provider": provider, "kind": "certificate", "contains": [o["id"] for o in parts],
                            "cost": round(sum(o["cost"] for o in parts) * dice.uniform(.7, .95))})
    for offering in offerings:
        if offering["provider"] == "home" or offering["topic"] not in home_of or dice.random() > .35:
            continue
        rules.append({"id": f"R{len(rules)}", "src": [offering["id"]], "grants": [home_of[offering["topic"]]["id"]], "weight": dice.choice([1.0, 1.0, .8])})
    for bundle in dice.sample(bundles, len(bundles) // 4):
        rules.append({"id": f"R{len(rules)}", "src": [bundle["id"]], "grants": [dice.choice(offerings[: len(homes)])["id"]], "weight": 1.0})
    total = min(360, sum(o["credits"] for o in offerings[: len(homes)]) // 2)
    nodes = []

    def node(**fields):
        nodes.append(dict(fields, id=f"N{len(nodes)}"))
        return nodes[-1]["id"]

    core = [node(type="course", unit=o["id"], group="major") for o in dice.sample(offerings[: len(homes)], max(3, len(homes) // 16))]
    have = {s: sum(o["credits"] for o in offerings[: len(homes)] if o["subject"] == s) for s in subjects}

    def pool(group, size):
        chosen = dice.sample(subjects, dice.choice([2, 3, 4]))
        return node(type="credits", min=max(1, min(size, sum(have[s] for s in chosen) // 4)), subjects=chosen, level=1, group=group)

    clusters = [pool("major", dice.choice([12, 15, 18])) for _ in range(6)]
    general = [pool("gened", dice.choice([12, 18, 24])) for _ in range(max(2, min(6, len(subjects) // 2)))]
    root = node(type="all", children=[node(type="all", children=core), node(type="choose", k=2, children=clusters), node(type="all", children=general)])
    target = {"root": root, "nodes": nodes, "total": total, "residency": total // 4, "transfer_cap": total * 2 // 3, "micro_cap": total // 5,
              "share_cap": 24, "upper": {"level": 3, "min": total // 8}}
    return {"providers": providers, "offerings": offerings, "bundles": bundles, "rules": rules, "target": target, "held": []}


if __name__ == "__main__":
    json.dump(problem(int(sys.argv[1]), int(sys.argv[2])), sys.stdout, separators=(",", ":"))
