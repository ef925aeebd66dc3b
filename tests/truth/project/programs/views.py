from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.views.generic import ArchiveIndexView, DetailView, ListView

from app.browser import asked
from app.models import Book


class View8201(ListView):
    model = Book

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8201():
    """ListView(model=), object_list -> fk.name / nothing"""
    asked(View8201.as_view())


class View8202(ListView):
    model = Book
    queryset = Book.objects.select_related("author")

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8202():
    """ListView(queryset=select_related) / -"""
    asked(View8202.as_view())


class View8203(ListView):
    model = Book

    def get_queryset(self):
        return Book.objects.select_related("author")

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8203():
    """ListView.get_queryset() select_related / -"""
    asked(View8203.as_view())


class View8204(ListView):
    model = Book

    def render_to_response(self, context):
        for book in context["book_list"]:
            book.author.name
        return HttpResponse()


def case_8204():
    """ListView names: book_list / -"""
    asked(View8204.as_view())


class View8205(ListView):
    model = Book
    context_object_name = "items"

    def render_to_response(self, context):
        for book in context["items"]:
            book.title
        for book in context["object_list"]:
            book.title
        for book in context.get("book_list", ()):
            book.author.name
        return HttpResponse()


def case_8205():
    """ListView names: context_object_name='items' -> items and object_list, book_list absent / -"""
    asked(View8205.as_view())


class View8206(ListView):
    model = Book

    def render_to_response(self, context):
        for book in context["page_obj"] or ():
            book.author.name
        return HttpResponse()


def case_8206():
    """ListView names: {{ page_obj }} object_list without pagination / -"""
    asked(View8206.as_view())


class View8207(ListView):
    model = Book
    paginate_by = 5

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8207():
    """ListView paginate_by=5: object_list / nothing"""
    asked(View8207.as_view())


class View8208(ListView):
    model = Book
    paginate_by = 5

    def render_to_response(self, context):
        for book in context["page_obj"]:
            book.author.name
        context["page_obj"].has_next()
        return HttpResponse()


def case_8208():
    """ListView paginate_by=5: page_obj / nothing"""
    asked(View8208.as_view())


class View8209(ListView):
    model = Book
    paginate_by = 5
    queryset = Book.objects.select_related("author").order_by("pk")

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8209():
    """ListView paginate_by=5 + select_related / -"""
    asked(View8209.as_view())


class View8210(ListView):
    model = Book
    paginate_by = 5

    def render_to_response(self, context):
        for book in context["page_obj"].object_list:
            book.title
        for book in context["book_list"]:
            book.title
        context["paginator"].count
        context["page_obj"].paginator.count
        return HttpResponse()


def case_8210():
    """ListView paginate_by: page_obj.object_list & book_list both / -"""
    asked(View8210.as_view())


class View8211(ListView):
    model = Book
    allow_empty = False

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.title
        return HttpResponse()


def case_8211():
    """ListView allow_empty=False / -"""
    asked(View8211.as_view())


class View8212(ListView):
    model = Book
    allow_empty = False
    paginate_by = 5

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.title
        return HttpResponse()


def case_8212():
    """ListView allow_empty=False paginated / -"""
    asked(View8212.as_view())


class View8213(ListView):
    model = Book
    ordering = "title"

    def render_to_response(self, context):
        for book in context["object_list"]:
            book.author.name
        return HttpResponse()


def case_8213():
    """ListView ordering attr / -"""
    asked(View8213.as_view())


class View8214(DetailView):
    model = Book

    def render_to_response(self, context):
        context["object"].author.name
        context["book"].author.name
        return HttpResponse()


def case_8214():
    """DetailView object.fk.name / nothing"""
    asked(View8214.as_view(), pk=1)


class View8215(DetailView):
    model = Book

    def render_to_response(self, context):
        for chapter in context["object"].chapter_set.all():
            chapter.writer.name
        return HttpResponse()


def case_8215():
    """DetailView object.rel.all -> fk / nothing"""
    asked(View8215.as_view(), pk=1)


class View8216(DetailView):
    model = Book

    def render_to_response(self, context):
        for chapter in context["book"].chapter_set.all():
            chapter.book.title
        return HttpResponse()


def case_8216():
    """DetailView self.object.rel.all -> c.book (parent) / nothing"""
    asked(View8216.as_view(), pk=1)


def case_8217():
    """get_object_or_404(Model) then fk / nothing"""
    get_object_or_404(Book, pk=1).author.name


def case_8218():
    """get_object_or_404(qs.select_related) / -"""
    get_object_or_404(Book.objects.select_related("author"), pk=1).author.name


def case_8219():
    """get_list_or_404(qs) evaluates / -"""
    get_list_or_404(Book, n__gt=0)


class View8220(ArchiveIndexView):
    model = Book
    date_field = "created"
    allow_future = True

    def render_to_response(self, context):
        for book in context["latest"]:
            book.author.name
        return HttpResponse()


def case_8220():
    """ArchiveIndexView / -"""
    asked(View8220.as_view())


def case_8221():
    """Paginator(qs, 5).page(1): iterate / -"""
    [book.title for book in Paginator(Book.objects.order_by("pk"), 5).page(1)]


def case_8222():
    """Paginator(list(qs), 5).page(1) / -"""
    [book.title for book in Paginator(list(Book.objects.all()), 5).page(1)]


def case_8223():
    """for p in paginator: for x in p / -"""
    for page in Paginator(Book.objects.order_by("pk"), 5):
        for book in page:
            book.title


def case_8224():
    """Paginator page: fk / -"""
    [book.author.name for book in Paginator(Book.objects.order_by("pk"), 5).page(1)]


def case_8225():
    """paginator.count twice (cached_property) / -"""
    paginator = Paginator(Book.objects.all(), 5)
    (paginator.count, paginator.count, paginator.num_pages)


def case_8226():
    """len(page) / page[0] / page.object_list / -"""
    page = Paginator(Book.objects.order_by("pk"), 5).page(1)
    (len(page), page[0], list(page.object_list))


def case_8227():
    """paginator.get_elided_page_range / page.has_next / -"""
    page = Paginator(Book.objects.order_by("pk"), 5).page(1)
    (page.has_next(), list(page.paginator.get_elided_page_range(1)))
