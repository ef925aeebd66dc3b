"""The serializers of the truth table: one for each kind of field."""

from rest_framework import serializers

from app.models import Author, Book, Chapter, Contribution, Counter, Cover, Isbn, Publisher, Slug, Tag, TaggedItem


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name"]


class AuthorWithCity(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "city"]


class AuthorWithDepth(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name", "city"]
        depth = 1


class PublisherSerializer(serializers.ModelSerializer):
    class Meta:
        model = Publisher
        fields = ["name"]


class CoverSerializer(serializers.ModelSerializer):
    class Meta:
        model = Cover
        fields = ["art"]


class IsbnSerializer(serializers.ModelSerializer):
    class Meta:
        model = Isbn
        fields = ["code"]


class ChapterSerializer(serializers.ModelSerializer):
    class Meta:
        model = Chapter
        fields = ["id", "name"]


class ChapterWithKeys(serializers.ModelSerializer):
    class Meta:
        model = Chapter
        fields = ["id", "name", "book", "writer"]


class ChapterWithWriter(serializers.ModelSerializer):
    writer = AuthorSerializer()

    class Meta:
        model = Chapter
        fields = ["id", "writer"]


class WholeChapter(serializers.ModelSerializer):
    class Meta:
        model = Chapter
        fields = "__all__"


class PlainFields(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "title"]


class OnlyTitle(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["title"]


class AuthorKey(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "author"]


class NestedAuthor(serializers.ModelSerializer):
    author = AuthorSerializer()

    class Meta:
        model = Book
        fields = ["id", "author"]


class SourceName(serializers.ModelSerializer):
    an = serializers.CharField(source="author.name")

    class Meta:
        model = Book
        fields = ["id", "an"]


class SourceId(serializers.ModelSerializer):
    an = serializers.IntegerField(source="author.id")

    class Meta:
        model = Book
        fields = ["id", "an"]


class SourceColumn(serializers.ModelSerializer):
    an = serializers.IntegerField(source="author_id")

    class Meta:
        model = Book
        fields = ["id", "an"]


class SourceKey(serializers.ModelSerializer):
    an = serializers.ReadOnlyField(source="author.pk")

    class Meta:
        model = Book
        fields = ["id", "an"]


class MethodField(serializers.ModelSerializer):
    an = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ["id", "an"]

    def get_an(self, book):
        return book.author.name


class TextOfAuthor(serializers.ModelSerializer):
    author = serializers.StringRelatedField()

    class Meta:
        model = Book
        fields = ["id", "author"]


class SlugOfAuthor(serializers.ModelSerializer):
    author = serializers.SlugRelatedField(slug_field="name", read_only=True)

    class Meta:
        model = Book
        fields = ["id", "author"]


class LinkToAuthor(serializers.ModelSerializer):
    author = serializers.HyperlinkedRelatedField(view_name="author-detail", read_only=True)

    class Meta:
        model = Book
        fields = ["id", "author"]


class LinkToAuthorById(serializers.ModelSerializer):
    author = serializers.HyperlinkedRelatedField(
        view_name="author-detail", lookup_field="id", lookup_url_kwarg="pk", read_only=True
    )

    class Meta:
        model = Book
        fields = ["id", "author"]


class FieldOfKey(serializers.ModelSerializer):
    author = serializers.PrimaryKeyRelatedField(read_only=True, pk_field=serializers.IntegerField())

    class Meta:
        model = Book
        fields = ["id", "author"]


class PropertyOfModel(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "author_name"]


class OwnRepresentation(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id"]

    def to_representation(self, book):
        return {"a": book.author.name}


class DepthOne(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "author"]
        depth = 1


class DepthTwo(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "author"]
        depth = 2


class NestedAuthorWithCity(serializers.ModelSerializer):
    author = AuthorWithCity()

    class Meta:
        model = Book
        fields = ["id", "author"]


class NestedAuthorWithDepth(serializers.ModelSerializer):
    author = AuthorWithDepth()

    class Meta:
        model = Book
        fields = ["id", "author"]


class NullableKeys(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "reviewer", "publisher"]


class NestedPublisher(serializers.ModelSerializer):
    publisher = PublisherSerializer()

    class Meta:
        model = Book
        fields = ["id", "publisher"]


class TextOfBook(serializers.ModelSerializer):
    z = serializers.CharField(source="__str__")

    class Meta:
        model = Book
        fields = ["id", "z"]


class TagKeys(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "tags"]


class TextOfTags(serializers.ModelSerializer):
    tags = serializers.StringRelatedField(many=True)

    class Meta:
        model = Book
        fields = ["id", "tags"]


class SlugOfTags(serializers.ModelSerializer):
    tags = serializers.SlugRelatedField(many=True, slug_field="name", read_only=True)

    class Meta:
        model = Book
        fields = ["id", "tags"]


class LinkToTags(serializers.ModelSerializer):
    tags = serializers.HyperlinkedRelatedField(many=True, view_name="tag-detail", read_only=True)

    class Meta:
        model = Book
        fields = ["id", "tags"]


class ChapterKeys(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "chapter_set"]


class NestedChapters(serializers.ModelSerializer):
    chapter_set = ChapterSerializer(many=True)

    class Meta:
        model = Book
        fields = ["id", "chapter_set"]


class NestedChaptersWithKeys(serializers.ModelSerializer):
    chapter_set = ChapterWithKeys(many=True)

    class Meta:
        model = Book
        fields = ["id", "chapter_set"]


class NestedChaptersWithWriter(serializers.ModelSerializer):
    chapter_set = ChapterWithWriter(many=True)

    class Meta:
        model = Book
        fields = ["id", "chapter_set"]


class SourceCount(serializers.ModelSerializer):
    k = serializers.IntegerField(source="chapter_set.count")

    class Meta:
        model = Book
        fields = ["id", "k"]


class MethodCount(serializers.ModelSerializer):
    k = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ["id", "k"]

    def get_k(self, book):
        return book.chapter_set.count()


class MethodFilter(serializers.ModelSerializer):
    k = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ["id", "k"]

    def get_k(self, book):
        return [chapter.name for chapter in book.chapter_set.filter(pk__gt=0)]


class ListOfTags(serializers.ModelSerializer):
    k = serializers.ListField(source="tags.all", child=serializers.CharField())

    class Meta:
        model = Book
        fields = ["id", "k"]


class NestedCover(serializers.ModelSerializer):
    cover = CoverSerializer()

    class Meta:
        model = Book
        fields = ["id", "cover"]


class CoverKey(serializers.ModelSerializer):
    cover = serializers.PrimaryKeyRelatedField(read_only=True)

    class Meta:
        model = Book
        fields = ["id", "cover"]


class MissingIsbn(serializers.ModelSerializer):
    isbn = IsbnSerializer(read_only=True, required=False)

    class Meta:
        model = Book
        fields = ["id", "isbn"]


class DepthOfTags(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id", "tags"]
        depth = 1


class WholeBook(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = "__all__"


class GenericTarget(serializers.ModelSerializer):
    k = serializers.SerializerMethodField()

    class Meta:
        model = TaggedItem
        fields = ["id", "k"]

    def get_k(self, item):
        return item.content_object.pk


class Links(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = Book
        fields = ["url", "author"]


class OnlyId(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id"]


class ContributionInput(serializers.ModelSerializer):
    class Meta:
        model = Contribution
        fields = ["book", "author"]


class TagInput(serializers.ModelSerializer):
    books = serializers.PrimaryKeyRelatedField(many=True, queryset=Book.objects.all())

    class Meta:
        model = Tag
        fields = ["books"]


class CounterInput(serializers.ModelSerializer):
    class Meta:
        model = Counter
        fields = ["n"]


class SlugInput(serializers.ModelSerializer):
    class Meta:
        model = Slug
        fields = ["code"]
