import copy
import itertools
import operator
import pickle

from django.core import serializers
from django.db.models import Prefetch
from django.forms.models import model_to_dict

from app.models import (
    Author,
    Book,
    BookProxy,
    BookQS,
    ByCode,
    Contribution,
    Counter,
    Cover,
    Doc,
    Isbn,
    Mark,
    Page3,
    Place,
    Publisher,
    Restaurant,
    Slug,
)


def case_0001():
    """obj.fk / nothing"""
    for book in Book.objects.all():
        book.author


def case_0002():
    """obj.fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author


def case_0003():
    """obj.fk / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author


def case_0004():
    """obj.fk / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author


def case_0005():
    """obj.fk / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author


def case_0006():
    """obj.fk_id / nothing"""
    for book in Book.objects.all():
        book.author_id


def case_0007():
    """obj.fk_id / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author_id


def case_0008():
    """obj.fk_id / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author_id


def case_0009():
    """obj.fk_id / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author_id


def case_0010():
    """obj.fk_id / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author_id


def case_0011():
    """obj.fk.pk / nothing"""
    for book in Book.objects.all():
        book.author.pk


def case_0012():
    """obj.fk.pk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.pk


def case_0013():
    """obj.fk.pk / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.pk


def case_0014():
    """obj.fk.pk / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author.pk


def case_0015():
    """obj.fk.pk / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author.pk


def case_0016():
    """obj.fk.id / nothing"""
    for book in Book.objects.all():
        book.author.id


def case_0017():
    """obj.fk.id / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.id


def case_0018():
    """obj.fk.id / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.id


def case_0019():
    """obj.fk.id / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author.id


def case_0020():
    """obj.fk.id / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author.id


def case_0021():
    """obj.fk.name / nothing"""
    for book in Book.objects.all():
        book.author.name


def case_0022():
    """obj.fk.name / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.name


def case_0023():
    """obj.fk.name / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.name


def case_0024():
    """obj.fk.name / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author.name


def case_0025():
    """obj.fk.name / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author.name


def case_0026():
    """if obj.fk: / nothing"""
    for book in Book.objects.all():
        bool(book.author)


def case_0027():
    """if obj.fk: / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        bool(book.author)


def case_0028():
    """if obj.fk: / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        bool(book.author)


def case_0029():
    """if obj.fk: / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        bool(book.author)


def case_0030():
    """if obj.fk: / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        bool(book.author)


def case_0031():
    """obj.fk is None / nothing"""
    for book in Book.objects.all():
        book.author is None


def case_0032():
    """obj.fk is None / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author is None


def case_0033():
    """obj.fk is None / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author is None


def case_0034():
    """obj.fk is None / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author is None


def case_0035():
    """obj.fk is None / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author is None


def case_0036():
    """getattr(obj, "fk") / nothing"""
    for book in Book.objects.all():
        getattr(book, "author")


def case_0037():
    """getattr(obj, "fk") / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        getattr(book, "author")


def case_0038():
    """getattr(obj, "fk") / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        getattr(book, "author")


def case_0039():
    """getattr(obj, "fk") / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        getattr(book, "author")


def case_0040():
    """getattr(obj, "fk") / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        getattr(book, "author")


def case_0041():
    """hasattr(obj, "fk") / nothing"""
    for book in Book.objects.all():
        hasattr(book, "author")


def case_0042():
    """hasattr(obj, "fk") / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        hasattr(book, "author")


def case_0043():
    """hasattr(obj, "fk") / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        hasattr(book, "author")


def case_0044():
    """hasattr(obj, "fk") / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        hasattr(book, "author")


def case_0045():
    """hasattr(obj, "fk") / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        hasattr(book, "author")


def case_0046():
    """str(obj) with __str__ touching fk / nothing"""
    for row in Book.objects.all():
        str(row)


def case_0047():
    """str(obj) with __str__ touching fk / select_related('author')"""
    for row in Book.objects.all().select_related("author"):
        str(row)


def case_0048():
    """str(obj) with __str__ touching fk / prefetch_related('author')"""
    for row in Book.objects.all().prefetch_related("author"):
        str(row)


def case_0049():
    """str(obj) with __str__ touching fk / Prefetch('author', queryset)"""
    for row in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        str(row)


def case_0050():
    """str(obj) with __str__ touching fk / Prefetch('author', to_attr) but reading the relation name"""
    for row in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        str(row)


def case_0051():
    """repr(obj) (calls __str__) / nothing"""
    for row in Book.objects.all():
        repr(row)


def case_0052():
    """repr(obj) (calls __str__) / select_related('author')"""
    for row in Book.objects.all().select_related("author"):
        repr(row)


