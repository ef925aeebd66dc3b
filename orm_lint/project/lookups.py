"""Calls that read a setting by name: `getattr(settings, …)`, swapper, and the project's own helpers around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orm_lint.ir import nodes as ir
from orm_lint.project.frames import Frame
from orm_lint.project.modules import Module
from orm_lint.project.symbols import External, ValueSymbol
from orm_lint.project.values import Value

if TYPE_CHECKING:
    from orm_lint.project.evaluate import Evaluator


def looked_up(evaluator: Evaluator, frame: Frame, expr: ir.Call, dotted: str | None) -> tuple[Value] | None:
    """What a call that reads a setting gives, in a tuple because it may be None; None if it is no such call."""
    match dotted, expr.args:
        case "builtins.getattr" | "getattr", (holder, ir.Const(value=str(name)), *default) if is_settings(
            evaluator, frame, holder
        ):
            if name in evaluator.settings:
                return (evaluator.settings[name],)
            return (evaluator.value(frame, default[0]),) if default else None
        case "swapper.get_model_name", (app, model, *_):
            return _swappable(evaluator, evaluator.value(frame, app), evaluator.value(frame, model))
    return None


def is_settings(evaluator: Evaluator, frame: Frame, expr: ir.Expr) -> bool:
    """Whether an expression is `django.conf.settings`."""
    match evaluator.symbol(frame, expr):
        case External("django.conf.settings") | ValueSymbol(Module(name="django.conf")):
            return True
    return False


def _swappable(evaluator: Evaluator, app: Value, model: Value) -> tuple[Value] | None:
    """swapper's label of a model: the setting `APP_MODEL_MODEL`, else the model itself."""
    if not isinstance(app, str) or not isinstance(model, str):
        return None
    return (evaluator.settings.get(f"{app}_{model}_MODEL".upper(), f"{app}.{model}"),)
