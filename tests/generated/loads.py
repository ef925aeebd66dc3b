"""How programs build a queryset: the clone methods, and eager loads that fit what is read, or do not."""

from __future__ import annotations

from dataclasses import dataclass

from tests.generated.choices import Choices, Lines
from tests.generated.reads import Read
from tests.generated.schema import MODELS, can_join, plural, target

CLONES = (
    ".all()",
    ".filter(pk__gt=0)",
    ".filter()",
    ".filter(Q(pk__gt=0))",
    ".exclude(pk=-1)",
    '.order_by("pk")',
    '.order_by("-pk")',
    ".order_by()",
    ".reverse()",
    ".distinct()",
    ".annotate(more=Value(1))",
    ".alias(extra_one=Value(1))",
    '.using("default")',
    ".select_for_update()",
    ".complex_filter(Q(pk__gt=0))",
    '.extra(where=["1=1"])',
    ".filter(~Q(pk=-1))",
    ".filter(pk__in=[*range(100)])",
)
TABLES = ("Book", "Author", "Chapter", "Tag", "Cover")
FITS = {"exact": 46, "none": 30, "partial": 6, "other": 6, "cleared": 4, "discarded": 4, "objects": 4}
MANAGERS = {"Book": ("Book.objects", "Book.objects", "Book.chain", "Book.fq", "Book.rich", "Book.chain.big()")}


@dataclass(frozen=True)
class Built:
    """`steps` are the calls in order; `after` are statements on the finished rows, `{q}` being their name."""

    manager: str
    steps: tuple[str, ...]
    after: tuple[str, ...] = ()
    is_list: bool = False
    is_raw: bool = False

    @property
    def text(self) -> str:
        return self.manager + "".join(self.steps)

    @property
    def but_last(self) -> str:
        """Everything but the last step."""
        return self.manager + "".join(self.steps[:-1] or ([] if self.is_raw else [".all()"]))


def prefetch(c: Choices, model: str, path: str) -> str:
    """A prefetch of a path: by name, or by an object with a queryset that loads the rest."""
    first, _, rest = path.partition("__")
    child = target(model, first)
    if first == "content_object" or child == "ContentType" or c.chance(55):
        return f'.prefetch_related("{path}")'
    inner = f"{child}.objects.all()"
    if rest:
        inner = f"{child}.objects" + load(c, child, rest)
    elif c.chance(30):
        inner = f'{child}.objects.order_by("pk")'
    return f'.prefetch_related(Prefetch("{first}", queryset={inner}))'


def load(c: Choices, model: str, path: str) -> str:
    """The call that loads a path for the rows of a model."""
    if path in MODELS[model].forward and c.chance(10):
        return ".select_related()"
    joinable = path != "isbn" and not path.startswith("content_object") and can_join(model, path)
    if path == "isbn":
        return c.pick(('.select_related("isbn")', '.prefetch_related("isbn")'))
    if joinable and c.chance(60):
        return c.pick((f'.select_related("{path}")', f'.select_related(*["{path}"])', f'.select_related("{path}")'))
    first, _, rest = path.partition("__")
    if rest and joinable and c.chance(40):
        return f'.select_related("{first}").prefetch_related("{path}")'
    return prefetch(c, model, path)


def other(c: Choices, model: str, needs: tuple[str, ...]) -> str:
    """A load of something that is not read."""
    options = [name for name in (*MODELS[model].forward, *plural(model)) if name not in needs]
    return load(c, model, c.pick(options)) if options else ""


def partial(c: Choices, model: str, path: str) -> str:
    shorter = path.rpartition("__")[0]
    return load(c, model, shorter) if shorter else ""


