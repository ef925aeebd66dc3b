"""What the interpreter found out, asked for once a project; its failure is that of all rules that look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orm_lint.interpreter.facts import Facts
    from orm_lint.interpreter.hooks import Hooks
    from orm_lint.project.project import Project

_OUTCOME = "_interpreted"
_HOOKS = "_hooks"


class SharedFailureError(Exception):
    """A mistake of orm_lint below the rules: it costs the findings of several of them, and is reported once.

    `what` says what failed, `cause` is the first error.
    """

    def __init__(self, what: str, cause: Exception) -> None:
        super().__init__(f"{what} failed")
        self.what = what
        self.cause = cause


def use(project: Project, hooks: Hooks) -> None:
    """Says which conventions the interpreter follows in a project; before anything asks for its facts."""
    vars(project)[_HOOKS] = hooks


def facts(project: Project) -> Facts:
    """The facts of a project. Raises SharedFailureError, the same one each time, if the interpreter fails."""
    known: dict[str, Facts | SharedFailureError] = vars(project)
    if _OUTCOME not in known:
        known[_OUTCOME] = _interpreted(project)
    outcome = known[_OUTCOME]
    if isinstance(outcome, SharedFailureError):
        raise outcome
    return outcome


def _interpreted(project: Project) -> Facts | SharedFailureError:
    try:
        # Imported here: `explain` and a run without these rules need no interpreter.
        from orm_lint.interpreter.run import facts_of

        return facts_of(project, vars(project).get(_HOOKS))
    except Exception as error:  # noqa: BLE001 - whatever it is, all rules that need the facts report this one
        return SharedFailureError("the interpreter", error)
