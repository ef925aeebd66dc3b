"""Programs that are better written by hand, by (section, construct) or (section, construct, setup)."""

from __future__ import annotations

CUSTOM = "1c related manager, custom"
KNOWN = "2 known parent / object sources"
EVALUATION = "3 QuerySet evaluation (totals)"
WRITES = "4 writes"
LOADING = "6 select_related / prefetch_related semantics"
MODES = "7 fetch modes (6.1+)"

BY_HAND = {
    (CUSTOM, "walk up self fk chain: while node.sequel_of"): """\
node = Book.objects.order_by("pk").last()
while node.sequel_of_id:
    node = node.sequel_of
""",
    (KNOWN, "obj.fk.name after values() rows"): """\
for row in Book.objects.all().values("author__name"):
    row["author__name"]
""",
    (WRITES, "obj.author = Author obj; save"): """\
author = Author.objects.get(pk=1)
for book in Book.objects.all():
    book.author = author
    book.save()
""",
    (LOADING, "select_related() no args deprecation warning"): """\
Book.objects.all().select_related()
""",
    (MODES, "default on manager via get_queryset(): b.author.name"): """\
for book in Book.peers.all():
    book.author.name
""",
    (MODES, "patched query.DEFAULT_FETCH_MODE (undocumented)"): """\
from django.db.models import query
before = query.DEFAULT_FETCH_MODE
query.DEFAULT_FETCH_MODE = FETCH_PEERS
try:
    for book in Book.objects.all():
        book.author.name
finally:
    query.DEFAULT_FETCH_MODE = before
""",
    (MODES, "template {% for x in qs %}{{ x.author.name }}"): """\
template = Template("{% for x in qs %}{{ x.author.name }}{% endfor %}")
template.render(Context({"qs": Book.objects.all().fetch_mode(FETCH_PEERS)}))
""",
}