def built(c: Choices, reads: list[Read]) -> Built:
    """A queryset of the reads' model, with loads that fit them more or less."""
    model = reads[0].model
    if model in TABLES and c.chance(8) and not any(read.calls or not read.is_row for read in reads):
        return raw(c, model, [need for read in reads for need in read.needs])
    manager = c.pick(MANAGERS.get(model, (f"{model}.objects",)))
    steps = c.some(CLONES, 3)
    needs = sorted({need for read in reads for need in read.needs})
    calls = [call for read in reads for call in read.calls]
    fit = c.weighted(FITS)
    after: list[str] = []
    loads = {
        "exact": [load(c, model, need) for need in needs] or [other(c, model, ()) if c.chance(50) else ""],
        "partial": [partial(c, model, need) for need in needs],
        "other": [other(c, model, tuple(needs))],
        "cleared": [load(c, model, need) for need in needs],
    }.get(fit, [])
    for made in [*loads, *calls]:
        steps.insert(len(steps) - (c.pick((0, 0, 1)) if steps and not made.startswith(".values") else 0), made)
    if fit == "cleared":
        steps += [".select_related(None)", ".prefetch_related(None)"]
    if fit == "discarded" and needs:
        after.append("{q}" + load(c, model, needs[0]))
    is_row = all(read.is_row for read in reads)
    is_list = fit != "discarded" and c.chance(12)
    if fit == "objects" and is_row and needs:
        is_list = True
        paths = ", ".join(f'"{need}"' for need in needs)
        after.append(f"prefetch_related_objects({{q}}, {paths})")
    if not is_list:
        steps += [ending(c, manager + "".join(steps), is_row)]
    c.mark(f"fit:{fit}")
    steps = [step for step in steps if step]
    if not steps or steps[0].startswith((" ", "[")):
        steps = [".all()", *steps]
    return Built(manager, tuple(steps), tuple(after), is_list)


def again(c: Choices, made: Built, reads: list[Read]) -> str:
    """Another queryset of the same rows that loads what is read, in its own way."""
    if made.is_raw:
        return made.text
    model = reads[0].model
    needs = sorted({need for read in reads for need in read.needs})
    calls = [call for read in reads for call in read.calls]
    return made.manager + "".join([load(c, model, need) for need in needs] + calls or [".all()"])


def raw(c: Choices, model: str, needs: list[str]) -> Built:
    """Rows of an SQL statement: only a prefetch can load what belongs to them."""
    steps = [f'.prefetch_related("{need}")' for need in needs if need != "isbn" and c.chance(60)]
    steps += c.some((".prefetch_related(None)",), 1) or ['.using("default")']
    steps += [".iterator()"] if c.chance(15) and not needs else []
    query = f"select * from app_{model.lower()}"  # fewer columns would be deferred: the linter does not read SQL
    return Built(f'{model}.objects.raw("{query}")', tuple(steps), is_raw=True)


def ending(c: Choices, so_far: str, is_row: bool) -> str:
    """What can only come last: a slice, or a combination with another queryset; mostly nothing."""
    if c.chance(88):
        return ""
    if not is_row or "annotate" in so_far or "extra" in so_far:
        return c.pick(("[:50]", "[1:]", "[0:100]"))
    plain = so_far.partition(".")[0]
    empty = f"{plain}.objects.none()"
    options = ["[:50]", "[1:]", f" | {plain}.objects.none()", ".none()"]
    if "distinct" not in so_far:
        options += [f" & {plain}.objects.all()", f" | {plain}.objects.filter(pk=1)", f" | {plain}.objects.all()"]
    if "select_for_update" not in so_far and "select_related" not in so_far:
        options += [f".union({plain}.objects.all())", f".difference({plain}.objects.filter(pk=-1))", f".union({empty})"]
        options.append(f".intersection({plain}.objects.all())")
    return c.pick(options)


def assigned(c: Choices, made: Built, name: str) -> Lines:
    """The queryset bound to a name, at once or step by step."""
    text = f"list({made.text})" if made.is_list else made.text
    if made.steps and not made.is_list and c.chance(30) and not made.steps[-1].startswith((" ", "[")):
        lines = [f"{name} = {made.but_last}", f"{name} = {name}{made.steps[-1]}"]
    else:
        lines = [f"{name} = {text}"]
    return [*lines, *(step.replace("{q}", name) for step in made.after)]
