from app.models import Author, Book


def case_1915():
    """custom queryset method that filters: book.chapter_set.custom() / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.filter(pk__gt=0))


def case_1916():
    """custom queryset method returning self: book.chapter_set.noop() / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.noop())


def case_1917():
    """custom manager method returning self.get_queryset() / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set.mgr_method())


def case_1918():
    """related manager called with another manager: book.chapter_set(manager='objects').all() / prefetch_related('chapter_set')"""
    for book in Book.objects.all().prefetch_related("chapter_set"):
        list(book.chapter_set(manager="objects").all())


def case_1919():
    """m2m through rows: book.contribution_set.all() -> c.author.name / prefetch_related('contribution_set__author')"""
    for book in Book.objects.all().prefetch_related("contribution_set__author"):
        [c.author.name for c in book.contribution_set.all()]


def case_1920():
    """m2m prefetch does not fill the through set: book.contribution_set.all() / prefetch_related('contributors')"""
    for book in Book.objects.all().prefetch_related("contributors"):
        list(book.contribution_set.all())


def case_1921():
    """Book.tags.through.objects.filter(book=b) / prefetch_related('tags')"""
    for book in Book.objects.all().prefetch_related("tags"):
        list(Book.tags.through.objects.filter(book=book))


def case_1922():
    """m2m: for t in book.tags.all(): t.books.all() / prefetch_related('tags')"""
    for book in Book.objects.all().prefetch_related("tags"):
        [list(item.books.all()) for item in book.tags.all()]


def case_1923():
    """m2m: for t in book.tags.all(): t.books.all() / prefetch_related('tags__books')"""
    for book in Book.objects.all().prefetch_related("tags__books"):
        [list(item.books.all()) for item in book.tags.all()]


def case_1924():
    """self fk reverse: book.sequels.all() / nothing"""
    for book in Book.objects.all():
        list(book.sequels.all())


def case_1925():
    """self fk reverse: book.sequels.all() / prefetch_related('sequels')"""
    for book in Book.objects.all().prefetch_related("sequels"):
        list(book.sequels.all())


def case_1926():
    """walk up self fk chain: while node.sequel_of / nothing"""
    node = Book.objects.order_by("pk").last()
    while node.sequel_of_id:
        node = node.sequel_of


def case_1927():
    """obj.rel.all() in a loop with reverse prefetch on empty relation / prefetch_related('reviewed')"""
    for author in Author.objects.prefetch_related("reviewed"):
        list(author.reviewed.all())


def case_1928():
    """two levels: author.book_set.all() -> book.chapter_set.all() / prefetch_related('book_set')"""
    for author in Author.objects.prefetch_related("book_set"):
        [list(book.chapter_set.all()) for book in author.book_set.all()]


def case_1929():
    """two levels / prefetch_related('book_set__chapter_set')"""
    for author in Author.objects.prefetch_related("book_set__chapter_set"):
        [list(book.chapter_set.all()) for book in author.book_set.all()]


def case_1930():
    """prefetch of related_name set by wrong name: prefetch_related('chapters') / error"""
    list(Book.objects.all().prefetch_related("chapters"))


def case_1931():
    """prefetch by related_query_name: prefetch_related('edited_book') / error"""
    list(Author.objects.prefetch_related("edited_book"))


def case_1932():
    """prefetch by model name when accessor is model_set: prefetch_related('chapter') / error"""
    list(Book.objects.all().prefetch_related("chapter"))


def case_1933():
    """filter by related_query_name: Author.filter(edited_book__n=1) / ok"""
    list(Author.objects.filter(edited_book__n=1))