def case_0053():
    """repr(obj) (calls __str__) / prefetch_related('author')"""
    for row in Book.objects.all().prefetch_related("author"):
        repr(row)


def case_0054():
    """repr(obj) (calls __str__) / Prefetch('author', queryset)"""
    for row in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        repr(row)


def case_0055():
    """repr(obj) (calls __str__) / Prefetch('author', to_attr) but reading the relation name"""
    for row in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        repr(row)


def case_0056():
    """f"{obj}" / nothing"""
    for book in Book.objects.all():
        f"{book}"


def case_0057():
    """f"{obj}" / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        f"{book}"


def case_0058():
    """f"{obj}" / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        f"{book}"


def case_0059():
    """f"{obj}" / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        f"{book}"


def case_0060():
    """f"{obj}" / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        f"{book}"


def case_0061():
    """property touching fk / nothing"""
    for book in Book.objects.all():
        book.author_name


def case_0062():
    """property touching fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author_name


def case_0063():
    """property touching fk / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author_name


def case_0064():
    """property touching fk / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author_name


def case_0065():
    """property touching fk / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author_name


def case_0066():
    """cached_property touching fk / nothing"""
    for book in Book.objects.all():
        book.author_name_cached


def case_0067():
    """cached_property touching fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author_name_cached


def case_0068():
    """cached_property touching fk / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author_name_cached


def case_0069():
    """cached_property touching fk / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author_name_cached


def case_0070():
    """cached_property touching fk / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author_name_cached


def case_0071():
    """property touching only fk_id / nothing"""
    for book in Book.objects.all():
        book.author_pk


def case_0072():
    """property touching only fk_id / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author_pk


def case_0073():
    """property touching only fk_id / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author_pk


def case_0074():
    """property touching only fk_id / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author_pk


def case_0075():
    """property touching only fk_id / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author_pk


def case_0076():
    """obj.get_absolute_url() touching fk / nothing"""
    for book in Book.objects.all():
        book.get_absolute_url()


def case_0077():
    """obj.get_absolute_url() touching fk / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.get_absolute_url()


def case_0078():
    """obj.get_absolute_url() touching fk / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.get_absolute_url()


def case_0079():
    """obj.get_absolute_url() touching fk / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.get_absolute_url()


def case_0080():
    """obj.get_absolute_url() touching fk / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.get_absolute_url()


def case_0081():
    """nullable obj.fk (null) / nothing"""
    for book in Book.objects.all():
        book.reviewer


def case_0082():
    """nullable obj.fk (null) / select_related('reviewer')"""
    for book in Book.objects.all().select_related("reviewer"):
        book.reviewer


def case_0083():
    """nullable obj.fk (null) / prefetch_related('reviewer')"""
    for book in Book.objects.all().prefetch_related("reviewer"):
        book.reviewer


def case_0084():
    """nullable obj.fk (null) / Prefetch('reviewer', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("reviewer", queryset=Author.objects.all())):
        book.reviewer


def case_0085():
    """nullable obj.fk (null) / Prefetch('reviewer', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("reviewer", queryset=Author.objects.all(), to_attr="xx")):
        book.reviewer


def case_0086():
    """nullable obj.fk (set) / nothing"""
    for book in Book.objects.all():
        book.publisher.name


def case_0087():
    """nullable obj.fk (set) / select_related('publisher')"""
    for book in Book.objects.all().select_related("publisher"):
        book.publisher.name


def case_0088():
    """nullable obj.fk (set) / prefetch_related('publisher')"""
    for book in Book.objects.all().prefetch_related("publisher"):
        book.publisher.name


def case_0089():
    """nullable obj.fk (set) / Prefetch('publisher', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("publisher", queryset=Publisher.objects.all())):
        book.publisher.name


def case_0090():
    """nullable obj.fk (set) / Prefetch('publisher', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("publisher", queryset=Publisher.objects.all(), to_attr="xx")
    ):
        book.publisher.name


def case_0091():
    """nullable: obj.fk.name if obj.fk_id else None (null) / nothing"""
    for book in Book.objects.all():
        if book.reviewer_id:
            book.reviewer.name


def case_0092():
    """nullable: obj.fk.name if obj.fk_id else None (null) / select_related('reviewer')"""
    for book in Book.objects.all().select_related("reviewer"):
        if book.reviewer_id:
            book.reviewer.name


def case_0093():
    """nullable: obj.fk.name if obj.fk_id else None (null) / prefetch_related('reviewer')"""
    for book in Book.objects.all().prefetch_related("reviewer"):
        if book.reviewer_id:
            book.reviewer.name


