# SPDX-License-Identifier: Apache-2.0
"""Writes plain values as YAML that people read: block style, text quoted only where a reader might take it for
something else (a number, a date, a truth value)."""
import re

PLAIN = re.compile(r"^[A-Za-zÀ-ɏΑ-ωА-я(][^\n]*$")
LOOKS_TYPED = re.compile(r"^(?:[-+.]?[0-9].*|~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan)$", re.I)


class Number(str):
    """A number, written as it stands in the source: 26.67, 2/3."""


def scalar(value):
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, Number)):
        return str(value)
    plain = (PLAIN.match(value) and not LOOKS_TYPED.match(value) and ": " not in value and " #" not in value
             and not value.endswith((":", " ")) and value[0] not in "!&*-?|>@`%{}[],#'\"")
    if plain:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def lines(value, indent):
    pad = " " * indent
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                if item:
                    yield f"{pad}{key}:"
                    yield from lines(item, indent + 2)
            else:
                yield f"{pad}{key}: {scalar(item)}"
    else:
        for item in value:
            if isinstance(item, dict):
                block = list(lines(item, indent + 2))
                yield pad + "- " + block[0][indent + 2:]
                yield from block[1:]
            elif isinstance(item, list):
                yield f"{pad}- [" + ", ".join(scalar(x) for x in item) + "]"
            else:
                yield f"{pad}- {scalar(item)}"


def document(comment, value):
    head = [f"# {line}".rstrip() for line in comment.strip().split("\n")]
    return "\n".join(["# SPDX-License-Identifier: Apache-2.0", *head, *lines(value, 0)]) + "\n"
