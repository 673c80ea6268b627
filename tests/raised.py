"""Every message that the package can raise for its user, found in its source: what varies in them is "…"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RAISERS = {"UserError", "NoCardsError", "PatternError", "AnkiTemplateError", "wrong"}
# Where a message made elsewhere is handed on: Jinja2's own, one of another error, that of a worker.
HANDED_ON = {
    "_sentence(problem.message)",
    "_sentence(str(problem) or type(problem).__name__)",
    "str(error)",
    "str(fault)",
    "error.format_message()",
    "session.snapshot.problem",
    "wrong",
}
Scope = dict[str, list[ast.expr]]


def messages() -> Iterator[tuple[str, str]]:
    """Each place that raises, as file:line, with each message that it can raise."""
    for file in sorted((ROOT / "flashcards").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        outer = _assigned(tree.body) | _returned(tree)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                scope = outer | _assigned(list(ast.walk(function)))
                # _Checker.wrong() hands on what it is given, and an inner function is walked on its own.
                if function.name != "wrong":
                    for call in _calls(function):
                        for text in _texts(call.args[0], scope):
                            yield f"{file.relative_to(ROOT)}:{call.lineno}", text


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.args[0]) not in HANDED_ON:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in RAISERS:
                yield node


def _assigned(nodes: list[ast.AST] | list[ast.stmt]) -> Scope:
    found: Scope = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _returned(tree: ast.Module) -> Scope:
    """What functions give back that make a message, by their names."""
    return {
        f"{function.name}()": [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
    }


def _texts(node: ast.expr, scope: Scope) -> list[str]:
    """Every text that an expression may stand for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        parts = [_texts(part, scope) for part in node.values]
        return ["".join(chosen) for chosen in product(*parts)]
    if isinstance(node, ast.FormattedValue):
        known = node.value if isinstance(node.value, ast.Name) and node.conversion < 0 else None
        return _texts(known, scope) if known else ["…"]
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body, scope), *_texts(node.orelse, scope)]
    if isinstance(node, ast.Name) and node.id in scope:
        inner = {name: values for name, values in scope.items() if name != node.id}
        return [text for value in scope[node.id] for text in _texts(value, inner)]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and f"{node.func.id}()" in scope:
        local = scope | _locals_of(node.func.id)
        return [text for value in scope[f"{node.func.id}()"] for text in _texts(value, local)]
    return ["…"]


def _locals_of(function: str) -> Scope:
    for file in (ROOT / "flashcards").rglob("*.py"):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == function:
                return _assigned(list(ast.walk(node)))
    return {}