def case_0094():
    """nullable: obj.fk.name if obj.fk_id else None (null) / Prefetch('reviewer', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("reviewer", queryset=Author.objects.all())):
        if book.reviewer_id:
            book.reviewer.name


def case_0095():
    """nullable: obj.fk.name if obj.fk_id else None (null) / Prefetch('reviewer', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("reviewer", queryset=Author.objects.all(), to_attr="xx")):
        if book.reviewer_id:
            book.reviewer.name


def case_0096():
    """related_name='+' fk: obj.fk.name / nothing"""
    for book in Book.objects.all():
        book.translator.name


def case_0097():
    """related_name='+' fk: obj.fk.name / select_related('translator')"""
    for book in Book.objects.all().select_related("translator"):
        book.translator.name


def case_0098():
    """related_name='+' fk: obj.fk.name / prefetch_related('translator')"""
    for book in Book.objects.all().prefetch_related("translator"):
        book.translator.name


def case_0099():
    """related_name='+' fk: obj.fk.name / Prefetch('translator', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("translator", queryset=Author.objects.all())):
        book.translator.name


def case_0100():
    """related_name='+' fk: obj.fk.name / Prefetch('translator', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("translator", queryset=Author.objects.all(), to_attr="xx")
    ):
        book.translator.name


def case_0101():
    """every row shares the same fk target: obj.fk.name / nothing"""
    for book in Book.objects.all():
        book.imprint.name


def case_0102():
    """every row shares the same fk target: obj.fk.name / select_related('imprint')"""
    for book in Book.objects.all().select_related("imprint"):
        book.imprint.name


def case_0103():
    """every row shares the same fk target: obj.fk.name / prefetch_related('imprint')"""
    for book in Book.objects.all().prefetch_related("imprint"):
        book.imprint.name


