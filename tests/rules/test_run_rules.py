from __future__ import annotations

from orm_lint.finding import Notice, Span
from orm_lint.rules import unknown_code, unreadable_file, unused_suppression
from orm_lint.rules.base import RunFacts, WrittenCode

SPAN = Span("shop/models.py", 3, 9, 3, 15)
JUDGED = frozenset({"ORM501", "ORM502"})
OPTIONAL = frozenset({"ORM503", "ORM901"})


def written(text: str, covers: set[str], used: set[str]) -> WrittenCode:
    return WrittenCode(text, SPAN, "comment", frozenset(covers), frozenset(used))


def unused(code: WrittenCode) -> list[str]:
    facts = RunFacts(judged=JUDGED, optional=OPTIONAL, suppressions=(code,))
    return [finding.message for finding in unused_suppression.check(facts)]


def test_a_code_without_a_finding_is_unused() -> None:
    message = "unused suppression: ORM501 finds nothing here; remove it from the comment"
    assert unused(written("ORM501", {"ORM501"}, set())) == [message]


def test_a_comment_without_codes_is_unused_if_nothing_was_found() -> None:
    message = "unused suppression: nothing is found here; remove the comment"
    assert unused(written("", {"ORM501", "ORM502", "ORM503"}, set())) == [message]


def test_a_code_with_a_finding_is_used() -> None:
    assert unused(written("ORM5", {"ORM501", "ORM502", "ORM503"}, {"ORM502"})) == []


def test_a_code_of_a_rule_that_did_not_run_is_left_alone() -> None:
    assert unused(written("ORM601", {"ORM601"}, set())) == []
    assert unused(written("ORM", {"ORM501", "ORM502", "ORM601"}, set())) == []
    assert unused(written("ORM503", {"ORM503"}, set())) == []


def test_an_unknown_code_is_not_called_unused() -> None:
    assert unused(written("ORM777", set(), set())) == []


def test_unknown_codes_in_comments_and_settings_are_reported_with_the_nearest() -> None:
    setting = WrittenCode("generic-foreign-keys", SPAN, "setting", frozenset(), frozenset())
    facts = RunFacts(
        judged=JUDGED,
        suppressions=(written("ORM511", set(), set()), written("ORM501", {"ORM501"}, set())),
        settings=(setting,),
        names=("ORM501", "generic-foreign-key"),
    )
    assert [(finding.span, finding.message) for finding in unknown_code.check(facts)] == [
        (SPAN, "no rule is called ORM511 in this comment (did you mean ORM501?)"),
        (SPAN, "no rule is called generic-foreign-keys in this setting (did you mean generic-foreign-key?)"),
    ]


def test_an_unreadable_file_is_reported_at_its_line() -> None:
    facts = RunFacts(judged=JUDGED, unreadable=(Notice("a.py", 7, "invalid syntax"),))
    (finding,) = unreadable_file.check(facts)
    assert (finding.code, finding.name) == ("ORM902", "unreadable-file")
    assert (finding.span, finding.message) == (Span("a.py", 7, 1, 7, 1), "unreadable: invalid syntax")
