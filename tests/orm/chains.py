"""Random chains of queryset calls over the models of fixtures/, and the plan that we make of them."""

from __future__ import annotations

import random
from typing import Any

from orm_lint.orm.accessors import Accessors
from orm_lint.orm.apply import Around, Raises, cloned, combined, sliced
from orm_lint.orm.arguments import UNKNOWN, Arguments, PrefetchArgument
from orm_lint.orm.plans import Load, Plan

MODELS = "Book Author Cover Chapter Note Page Tag OTag TaggedItem Restaurant Place Contribution Doc DataBook".split()
DEEP = 5
WRONG = ("nope", "author_id", "name", "pk")


# The base manager of one joins, so that a column loaded on its own raises if only() was used; the manager of the other
# prefetches, which a Prefetch below it may still replace.
LEFT_OUT = ("app.Page2", "app.Page3")


class Chains:
    """A seeded source of chains; each is a model and a list of [method, arguments, keywords]."""

    def __init__(self, seed: str, accessors: Accessors, django: tuple[int, int]) -> None:
        self.random = random.Random(seed)
        self.accessors = accessors
        self.django = django

    def chain(self, model: str | None = None, longest: int = 5, nested: int = 1) -> dict[str, Any]:
        label = model or f"app.{self.random.choice(MODELS)}"
        calls = [self.call(label, nested) for _ in range(self.random.randint(1, longest))]
        # A queryset that a Prefetch brings keeps its own mode; plans do not tell it from one that Django asked for.
        calls.sort(key=lambda call: call[0] != "fetch_mode")
        return {"model": label, "calls": calls}

    def call(self, label: str, nested: int) -> list[Any]:
        name = self.random.choice(self.names(label, nested))
        maker = getattr(self, f"_{name}", None)
        args, keywords = maker(label, nested) if maker else ([], {})
        return [{"or_": "|", "and_": "&"}.get(name, name), args, keywords]

    def names(self, label: str, nested: int) -> list[str]:
        loading = ["select_related", "prefetch_related", "only", "defer"]
        rare = ["filter", "exclude", "order_by", "distinct", "annotate", "alias", "slice", "reverse", "all", "using"]
        rarest = (
            ["none", "values", "values_list", "union", "or_", "and_", *(["dates"] if label == "app.Book" else [])]
            if nested
            else []
        )
        modes = ["fetch_mode"] if self.django >= (6, 1) else []
        return [*loading * 6, *rare, *self.random.sample(rarest, min(2, len(rarest))), *modes]

    def _select_related(self, label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        if self.random.random() < 0.06:
            return [None], {}
        if self.random.random() < 0.06:
            return [], {}
        return [self.path(label, joins=True) for _ in range(self.random.randint(1, 2))], {}

    def _prefetch_related(self, label: str, nested: int) -> tuple[list[Any], dict[str, Any]]:
        if self.random.random() < 0.05:
            return [None], {}
        return [self.lookup(label, nested) for _ in range(self.random.randint(1, 2))], {}

    def lookup(self, label: str, nested: int) -> Any:
        path = self.path(label, joins=False)
        if not nested or self.random.random() < 0.5:
            return path
        target = self.target(label, path)
        queryset = self.chain(target, 2, nested - 1) if target and self.random.random() < 0.7 else None
        attributes = [None, None, "kept", "list2"] if self.django >= (5, 0) else [None]
        return {"lookup": path, "queryset": queryset, "to_attr": self.random.choice(attributes)}

    def _only(self, label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [self.column(label) for _ in range(self.random.randint(0, 4))], {}

    def _defer(self, label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        if self.random.random() < 0.06:
            return [None], {}
        return [self.column(label) for _ in range(self.random.randint(1, 2))], {}

    def _filter(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [], self.random.choice([{}, {"pk__gte": 0}, {"pk__lt": 99}])

    def _exclude(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [], {"pk": 99}

    def _order_by(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [self.random.choice(["pk", "-pk"])], {}

    def _annotate(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [], {"extra1": 1}

    def _using(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return ["default"], {}

    def _slice(self, _label: str, nested: int) -> tuple[list[Any], dict[str, Any]]:
        outermost = [[1, None], [0, 0], [1, 3]] if nested else []
        return self.random.choice([[None, 2], [0, 9], *outermost]), {}

    def _values(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return self.random.choice([[], ["pk"], ["id", "pk"]]), {}

    def _union(self, label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [self.chain(label, 1, 0)], {}

    _or_ = _and_ = _union

    def _fetch_mode(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return [self.random.choice(["FETCH_ONE", "FETCH_PEERS"])], {}

    def _dates(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        return ["created", "year"], {}

    def _values_list(self, _label: str, _nested: int) -> tuple[list[Any], dict[str, Any]]:
        keywords = self.random.choice([{}, {"flat": True}, {"named": True}, {"flat": True, "named": True}])
        return self.random.choice([["pk"], ["pk", "id"]]), keywords

    def path(self, label: str, *, joins: bool) -> str:
        """Names of relations, now and then a wrong one; select_related() calls some by another name."""
        parts: list[str] = []
        back, is_single = None, False
        for _ in range(self.random.choice([1, 1, 1, 2, 2, 3])):
            name = self.step(label, joins)
            if name == back and (joins or is_single):
                break
            parts.append(name)
            found = self.accessors.find_joined(label, name) if joins else self.accessors.find(label, name)
            if found is None or found.target is None:
                break
            label = found.target
            back, is_single = found.back, found.is_single
        return "__".join(parts)

    def step(self, label: str, joins: bool) -> str:
        if self.random.random() < 0.03:
            return self.random.choice(WRONG)
        return self.random.choice(self.relations(label, joins) or ["nope"])

    def relations(self, label: str, joins: bool) -> list[str]:
        model = self.accessors.model(label)
        backs = [back for one in self.accessors.lineage(model) for back in self.accessors.graph.related(one)]
        backs = [back for back in backs if back.model.startswith("app.") and back.model not in LEFT_OUT]
        fields = [field for field in model.fields if field.kind != "plain" and _target(field) not in LEFT_OUT]
        if not joins:
            fields = [field for field in fields if not (field.relation and field.relation.is_parent_link)]
            return [*(field.name for field in fields), *(back.accessor for back in backs if back.accessor)]
        names = [field.name for field in fields if field.kind in ("forward", "one_to_one")]
        return [*names, *(back.query_name for back in backs if back.accessor and back.kind == "one_to_one")]

    def target(self, label: str, path: str) -> str | None:
        for part in path.split("__"):
            found = self.accessors.find(label, part)
            if found is None or found.target is None:
                return None
            label = found.target
        return label

    def column(self, label: str) -> str:
        if self.random.random() < 0.35:
            name = self.step(label, joins=True)
            found = self.accessors.find_joined(label, name)
            if found is not None and found.target is not None:
                return f"{name}__{self.random.choice(self.columns(found.target))}"
        return self.random.choice(self.columns(label))

    def columns(self, label: str) -> list[str]:
        if self.random.random() < 0.02:
            return ["nope"]
        fields = self.accessors.columns(label).values()
        return [*(field.name for field in fields), *(field.attname for field in fields)]


def _target(field: Any) -> str | None:
    return field.relation.target if field.relation else None


def plan_of(chain: dict[str, Any], around: Around) -> tuple[Plan | Raises, int]:
    """Our plan, and how many calls it took: fewer than there are if one of them raises."""
    plan: Plan | Raises = around.manager_plan(chain["model"], "default")
    for done, (name, args, keywords) in enumerate(chain["calls"], 1):
        plan = _called(plan, name, args, keywords, around)
        if isinstance(plan, Raises):
            return plan, done
    return plan, len(chain["calls"])


def _called(plan: Plan, name: str, args: list[Any], keywords: dict[str, Any], around: Around) -> Plan | Raises:
    if name == "slice":
        return sliced(plan, args[0], args[1], None)
    if name in ("|", "&"):
        right, _ = plan_of(args[0], around)
        return Raises("operand") if isinstance(right, Raises) else combined(plan, name, right)
    if name in ("union", "intersection", "difference"):
        others = [plan_of(other, around)[0] for other in args]
        raised = [other for other in others if isinstance(other, Raises)]
        return Raises("operand") if raised else cloned(plan, name, Arguments((UNKNOWN,) * len(args)), around)
    given = [_argument(value, around) for value in args]
    if any(isinstance(value, Raises) for value in given):
        return Raises("operand")
    return cloned(plan, name, Arguments(tuple(given), tuple(keywords.items())), around)


def _argument(value: Any, around: Around) -> Any:
    if not isinstance(value, dict):
        return value
    plan = plan_of(value["queryset"], around)[0] if value["queryset"] else None
    return Raises("operand") if isinstance(plan, Raises) else PrefetchArgument(value["lookup"], plan, value["to_attr"])


def shown(plan: Plan) -> dict[str, Any]:
    """A plan in the shape in which describe_chains.py describes rows."""
    return _shown(plan.model, plan.load, 0)


def _shown(label: str, load: Load, depth: int) -> Any:
    if depth >= DEEP:
        return "deep"
    relations: dict[str, Any] = {}
    for name, arrival in load.relations:
        if arrival.known:
            relations[name] = "known"
        elif not arrival.plan.empty:
            rows = _shown(arrival.plan.model, arrival.plan.load, depth + 1)
            relations[f"{name}=" if arrival.how == "attribute" else name] = rows
    return {
        "model": label,
        "deferred": sorted(load.deferred),
        "relations": relations,
        "annotations": sorted(load.annotations),
        "fetch": load.fetch,
    }
