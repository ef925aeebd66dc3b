from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import cached_property

C = models.CASCADE


class Country(models.Model):
    name = models.CharField(max_length=50)


class City(models.Model):
    name = models.CharField(max_length=50)
    country = models.ForeignKey(Country, C)


class Author(models.Model):
    name = models.CharField(max_length=50)
    city = models.ForeignKey(City, C)
    mentor = models.ForeignKey("self", C, null=True, blank=True, related_name="mentees")

    def __str__(self):
        return self.name


class Publisher(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name


class Tag(models.Model):
    name = models.CharField(max_length=50)
    owner = models.ForeignKey(Author, C)


class OTag(models.Model):
    name = models.CharField(max_length=50)
    owner = models.ForeignKey(Author, C)

    class Meta:
        ordering = ["name"]


class BookQS(models.QuerySet):
    def big(self):
        return self.filter(n__gte=0)

    def noop(self):
        return self

    def with_author(self):
        return self.select_related("author")

    def titles(self):
        return [b.author.name for b in self]


class RichManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("author")


class PlainManager(models.Manager):
    def mgr_method(self):
        return self.get_queryset()


class Book(models.Model):
    title = models.CharField(max_length=50)
    n = models.IntegerField(default=0)
    blurb = models.TextField(default="")
    created = models.DateTimeField(auto_now_add=True)
    author = models.ForeignKey(Author, C)
    editor = models.ForeignKey(Author, C, related_name="edited", related_query_name="edited_book")
    translator = models.ForeignKey(Author, C, related_name="+")
    publisher = models.ForeignKey(Publisher, C, null=True, blank=True, related_name="books")
    reviewer = models.ForeignKey(Author, C, null=True, blank=True, related_name="reviewed")
    imprint = models.ForeignKey(Publisher, C, related_name="imprint_books")
    sequel_of = models.ForeignKey("self", C, null=True, blank=True, related_name="sequels")
    tags = models.ManyToManyField(Tag, related_name="books")
    otags = models.ManyToManyField(OTag, related_name="books")
    contributors = models.ManyToManyField(Author, through="Contribution", related_name="contributed")
    tagged = GenericRelation("TaggedItem", related_query_name="book")

    objects = models.Manager()
    rich = RichManager()
    chain = BookQS.as_manager()
    fq = PlainManager.from_queryset(BookQS)()

    def __str__(self):
        return f"{self.title} by {self.author.name}"

    @property
    def author_name(self):
        return self.author.name

    @cached_property
    def author_name_cached(self):
        return self.author.name

    @property
    def author_pk(self):
        return self.author_id

    def city_name(self):
        return self.author.city.name

    def get_absolute_url(self):
        return f"/{self.author.name}/{self.pk}"

    def chapter_count(self):
        return self.chapter_set.count()

    @classmethod
    def make(cls):
        return list(cls.objects.all())


class BookProxy(Book):
    class Meta:
        proxy = True


class PlainBook(Book):
    "proxy whose __str__ touches no fk"

    class Meta:
        proxy = True

    def __str__(self):
        return self.title


class Cover(models.Model):
    book = models.OneToOneField(Book, C)
    art = models.CharField(max_length=50)
    artist = models.ForeignKey(Author, C)


class CoverPk(models.Model):
    book = models.OneToOneField(Book, C, primary_key=True)
    art = models.CharField(max_length=50)


class Isbn(models.Model):  # never any row
    book = models.OneToOneField(Book, C, related_name="isbn")
    code = models.CharField(max_length=50)


class Chapter(models.Model):
    book = models.ForeignKey(Book, C)
    name = models.CharField(max_length=50)
    writer = models.ForeignKey(Author, C)
    objects = PlainManager.from_queryset(BookQS)()


class Note(models.Model):
    book = models.ForeignKey(Book, C)
    name = models.CharField(max_length=50)
    writer = models.ForeignKey(Author, C)

    class Meta:
        ordering = ["name"]


class PageManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("inker")


class Page(models.Model):
    book = models.ForeignKey(Book, C)
    inker = models.ForeignKey(Author, C)
    name = models.CharField(max_length=50)
    objects = PageManager()


class Page2(models.Model):
    book = models.ForeignKey(Book, C)
    inker = models.ForeignKey(Author, C)
    name = models.CharField(max_length=50)
    objects = PageManager()

    class Meta:
        base_manager_name = "objects"


class PrefManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().prefetch_related("marks")


class Page3(models.Model):
    book = models.ForeignKey(Book, C)
    name = models.CharField(max_length=50)
    objects = PrefManager()


class Mark(models.Model):
    page = models.ForeignKey(Page, C)
    page2 = models.ForeignKey(Page2, C)
    page3 = models.ForeignKey(Page3, C, related_name="marks")


class Contribution(models.Model):
    book = models.ForeignKey(Book, C)
    author = models.ForeignKey(Author, C)
    role = models.CharField(max_length=50, default="r")


class TaggedItem(models.Model):
    label = models.CharField(max_length=50)
    content_type = models.ForeignKey(ContentType, C)
    object_id = models.PositiveBigIntegerField()
    content_object = GenericForeignKey()


class Place(models.Model):
    name = models.CharField(max_length=50)
    city = models.ForeignKey(City, C)


class Restaurant(Place):
    stars = models.IntegerField(default=0)
    chef = models.ForeignKey(Author, C)


class Base(models.Model):
    owner = models.ForeignKey(Author, C, related_name="%(class)ss_owned")

    class Meta:
        abstract = True

    def owner_name(self):
        return self.owner.name


class Doc(Base):
    title = models.CharField(max_length=50)


class Slug(models.Model):
    "FK with to_field"

    code = models.CharField(max_length=20, unique=True)


class ByCode(models.Model):
    slug = models.ForeignKey(Slug, C, to_field="code")


class Counter(models.Model):
    n = models.IntegerField(default=0)
    name = models.CharField(max_length=50, default="", blank=True)


class DataBook(models.Model):
    "FK target with __str__ that touches an FK"

    book = models.ForeignKey(Book, C)
    note = models.CharField(max_length=50, blank=True)
    books = models.ManyToManyField(Book, related_name="+", blank=True)

    def __str__(self):
        return self.note
