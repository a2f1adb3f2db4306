"""Every rule, gathered by walking the folders: one folder per reform domain, one file per rule."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from motcua.inspection.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of their codes. Raises ValueError where two rules share a code."""
    found: dict[str, Rule] = {}
    for module in walk_packages(__path__, __name__ + "."):
        if module.ispkg:
            continue
        for value in vars(import_module(module.name)).values():
            for one in value if isinstance(value, tuple) else (value,):
                if not isinstance(one, Rule):
                    continue
                if found.setdefault(one.code, one) is not one:
                    raise ValueError(f"two rules are called {one.code}")
    return tuple(found[code] for code in sorted(found))