def case_0104():
    """every row shares the same fk target: obj.fk.name / Prefetch('imprint', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("imprint", queryset=Publisher.objects.all())):
        book.imprint.name


def case_0105():
    """every row shares the same fk target: obj.fk.name / Prefetch('imprint', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(
        Prefetch("imprint", queryset=Publisher.objects.all(), to_attr="xx")
    ):
        book.imprint.name


def case_0106():
    """self fk: obj.sequel_of.title / nothing"""
    for book in Book.objects.all():
        book.sequel_of and book.sequel_of.title


def case_0107():
    """self fk: obj.sequel_of.title / select_related('sequel_of')"""
    for book in Book.objects.all().select_related("sequel_of"):
        book.sequel_of and book.sequel_of.title


def case_0108():
    """self fk: obj.sequel_of.title / prefetch_related('sequel_of')"""
    for book in Book.objects.all().prefetch_related("sequel_of"):
        book.sequel_of and book.sequel_of.title


def case_0109():
    """self fk: obj.sequel_of.title / Prefetch('sequel_of', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("sequel_of", queryset=Book.objects.all())):
        book.sequel_of and book.sequel_of.title


def case_0110():
    """self fk: obj.sequel_of.title / Prefetch('sequel_of', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("sequel_of", queryset=Book.objects.all(), to_attr="xx")):
        book.sequel_of and book.sequel_of.title


def case_0111():
    """obj.fk.name twice on the same obj / nothing"""
    for book in Book.objects.all():
        book.author.name
        book.author.name


def case_0112():
    """obj.fk.name twice on the same obj / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.name
        book.author.name


def case_0113():
    """obj.fk.name twice on the same obj / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.name
        book.author.name


def case_0114():
    """obj.fk.name twice on the same obj / Prefetch('author', queryset)"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all())):
        book.author.name
        book.author.name


def case_0115():
    """obj.fk.name twice on the same obj / Prefetch('author', to_attr) but reading the relation name"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.author.name
        book.author.name


def case_0116():
    """obj.fk.fk2.name / nothing"""
    for book in Book.objects.all():
        book.author.city.name


def case_0117():
    """method touching self.fk.fk2 / nothing"""
    for book in Book.objects.all():
        book.city_name()


def case_0118():
    """obj.fk.fk2_id / nothing"""
    for book in Book.objects.all():
        book.author.city_id


def case_0119():
    """obj.fk.fk2.name / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.city.name


def case_0120():
    """method touching self.fk.fk2 / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.city_name()


def case_0121():
    """obj.fk.fk2_id / select_related('author')"""
    for book in Book.objects.all().select_related("author"):
        book.author.city_id


def case_0122():
    """obj.fk.fk2.name / select_related('author__city')"""
    for book in Book.objects.all().select_related("author__city"):
        book.author.city.name


def case_0123():
    """method touching self.fk.fk2 / select_related('author__city')"""
    for book in Book.objects.all().select_related("author__city"):
        book.city_name()


def case_0124():
    """obj.fk.fk2_id / select_related('author__city')"""
    for book in Book.objects.all().select_related("author__city"):
        book.author.city_id


def case_0125():
    """obj.fk.fk2.name / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.city.name


def case_0126():
    """method touching self.fk.fk2 / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.city_name()


def case_0127():
    """obj.fk.fk2_id / prefetch_related('author')"""
    for book in Book.objects.all().prefetch_related("author"):
        book.author.city_id


def case_0128():
    """obj.fk.fk2.name / prefetch_related('author__city')"""
    for book in Book.objects.all().prefetch_related("author__city"):
        book.author.city.name


def case_0129():
    """method touching self.fk.fk2 / prefetch_related('author__city')"""
    for book in Book.objects.all().prefetch_related("author__city"):
        book.city_name()


def case_0130():
    """obj.fk.fk2_id / prefetch_related('author__city')"""
    for book in Book.objects.all().prefetch_related("author__city"):
        book.author.city_id


def case_0131():
    """obj.fk.fk2.name / Prefetch('author', Author.select_related('city'))"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.select_related("city"))):
        book.author.city.name


def case_0132():
    """method touching self.fk.fk2 / Prefetch('author', Author.select_related('city'))"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.select_related("city"))):
        book.city_name()


def case_0133():
    """obj.fk.fk2_id / Prefetch('author', Author.select_related('city'))"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.select_related("city"))):
        book.author.city_id


def case_0134():
    """obj.fk.fk2.name / select_related('author').prefetch_related('author__city')"""
    for book in Book.objects.all().select_related("author").prefetch_related("author__city"):
        book.author.city.name


def case_0135():
    """method touching self.fk.fk2 / select_related('author').prefetch_related('author__city')"""
    for book in Book.objects.all().select_related("author").prefetch_related("author__city"):
        book.city_name()


def case_0136():
    """obj.fk.fk2_id / select_related('author').prefetch_related('author__city')"""
    for book in Book.objects.all().select_related("author").prefetch_related("author__city"):
        book.author.city_id


def case_0137():
    """to_attr list on a forward fk: obj.xx / Prefetch('author', to_attr='xx')"""
    for book in Book.objects.all().prefetch_related(Prefetch("author", queryset=Author.objects.all(), to_attr="xx")):
        book.xx.name


def case_0138():
    """to_field fk: obj.slug.code / nothing"""
    for book in ByCode.objects.all():
        book.slug.code


def case_0139():
    """to_field fk: obj.slug_id (holds the code) / nothing"""
    for book in ByCode.objects.all():
        book.slug_id


def case_0140():
    """forward o2o: cover.book.title / nothing"""
    for c in Cover.objects.all():
        c.book.title


def case_0141():
    """reverse o2o exists: book.cover.art / nothing"""
    for book in Book.objects.all():
        book.cover.art


def case_0142():
    """reverse o2o exists: hasattr(book, "cover") / nothing"""
    for book in Book.objects.all():
        hasattr(book, "cover")


def case_0143():
    """reverse o2o exists: hasattr then book.cover.art / nothing"""
    for book in Book.objects.all():
        hasattr(book, "cover") and book.cover.art


def case_0144():
    """reverse o2o missing: hasattr(book, "isbn") / nothing"""
    for book in Book.objects.all():
        hasattr(book, "isbn")


def case_0145():
    """reverse o2o missing: hasattr twice on the same obj / nothing"""
    for book in Book.objects.all():
        hasattr(book, "isbn")
        hasattr(book, "isbn")


def case_0146():
    """reverse o2o missing: getattr(book, "isbn", None) / nothing"""
    for book in Book.objects.all():
        getattr(book, "isbn", None)


def case_0147():
    """reverse o2o missing: try: book.isbn except DoesNotExist / nothing"""
    for book in Book.objects.all():
        try:
            book.isbn
        except Isbn.DoesNotExist:
            pass


def case_0148():
    """reverse o2o then back: book.cover.book.title / nothing"""
    for book in Book.objects.all():
        book.cover.book.title


def case_0149():
    """forward o2o then back: cover.book.cover.art / nothing"""
    for c in Cover.objects.all():
        c.book.cover.art


def case_0150():
    """reverse o2o with primary_key=True: book.coverpk.art / nothing"""
    for book in Book.objects.all():
        book.coverpk.art


def case_0151():
    """reverse o2o pk: book.coverpk.pk / nothing"""
    for book in Book.objects.all():
        book.coverpk.pk


def case_0152():
    """forward o2o: cover.book.title / select_related"""
    for c in Cover.objects.all().select_related("book"):
        c.book.title


def case_0153():
    """reverse o2o exists: book.cover.art / select_related"""
    for book in Book.objects.all().select_related("cover"):
        book.cover.art


def case_0154():
    """reverse o2o exists: hasattr(book, "cover") / select_related"""
    for book in Book.objects.all().select_related("cover"):
        hasattr(book, "cover")


def case_0155():
    """reverse o2o exists: hasattr then book.cover.art / select_related"""
    for book in Book.objects.all().select_related("cover"):
        hasattr(book, "cover") and book.cover.art


def case_0156():
    """reverse o2o missing: hasattr(book, "isbn") / select_related"""
    for book in Book.objects.all().select_related("isbn"):
        hasattr(book, "isbn")


def case_0157():
    """reverse o2o missing: hasattr twice on the same obj / select_related"""
    for book in Book.objects.all().select_related("isbn"):
        hasattr(book, "isbn")
        hasattr(book, "isbn")


def case_0158():
    """reverse o2o missing: getattr(book, "isbn", None) / select_related"""
    for book in Book.objects.all().select_related("isbn"):
        getattr(book, "isbn", None)


def case_0159():
    """reverse o2o missing: try: book.isbn except DoesNotExist / select_related"""
    for book in Book.objects.all().select_related("isbn"):
        try:
            book.isbn
        except Isbn.DoesNotExist:
            pass


def case_0160():
    """reverse o2o then back: book.cover.book.title / select_related"""
    for book in Book.objects.all().select_related("cover"):
        book.cover.book.title


def case_0161():
    """forward o2o then back: cover.book.cover.art / select_related"""
    for c in Cover.objects.all().select_related("book"):
        c.book.cover.art


def case_0162():
    """reverse o2o with primary_key=True: book.coverpk.art / select_related"""
    for book in Book.objects.all().select_related("coverpk"):
        book.coverpk.art


def case_0163():
    """reverse o2o pk: book.coverpk.pk / select_related"""
    for book in Book.objects.all().select_related("coverpk"):
        book.coverpk.pk


def case_0164():
    """forward o2o: cover.book.title / prefetch_related"""
    for c in Cover.objects.all().prefetch_related("book"):
        c.book.title


def case_0165():
    """reverse o2o exists: book.cover.art / prefetch_related"""
    for book in Book.objects.all().prefetch_related("cover"):
        book.cover.art


def case_0166():
    """reverse o2o exists: hasattr(book, "cover") / prefetch_related"""
    for book in Book.objects.all().prefetch_related("cover"):
        hasattr(book, "cover")


def case_0167():
    """reverse o2o exists: hasattr then book.cover.art / prefetch_related"""
    for book in Book.objects.all().prefetch_related("cover"):
        hasattr(book, "cover") and book.cover.art


def case_0168():
    """reverse o2o missing: hasattr(book, "isbn") / prefetch_related"""
    for book in Book.objects.all().prefetch_related("isbn"):
        hasattr(book, "isbn")


def case_0169():
    """reverse o2o missing: hasattr twice on the same obj / prefetch_related"""
    for book in Book.objects.all().prefetch_related("isbn"):
        hasattr(book, "isbn")
        hasattr(book, "isbn")


def case_0170():
    """reverse o2o missing: getattr(book, "isbn", None) / prefetch_related"""
    for book in Book.objects.all().prefetch_related("isbn"):
        getattr(book, "isbn", None)


def case_0171():
    """reverse o2o missing: try: book.isbn except DoesNotExist / prefetch_related"""
    for book in Book.objects.all().prefetch_related("isbn"):
        try:
            book.isbn
        except Isbn.DoesNotExist:
            pass


def case_0172():
    """reverse o2o then back: book.cover.book.title / prefetch_related"""
    for book in Book.objects.all().prefetch_related("cover"):
        book.cover.book.title


def case_0173():
    """forward o2o then back: cover.book.cover.art / prefetch_related"""
    for c in Cover.objects.all().prefetch_related("book"):
        c.book.cover.art


def case_0174():
    """reverse o2o with primary_key=True: book.coverpk.art / prefetch_related"""
    for book in Book.objects.all().prefetch_related("coverpk"):
        book.coverpk.art


def case_0175():
    """reverse o2o pk: book.coverpk.pk / prefetch_related"""
    for book in Book.objects.all().prefetch_related("coverpk"):
        book.coverpk.pk


def case_0176():
    """list comprehension -> fk / nothing"""
    [book.author.name for book in Book.objects.all()]


def case_0177():
    """list comprehension -> fk / select_related('author')"""
    [book.author.name for book in Book.objects.all().select_related("author")]


def case_0178():
    """generator in any() -> fk / nothing"""
    any(book.author.name == "zz" for book in Book.objects.all())


def case_0179():
    """generator in any() -> fk / select_related('author')"""
    any(book.author.name == "zz" for book in Book.objects.all().select_related("author"))


def case_0180():
    """sorted(key=lambda b: b.fk.name) -> fk / nothing"""
    sorted(Book.objects.all(), key=lambda book: book.author.name)


def case_0181():
    """sorted(key=lambda b: b.fk.name) -> fk / select_related('author')"""
    sorted(Book.objects.all().select_related("author"), key=lambda book: book.author.name)


def case_0182():
    """max(key=attrgetter("fk.name")) -> fk / nothing"""
    max(Book.objects.all(), key=operator.attrgetter("author.name"))


def case_0183():
    """max(key=attrgetter("fk.name")) -> fk / select_related('author')"""
    max(Book.objects.all().select_related("author"), key=operator.attrgetter("author.name"))


def case_0184():
    """{b.fk for b in qs} -> fk / nothing"""
    {book.author for book in Book.objects.all()}


def case_0185():
    """{b.fk for b in qs} -> fk / select_related('author')"""
    {book.author for book in Book.objects.all().select_related("author")}


def case_0186():
    """map(lambda) -> fk / nothing"""
    list(map(lambda book: book.author.name, Book.objects.all()))


def case_0187():
    """map(lambda) -> fk / select_related('author')"""
    list(map(lambda book: book.author.name, Book.objects.all().select_related("author")))


def case_0188():
    """enumerate -> fk / nothing"""
    [book.author.name for i, book in enumerate(Book.objects.all())]


def case_0189():
    """enumerate -> fk / select_related('author')"""
    [book.author.name for i, book in enumerate(Book.objects.all().select_related("author"))]


def case_0190():
    """zip -> fk / nothing"""
    [book.author.name for i, book in zip(itertools.count(), Book.objects.all())]


def case_0191():
    """zip -> fk / select_related('author')"""
    [book.author.name for i, book in zip(itertools.count(), Book.objects.all().select_related("author"))]


def case_0192():
    """groupby(key fk) -> fk / nothing"""
    [list(g) for k, g in itertools.groupby(Book.objects.all(), key=lambda book: book.author)]


def case_0193():
    """groupby(key fk) -> fk / select_related('author')"""
    [list(g) for k, g in itertools.groupby(Book.objects.all().select_related("author"), key=lambda book: book.author)]


def case_0194():
    """reversed(qs) -> fk / nothing"""
    [book.author.name for book in reversed(Book.objects.all())]


def case_0195():
    """reversed(qs) -> fk / select_related('author')"""
    [book.author.name for book in reversed(Book.objects.all().select_related("author"))]


def case_0196():
    """while/index over list(qs) -> fk / nothing"""
    [list(Book.objects.all())[0].author.name]


def case_0197():
    """while/index over list(qs) -> fk / select_related('author')"""
    [list(Book.objects.all().select_related("author"))[0].author.name]


def case_0198():
    """print(qs) (repr of at most 21 rows) -> fk / nothing"""
    repr(Book.objects.all())


def case_0199():
    """print(qs) (repr of at most 21 rows) -> fk / select_related('author')"""
    repr(Book.objects.all().select_related("author"))


def case_0200():
    """ ", ".join(map(str, qs)) -> fk / nothing"""
    ", ".join(map(str, Book.objects.all()))


def case_0201():
    """ ", ".join(map(str, qs)) -> fk / select_related('author')"""
    ", ".join(map(str, Book.objects.all().select_related("author")))


def case_0202():
    """qs[1:] loop -> fk / nothing"""
    [book.author.name for book in Book.objects.all()[1:]]


def case_0203():
    """qs[1:] loop -> fk / select_related('author')"""
    [book.author.name for book in Book.objects.all().select_related("author")[1:]]


def case_0204():
    """dict comp {b.pk: b.fk.name} -> fk / nothing"""
    {book.pk: book.author.name for book in Book.objects.all()}


def case_0205():
    """dict comp {b.pk: b.fk.name} -> fk / select_related('author')"""
    {book.pk: book.author.name for book in Book.objects.all().select_related("author")}


def case_0206():
    """next(iter(qs)).fk -> fk / nothing"""
    next(iter(Book.objects.all())).author.name


def case_0207():
    """next(iter(qs)).fk -> fk / select_related('author')"""
    next(iter(Book.objects.all().select_related("author"))).author.name


def case_0208():
    """itertools.islice(qs, 2) -> fk / nothing"""
    [book.author.name for book in itertools.islice(Book.objects.all(), 2)]


def case_0209():
    """itertools.islice(qs, 2) -> fk / select_related('author')"""
    [book.author.name for book in itertools.islice(Book.objects.all().select_related("author"), 2)]


def case_0210():
    """loop with break after first -> fk / nothing"""
    next(book.author.name for book in Book.objects.all())


def case_0211():
    """loop with break after first -> fk / select_related('author')"""
    next(book.author.name for book in Book.objects.all().select_related("author"))


def case_0212():
    """loop over method titles() on QuerySet -> fk / nothing"""
    queryset = Book.objects.all()
    if hasattr(queryset, "titles"):
        queryset.titles()
    else:
        BookQS(Book).titles()


def case_0213():
    """loop over method titles() on QuerySet -> fk / select_related('author')"""
    Book.chain.select_related("author").titles()


def case_0214():
    """obj.fk == other_author / nothing"""
    author = Author.objects.get(pk=1)
    for book in Book.objects.all():
        book.author == author


def case_0215():
    """obj.fk_id == other_author.pk / nothing"""
    author = Author.objects.get(pk=1)
    for book in Book.objects.all():
        book.author_id == author.pk


def case_0216():
    """fk in list of authors / nothing"""
    author = list(Author.objects.all())
    for book in Book.objects.all():
        book.author in author


def case_0217():
    """obj in dict / hash(obj) / obj == obj / nothing"""
    for book in Book.objects.all():
        hash(book)
        book == book
        book in {book: 1}


def case_0218():
    """model_to_dict(obj) (model with M2M fields) / nothing"""
    for row in Book.objects.all():
        model_to_dict(row)


def case_0219():
    """model_to_dict(obj) / prefetch_related all m2m"""
    for row in Book.objects.all().prefetch_related("tags", "otags", "contributors", "tagged"):
        model_to_dict(row)


def case_0220():
    """model_to_dict(obj, fields=['title','author']) / nothing"""
    for book in Book.objects.all():
        model_to_dict(book, fields=["title", "author"])


def case_0221():
    """serializers.serialize("json", qs) with 2 auto M2M (through m2m skipped) / nothing"""
    serializers.serialize("json", Book.objects.all())


def case_0222():
    """serializers.serialize("json", qs) / prefetch_related('tags','otags')"""
    serializers.serialize("json", Book.objects.all().prefetch_related("tags", "otags"))


def case_0223():
    """serializers.serialize("json", qs, fields=["title","author"]) / nothing"""
    serializers.serialize("json", Book.objects.all(), fields=["title", "author"])


def case_0224():
    """obj.__dict__ / vars(obj) / obj.pk / nothing"""
    for book in Book.objects.all():
        vars(book)
        book.pk


def case_0225():
    """pickle.dumps(obj) / nothing"""
    for row in Book.objects.all():
        pickle.dumps(row)


def case_0226():
    """copy.copy(obj)/deepcopy / nothing"""
    for book in Book.objects.all():
        copy.copy(book)
        copy.deepcopy(book)


def case_0227():
    """obj.full_clean() / nothing"""
    for c in Counter.objects.all():
        c.full_clean()


def case_0228():
    """obj.full_clean() with fks / nothing"""
    for c in Contribution.objects.all():
        c.full_clean()


def case_0229():
    """obj.clean_fields() with 2 fks / nothing"""
    for c in Contribution.objects.all():
        c.clean_fields()


def case_0230():
    """obj.validate_unique() / nothing"""
    for c in Slug.objects.all():
        c.validate_unique()


def case_0231():
    """obj.get_next_by_created() / nothing"""
    for book in Book.objects.all():
        if book.pk < 2:
            book.get_next_by_created()


def case_0232():
    """obj.get_deferred_fields() / only"""
    for book in Book.objects.all().only("title"):
        book.get_deferred_fields()


def case_0233():
    """MTI child: r.name (parent column) / nothing"""
    for r in Restaurant.objects.all():
        r.name


def case_0234():
    """MTI child: r.city.name (parent fk) / nothing"""
    for r in Restaurant.objects.all():
        r.city.name


def case_0235():
    """MTI child: r.city.name / select_related('city')"""
    for r in Restaurant.objects.select_related("city"):
        r.city.name


def case_0236():
    """MTI child: r.place_ptr / nothing"""
    for r in Restaurant.objects.all():
        r.place_ptr.name


def case_0237():
    """MTI parent: place.restaurant / nothing"""
    for parent in Place.objects.all():
        parent.restaurant.stars


def case_0238():
    """MTI parent: place.restaurant / select_related('restaurant')"""
    for parent in Place.objects.select_related("restaurant"):
        parent.restaurant.stars


def case_0239():
    """MTI parent: hasattr(place,"restaurant") / nothing"""
    for parent in Place.objects.all():
        hasattr(parent, "restaurant")


def case_0240():
    """MTI child: r.place_ptr / .only('stars')"""
    for r in Restaurant.objects.only("stars"):
        r.place_ptr.name


def case_0241():
    """MTI: place.restaurant.name / select_related('restaurant')"""
    for parent in Place.objects.select_related("restaurant"):
        parent.restaurant.name


def case_0242():
    """MTI: place.restaurant.city.name / select_related('restaurant')"""
    for parent in Place.objects.select_related("restaurant"):
        parent.restaurant.city.name


def case_0243():
    """MTI: place.restaurant.city.name / select_related('restaurant','city')"""
    for parent in Place.objects.select_related("restaurant", "city"):
        parent.restaurant.city.name


def case_0244():
    """MTI: place.restaurant.city.name / select_related('restaurant__city')"""
    for parent in Place.objects.select_related("restaurant__city"):
        parent.restaurant.city.name


def case_0245():
    """MTI: place.restaurant.place_ptr / select_related('restaurant')"""
    for parent in Place.objects.select_related("restaurant"):
        parent.restaurant.place_ptr.name


def case_0246():
    """proxy: obj.fk.name / nothing"""
    for book in BookProxy.objects.all():
        book.author.name


def case_0247():
    """proxy: obj.fk.name / select_related('author')"""
    for book in BookProxy.objects.select_related("author"):
        book.author.name


def case_0248():
    """proxy: obj.chapter_set.all() / prefetch_related('chapter_set')"""
    for book in BookProxy.objects.prefetch_related("chapter_set"):
        list(book.chapter_set.all())


def case_0249():
    """abstract-base fk: doc.owner.name / method on base / nothing"""
    for d in Doc.objects.all():
        d.owner_name()


def case_0250():
    """abstract-base fk: doc.owner.name / method on base / select_related('owner')"""
    for d in Doc.objects.select_related("owner"):
        d.owner_name()


def case_0251():
    """abstract-base '%(class)ss_owned' accessor: author.docs_owned.all() / nothing"""
    for author in Author.objects.all():
        list(author.docs_owned.all())


def case_0252():
    """custom manager get_queryset().select_related(author): obj.fk.name / Book.rich.all()"""
    for book in Book.rich.all():
        book.author.name


def case_0253():
    """custom manager filter chain keeps select_related / Book.rich.filter().order_by()"""
    for book in Book.rich.filter(n__gte=0).order_by("n"):
        book.author.name


def case_0254():
    """QuerySet.as_manager().big() / Book.chain.big()"""
    for book in Book.chain.big():
        book.author.name


def case_0255():
    """QuerySet.as_manager().big().with_author() / Book.chain"""
    for book in Book.chain.big().with_author():
        book.author.name


def case_0256():
    """from_queryset manager .with_author() / Book.fq"""
    for book in Book.fq.with_author():
        book.author.name


def case_0257():
    """reverse set uses _default_manager: book.page_set.all() -> page.inker.name / default manager has select_related(inker)"""
    for book in Book.objects.all():
        [parent.inker.name for parent in book.page_set.all()]


def case_0258():
    """forward fk uses _base_manager: mark.page.inker.name / Page default manager has select_related(inker)"""
    for row in Mark.objects.all():
        row.page.inker.name


def case_0259():
    """prefetch_related(forward fk) uses _base_manager: mark.page.inker.name / prefetch_related('page')"""
    for row in Mark.objects.prefetch_related("page"):
        row.page.inker.name


def case_0260():
    """base_manager_name set: mark.page2.inker.name / prefetch_related('page2')"""
    for row in Mark.objects.prefetch_related("page2"):
        row.page2.inker.name


def case_0261():
    """base_manager_name set: mark.page2.inker.name / nothing"""
    for row in Mark.objects.all():
        row.page2.inker.name


def case_0262():
    """select_related(forward fk) ignores target managers: mark.page.inker.name / select_related('page')"""
    for row in Mark.objects.select_related("page"):
        row.page.inker.name


def case_0263():
    """select_related + base_manager_name: mark.page2.inker.name / select_related('page2')"""
    for row in Mark.objects.select_related("page2"):
        row.page2.inker.name


def case_0264():
    """default manager prefetches: page3.marks.all() / Page3.objects has prefetch_related(marks)"""
    for parent in Page3.objects.all():
        list(parent.marks.all())


def case_0265():
    """prefetch(reverse) uses _default_manager: book.page_set -> page.inker / prefetch_related('page_set')"""
    for book in Book.objects.all().prefetch_related("page_set"):
        [parent.inker.name for parent in book.page_set.all()]
