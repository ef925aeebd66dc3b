"""Calls that stand for a class or function: `get_user_model()`, `get_model(…)`, `import_string(…)`, `from_queryset`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from orm_lint.ir import nodes as ir
from orm_lint.project.metaclasses import handed_on
from orm_lint.project.models.frame import Argument
from orm_lint.project.models.registry import InstalledApp
from orm_lint.project.modules import Module
from orm_lint.project.names import Names
from orm_lint.project.symbols import ClassSymbol, External, FunctionSymbol, Scope, Symbol, ValueSymbol

MAX_DEPTH = 4
GET_USER_MODEL = "django.contrib.auth.get_user_model"
IMPORT_STRING = "django.utils.module_loading.import_string"
OSCAR_GET_CLASS = "oscar.core.loading.get_class"
OSCAR_GET_CLASSES = "oscar.core.loading.get_classes"


class Calls(Struct):
    """Resolves calls in one context. `evaluate` gives the value of an expression, or something that is no string."""

    names: Names
    apps: Sequence[InstalledApp]
    user_model: str
    evaluate: Callable[[Argument], object]
    _depth: int = 0

    def __call__(self, module: Module, call: ir.Call, scope: Scope, index: int | None = None) -> Symbol | None:
        """What the call stands for, or the element of it that `index` tells; None where that is not known."""
        if self._depth >= MAX_DEPTH:
            return None
        self._depth += 1
        try:
            return self._resolve(module, call, scope) if index is None else self._element(module, call, scope, index)
        finally:
            self._depth -= 1

    def model(self, label: str) -> ClassSymbol | None:
        """The class of a model label, looked for in the `models` module of the app that has the label."""
        app_label, _, name = label.partition(".")
        for app in self.apps:
            if app.label == app_label and (found := self._in_app(app, name)):
                return found
        return None

    def _resolve(self, module: Module, call: ir.Call, scope: Scope) -> Symbol | None:
        if isinstance(call.func, ir.Attr) and call.func.name == "from_queryset":
            made_by = self.names.follow(self.names.resolve(module, call.func.value, scope))
            return handed_on(self.names, made_by, "from_queryset")
        if isinstance(call.func, ir.Attr) and call.func.name == "get_model" and self._is_apps(module, call.func.value):
            return self._get_model(self._texts(module, call, scope))
        callee = self.names.follow(self.names.resolve(module, call.func, scope))
        if not isinstance(callee, FunctionSymbol | External):
            return None
        match callee.dotted:
            case _ if callee.dotted == GET_USER_MODEL:
                return self.model(self.user_model)
            case _ if callee.dotted.endswith(IMPORT_STRING):
                texts = self._texts(module, call, scope)
                return self.names.dotted(texts[0]) if texts else None
            case _ if callee.dotted == OSCAR_GET_CLASS:
                return self._oscar_class(self._texts(module, call, scope))
        return self._run(callee, module, call, scope) if isinstance(callee, FunctionSymbol) else None

    def _element(self, module: Module, call: ir.Call, scope: Scope, index: int) -> Symbol | None:
        """One of the classes of oscar's `A, B = get_classes("order.models", ["A", "B"])`."""
        callee = self.names.follow(self.names.resolve(module, call.func, scope))
        if not isinstance(callee, FunctionSymbol | External) or callee.dotted != OSCAR_GET_CLASSES:
            return None
        match call.args:
            case (place, ir.Seq(items=wanted), *_) if index < len(wanted):
                return self._oscar_class(
                    self._texts(module, ir.Call(call.at, call.func, (place, wanted[index]), ()), scope)
                )
        return None

    def _is_apps(self, module: Module, expr: ir.Expr) -> bool:
        match self.names.resolve(module, expr):
            case ValueSymbol(found):
                return found.name == "django.apps.registry"
            case External(dotted):
                return dotted == "django.apps.apps"
        return False

    def _get_model(self, texts: Sequence[str]) -> ClassSymbol | None:
        match texts:
            case [label]:
                return self.model(label)
            case [app_label, name, *_]:
                return self.model(f"{app_label}.{name}")
        return None

    def _in_app(self, app: InstalledApp, name: str) -> ClassSymbol | None:
        module = self.names.module(f"{app.name}.models")
        if module is None:
            return None
        exact = self.names.follow(self.names.lookup(module, name))
        if isinstance(exact, ClassSymbol):
            return exact
        bound = next((known for known in module.bindings.names if known.lower() == name.lower()), None)
        found = self.names.follow(self.names.lookup(module, bound)) if bound else None
        return found if isinstance(found, ClassSymbol) else None

    def _oscar_class(self, texts: Sequence[str]) -> Symbol | None:
        """`get_class("order.models", "Order")`: the project's fork of an app if it has the class, else oscar's own."""
        if len(texts) < 2:
            return None
        app_label, _, rest = texts[0].partition(".")
        prefixes = [app.name for app in self.apps if app.label == app_label]
        prefix = texts[2] if len(texts) > 2 else "oscar.apps"
        for package in (*prefixes, f"{prefix}.{app_label}"):
            module = self.names.module(f"{package}.{rest}" if rest else package)
            if module and (found := self.names.lookup(module, texts[1])):
                return found
        return None

    def _run(self, callee: FunctionSymbol, module: Module, call: ir.Call, scope: Scope) -> Symbol | None:
        """A project function whose first `return` looks something up by the constants it was given."""
        whole = callee.module.whole(callee.node)
        returned = _first_return(whole.body)
        if not isinstance(returned, ir.Call):
            return None
        return self(callee.module, _substituted(returned, self._given(whole, call, module, scope)), ())

    def _given(self, function: ir.Function, call: ir.Call, module: Module, scope: Scope) -> dict[str, ir.Expr]:
        """The parameters that are known to be constants."""
        names = [param.name for param in function.params if param.kind in ("", "/")]
        known: dict[str, ir.Expr] = {
            param.name: param.default for param in function.params if isinstance(param.default, ir.Const)
        }
        stated = dict(zip(names, call.args, strict=False))
        stated |= {keyword.name: keyword.value for keyword in call.keywords if keyword.name}
        for name, expr in stated.items():
            known.pop(name, None)
            value = self.evaluate(Argument(expr, module, tuple(scope)))
            if isinstance(value, str | bool | int):
                known[name] = ir.Const(expr.at, value)
        return known

    def _texts(self, module: Module, call: ir.Call, scope: Scope) -> list[str]:
        found: list[str] = []
        for expr in (*call.args, *(keyword.value for keyword in call.keywords)):
            value = self.evaluate(Argument(expr, module, tuple(scope)))
            if not isinstance(value, str):
                break
            found.append(value)
        return found


def _first_return(body: ir.Body) -> ir.Expr | None:
    for statement in body:
        match statement:
            case ir.Return(value=value):
                return value
            case ir.Try(body=inner) | ir.With(body=inner):
                if found := _first_return(inner):
                    return found
    return None


def _substituted(call: ir.Call, given: Mapping[str, ir.Expr]) -> ir.Call:
    args = tuple(given.get(arg.id, arg) if isinstance(arg, ir.Name) else arg for arg in call.args)
    return ir.Call(call.at, call.func, args, call.keywords)
