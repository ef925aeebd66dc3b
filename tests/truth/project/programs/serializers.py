from rest_framework import filters, generics, pagination, viewsets

from app import serializers as s
from app.browser import CONTEXT, shown
from app.models import Book, Chapter, Counter, TaggedItem


class Pages(pagination.PageNumberPagination):
    page_size = 5


class Limits(pagination.LimitOffsetPagination):
    default_limit = 5


class Cursors(pagination.CursorPagination):
    page_size = 5
    ordering = "pk"


def case_9001():
    """plain fields / nothing"""
    s.PlainFields(Book.objects.all(), many=True, context=CONTEXT).data


def case_9002():
    """PrimaryKeyRelatedField fk (default): 'author' / nothing"""
    s.AuthorKey(Book.objects.all(), many=True, context=CONTEXT).data


def case_9003():
    """nested serializer author / nothing"""
    s.NestedAuthor(Book.objects.all(), many=True, context=CONTEXT).data


def case_9004():
    """CharField(source='author.name') / nothing"""
    s.SourceName(Book.objects.all(), many=True, context=CONTEXT).data


def case_9005():
    """source='author.id' / nothing"""
    s.SourceId(Book.objects.all(), many=True, context=CONTEXT).data


def case_9006():
    """source='author_id' / nothing"""
    s.SourceColumn(Book.objects.all(), many=True, context=CONTEXT).data


def case_9007():
    """source='author.pk' ReadOnlyField / nothing"""
    s.SourceKey(Book.objects.all(), many=True, context=CONTEXT).data


def case_9008():
    """SerializerMethodField touching fk / nothing"""
    s.MethodField(Book.objects.all(), many=True, context=CONTEXT).data


def case_9009():
    """StringRelatedField / nothing"""
    s.TextOfAuthor(Book.objects.all(), many=True, context=CONTEXT).data


def case_9010():
    """SlugRelatedField(slug_field='name') / nothing"""
    s.SlugOfAuthor(Book.objects.all(), many=True, context=CONTEXT).data


def case_9011():
    """HyperlinkedRelatedField / nothing"""
    s.LinkToAuthor(Book.objects.all(), many=True, context=CONTEXT).data


def case_9012():
    """HyperlinkedRelatedField(lookup_field='name') / nothing"""
    s.LinkToAuthorById(Book.objects.all(), many=True, context=CONTEXT).data


def case_9013():
    """PrimaryKeyRelatedField(pk_field) / nothing"""
    s.FieldOfKey(Book.objects.all(), many=True, context=CONTEXT).data


def case_9014():
    """ReadOnlyField(model property touching fk) / nothing"""
    s.PropertyOfModel(Book.objects.all(), many=True, context=CONTEXT).data


def case_9015():
    """to_representation override touching fk / nothing"""
    s.OwnRepresentation(Book.objects.all(), many=True, context=CONTEXT).data


def case_9016():
    """depth=1 with fields [author] / nothing"""
    s.DepthOne(Book.objects.all(), many=True, context=CONTEXT).data


def case_9017():
    """depth=2 with fields [author] / nothing"""
    s.DepthTwo(Book.objects.all(), many=True, context=CONTEXT).data


def case_9018():
    """nested author with its own fk pk (city) / nothing"""
    s.NestedAuthorWithCity(Book.objects.all(), many=True, context=CONTEXT).data


def case_9019():
    """nested author depth=1 (city) / nothing"""
    s.NestedAuthorWithDepth(Book.objects.all(), many=True, context=CONTEXT).data


def case_9020():
    """nullable fk pk 'reviewer' / nothing"""
    s.NullableKeys(Book.objects.all(), many=True, context=CONTEXT).data


def case_9021():
    """nested nullable publisher / nothing"""
    s.NestedPublisher(Book.objects.all(), many=True, context=CONTEXT).data


def case_9022():
    """StringField via serializers.CharField(source="__str__") / nothing"""
    s.TextOfBook(Book.objects.all(), many=True, context=CONTEXT).data


def case_9023():
    """fields='__all__' on Chapter (fk only) / nothing"""
    s.WholeChapter(Chapter.objects.all(), many=True, context=CONTEXT).data


def case_9024():
    """plain fields / select_related('author')"""
    s.PlainFields(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9025():
    """PrimaryKeyRelatedField fk (default): 'author' / select_related('author')"""
    s.AuthorKey(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9026():
    """nested serializer author / select_related('author')"""
    s.NestedAuthor(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9027():
    """CharField(source='author.name') / select_related('author')"""
    s.SourceName(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9028():
    """source='author.id' / select_related('author')"""
    s.SourceId(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9029():
    """source='author_id' / select_related('author')"""
    s.SourceColumn(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9030():
    """source='author.pk' ReadOnlyField / select_related('author')"""
    s.SourceKey(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9031():
    """SerializerMethodField touching fk / select_related('author')"""
    s.MethodField(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9032():
    """StringRelatedField / select_related('author')"""
    s.TextOfAuthor(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9033():
    """SlugRelatedField(slug_field='name') / select_related('author')"""
    s.SlugOfAuthor(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9034():
    """HyperlinkedRelatedField / select_related('author')"""
    s.LinkToAuthor(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9035():
    """HyperlinkedRelatedField(lookup_field='name') / select_related('author')"""
    s.LinkToAuthorById(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9036():
    """PrimaryKeyRelatedField(pk_field) / select_related('author')"""
    s.FieldOfKey(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9037():
    """ReadOnlyField(model property touching fk) / select_related('author')"""
    s.PropertyOfModel(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9038():
    """to_representation override touching fk / select_related('author')"""
    s.OwnRepresentation(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9039():
    """depth=1 with fields [author] / select_related('author')"""
    s.DepthOne(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9040():
    """depth=2 with fields [author] / select_related('author')"""
    s.DepthTwo(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9041():
    """nested author with its own fk pk (city) / select_related('author')"""
    s.NestedAuthorWithCity(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9042():
    """nested author depth=1 (city) / select_related('author')"""
    s.NestedAuthorWithDepth(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9043():
    """nullable fk pk 'reviewer' / select_related('author')"""
    s.NullableKeys(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9044():
    """nested nullable publisher / select_related('author')"""
    s.NestedPublisher(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9045():
    """StringField via serializers.CharField(source="__str__") / select_related('author')"""
    s.TextOfBook(Book.objects.select_related("author"), many=True, context=CONTEXT).data


def case_9046():
    """fields='__all__' on Chapter (fk only) / select_related('author')"""
    s.WholeChapter(Chapter.objects.all(), many=True, context=CONTEXT).data


def case_9047():
    """plain fields / prefetch_related('author')"""
    s.PlainFields(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9048():
    """PrimaryKeyRelatedField fk (default): 'author' / prefetch_related('author')"""
    s.AuthorKey(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9049():
    """nested serializer author / prefetch_related('author')"""
    s.NestedAuthor(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9050():
    """CharField(source='author.name') / prefetch_related('author')"""
    s.SourceName(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9051():
    """source='author.id' / prefetch_related('author')"""
    s.SourceId(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9052():
    """source='author_id' / prefetch_related('author')"""
    s.SourceColumn(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9053():
    """source='author.pk' ReadOnlyField / prefetch_related('author')"""
    s.SourceKey(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9054():
    """SerializerMethodField touching fk / prefetch_related('author')"""
    s.MethodField(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9055():
    """StringRelatedField / prefetch_related('author')"""
    s.TextOfAuthor(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9056():
    """SlugRelatedField(slug_field='name') / prefetch_related('author')"""
    s.SlugOfAuthor(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9057():
    """HyperlinkedRelatedField / prefetch_related('author')"""
    s.LinkToAuthor(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9058():
    """HyperlinkedRelatedField(lookup_field='name') / prefetch_related('author')"""
    s.LinkToAuthorById(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9059():
    """PrimaryKeyRelatedField(pk_field) / prefetch_related('author')"""
    s.FieldOfKey(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9060():
    """ReadOnlyField(model property touching fk) / prefetch_related('author')"""
    s.PropertyOfModel(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9061():
    """to_representation override touching fk / prefetch_related('author')"""
    s.OwnRepresentation(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9062():
    """depth=1 with fields [author] / prefetch_related('author')"""
    s.DepthOne(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9063():
    """depth=2 with fields [author] / prefetch_related('author')"""
    s.DepthTwo(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9064():
    """nested author with its own fk pk (city) / prefetch_related('author')"""
    s.NestedAuthorWithCity(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9065():
    """nested author depth=1 (city) / prefetch_related('author')"""
    s.NestedAuthorWithDepth(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9066():
    """nullable fk pk 'reviewer' / prefetch_related('author')"""
    s.NullableKeys(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9067():
    """nested nullable publisher / prefetch_related('author')"""
    s.NestedPublisher(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9068():
    """StringField via serializers.CharField(source="__str__") / prefetch_related('author')"""
    s.TextOfBook(Book.objects.prefetch_related("author"), many=True, context=CONTEXT).data


def case_9069():
    """fields='__all__' on Chapter (fk only) / prefetch_related('author')"""
    s.WholeChapter(Chapter.objects.all(), many=True, context=CONTEXT).data


def case_9070():
    """M2M default PrimaryKeyRelatedField(many=True): 'tags' / nothing"""
    s.TagKeys(Book.objects.all(), many=True, context=CONTEXT).data


def case_9071():
    """M2M StringRelatedField(many=True) / nothing"""
    s.TextOfTags(Book.objects.all(), many=True, context=CONTEXT).data


def case_9072():
    """M2M SlugRelatedField(many=True) / nothing"""
    s.SlugOfTags(Book.objects.all(), many=True, context=CONTEXT).data


def case_9073():
    """M2M HyperlinkedRelatedField(many=True) / nothing"""
    s.LinkToTags(Book.objects.all(), many=True, context=CONTEXT).data


def case_9074():
    """reverse fk pk 'chapter_set' / nothing"""
    s.ChapterKeys(Book.objects.all(), many=True, context=CONTEXT).data


def case_9075():
    """nested many chapter_set / nothing"""
    s.NestedChapters(Book.objects.all(), many=True, context=CONTEXT).data


def case_9076():
    """nested many chapter_set with fk pks (book, writer) / nothing"""
    s.NestedChaptersWithKeys(Book.objects.all(), many=True, context=CONTEXT).data


def case_9077():
    """nested many chapter_set with nested writer / nothing"""
    s.NestedChaptersWithWriter(Book.objects.all(), many=True, context=CONTEXT).data


def case_9078():
    """IntegerField(source='chapter_set.count') / nothing"""
    s.SourceCount(Book.objects.all(), many=True, context=CONTEXT).data


def case_9079():
    """SerializerMethodField obj.chapter_set.count() / nothing"""
    s.MethodCount(Book.objects.all(), many=True, context=CONTEXT).data


def case_9080():
    """SerializerMethodField obj.chapter_set.filter(...) / nothing"""
    s.MethodFilter(Book.objects.all(), many=True, context=CONTEXT).data


def case_9081():
    """ListField(source="tags.all", child=StringRelatedField-like) / nothing"""
    s.ListOfTags(Book.objects.all(), many=True, context=CONTEXT).data


def case_9082():
    """reverse o2o nested cover / nothing"""
    s.NestedCover(Book.objects.all(), many=True, context=CONTEXT).data


def case_9083():
    """depth=1 fields [tags] / nothing"""
    s.DepthOfTags(Book.objects.all(), many=True, context=CONTEXT).data


def case_9084():
    """fields='__all__' (fks + m2m pks) / nothing"""
    s.WholeBook(Book.objects.all(), many=True, context=CONTEXT).data


def case_9085():
    """M2M default PrimaryKeyRelatedField(many=True): 'tags' / prefetch_related('tags')"""
    s.TagKeys(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9086():
    """M2M StringRelatedField(many=True) / prefetch_related('tags')"""
    s.TextOfTags(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9087():
    """M2M SlugRelatedField(many=True) / prefetch_related('tags')"""
    s.SlugOfTags(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9088():
    """M2M HyperlinkedRelatedField(many=True) / prefetch_related('tags')"""
    s.LinkToTags(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9089():
    """reverse fk pk 'chapter_set' / prefetch_related('tags')"""
    s.ChapterKeys(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9090():
    """nested many chapter_set / prefetch_related('tags')"""
    s.NestedChapters(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9091():
    """nested many chapter_set with fk pks (book, writer) / prefetch_related('tags')"""
    s.NestedChaptersWithKeys(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9092():
    """nested many chapter_set with nested writer / prefetch_related('tags')"""
    s.NestedChaptersWithWriter(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9093():
    """IntegerField(source='chapter_set.count') / prefetch_related('tags')"""
    s.SourceCount(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9094():
    """SerializerMethodField obj.chapter_set.count() / prefetch_related('tags')"""
    s.MethodCount(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9095():
    """SerializerMethodField obj.chapter_set.filter(...) / prefetch_related('tags')"""
    s.MethodFilter(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9096():
    """ListField(source="tags.all", child=StringRelatedField-like) / prefetch_related('tags')"""
    s.ListOfTags(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9097():
    """reverse o2o nested cover / prefetch_related('tags')"""
    s.NestedCover(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9098():
    """depth=1 fields [tags] / prefetch_related('tags')"""
    s.DepthOfTags(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9099():
    """fields='__all__' (fks + m2m pks) / prefetch_related('tags')"""
    s.WholeBook(Book.objects.prefetch_related("tags"), many=True, context=CONTEXT).data


def case_9100():
    """M2M default PrimaryKeyRelatedField(many=True): 'tags' / prefetch_related('chapter_set')"""
    s.TagKeys(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9101():
    """M2M StringRelatedField(many=True) / prefetch_related('chapter_set')"""
    s.TextOfTags(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9102():
    """M2M SlugRelatedField(many=True) / prefetch_related('chapter_set')"""
    s.SlugOfTags(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9103():
    """M2M HyperlinkedRelatedField(many=True) / prefetch_related('chapter_set')"""
    s.LinkToTags(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9104():
    """reverse fk pk 'chapter_set' / prefetch_related('chapter_set')"""
    s.ChapterKeys(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9105():
    """nested many chapter_set / prefetch_related('chapter_set')"""
    s.NestedChapters(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9106():
    """nested many chapter_set with fk pks (book, writer) / prefetch_related('chapter_set')"""
    s.NestedChaptersWithKeys(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9107():
    """nested many chapter_set with nested writer / prefetch_related('chapter_set')"""
    s.NestedChaptersWithWriter(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9108():
    """IntegerField(source='chapter_set.count') / prefetch_related('chapter_set')"""
    s.SourceCount(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9109():
    """SerializerMethodField obj.chapter_set.count() / prefetch_related('chapter_set')"""
    s.MethodCount(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9110():
    """SerializerMethodField obj.chapter_set.filter(...) / prefetch_related('chapter_set')"""
    s.MethodFilter(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9111():
    """ListField(source="tags.all", child=StringRelatedField-like) / prefetch_related('chapter_set')"""
    s.ListOfTags(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9112():
    """reverse o2o nested cover / prefetch_related('chapter_set')"""
    s.NestedCover(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9113():
    """depth=1 fields [tags] / prefetch_related('chapter_set')"""
    s.DepthOfTags(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9114():
    """fields='__all__' (fks + m2m pks) / prefetch_related('chapter_set')"""
    s.WholeBook(Book.objects.prefetch_related("chapter_set"), many=True, context=CONTEXT).data


def case_9115():
    """M2M default PrimaryKeyRelatedField(many=True): 'tags' / prefetch_related('chapter_set__writer')"""
    s.TagKeys(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9116():
    """M2M StringRelatedField(many=True) / prefetch_related('chapter_set__writer')"""
    s.TextOfTags(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9117():
    """M2M SlugRelatedField(many=True) / prefetch_related('chapter_set__writer')"""
    s.SlugOfTags(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9118():
    """M2M HyperlinkedRelatedField(many=True) / prefetch_related('chapter_set__writer')"""
    s.LinkToTags(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9119():
    """reverse fk pk 'chapter_set' / prefetch_related('chapter_set__writer')"""
    s.ChapterKeys(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9120():
    """nested many chapter_set / prefetch_related('chapter_set__writer')"""
    s.NestedChapters(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9121():
    """nested many chapter_set with fk pks (book, writer) / prefetch_related('chapter_set__writer')"""
    s.NestedChaptersWithKeys(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9122():
    """nested many chapter_set with nested writer / prefetch_related('chapter_set__writer')"""
    s.NestedChaptersWithWriter(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9123():
    """IntegerField(source='chapter_set.count') / prefetch_related('chapter_set__writer')"""
    s.SourceCount(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9124():
    """SerializerMethodField obj.chapter_set.count() / prefetch_related('chapter_set__writer')"""
    s.MethodCount(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9125():
    """SerializerMethodField obj.chapter_set.filter(...) / prefetch_related('chapter_set__writer')"""
    s.MethodFilter(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9126():
    """ListField(source="tags.all", child=StringRelatedField-like) / prefetch_related('chapter_set__writer')"""
    s.ListOfTags(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9127():
    """reverse o2o nested cover / prefetch_related('chapter_set__writer')"""
    s.NestedCover(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9128():
    """depth=1 fields [tags] / prefetch_related('chapter_set__writer')"""
    s.DepthOfTags(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9129():
    """fields='__all__' (fks + m2m pks) / prefetch_related('chapter_set__writer')"""
    s.WholeBook(Book.objects.prefetch_related("chapter_set__writer"), many=True, context=CONTEXT).data


def case_9130():
    """reverse o2o nested cover / select_related('cover')"""
    s.NestedCover(Book.objects.select_related("cover"), many=True, context=CONTEXT).data


def case_9131():
    """reverse o2o pk cover / nothing"""
    s.CoverKey(Book.objects.all(), many=True, context=CONTEXT).data


def case_9132():
    """reverse o2o missing nested isbn / nothing"""
    s.MissingIsbn(Book.objects.all(), many=True, context=CONTEXT).data


def case_9133():
    """GFK SerializerMethodField content_object / nothing"""
    s.GenericTarget(TaggedItem.objects.all(), many=True, context=CONTEXT).data


def case_9134():
    """GFK SerializerMethodField content_object / prefetch_related"""
    s.GenericTarget(TaggedItem.objects.prefetch_related("content_object"), many=True, context=CONTEXT).data


def case_9135():
    """PrimaryKeyRelatedField fk after .only("title") / nothing"""
    s.AuthorKey(Book.objects.only("title"), many=True, context=CONTEXT).data


def case_9136():
    """HyperlinkedModelSerializer url + fk author / nothing"""
    s.Links(Book.objects.all(), many=True, context=CONTEXT).data


def case_9137():
    """PrimaryKeyRelatedField(many=True) on a queryset of values() / nothing"""
    s.OnlyTitle(Book.objects.values("title"), many=True, context=CONTEXT).data


class View9138(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = s.NestedAuthor


def case_9138():
    """ModelViewSet.queryset = Model.objects.all() + nested fk / nothing"""
    shown(View9138.as_view({"get": "list"}))


class View9139(viewsets.ModelViewSet):
    queryset = Book.objects.select_related("author")
    serializer_class = s.NestedAuthor


def case_9139():
    """ModelViewSet.queryset = select_related / -"""
    shown(View9139.as_view({"get": "list"}))


class View9140(viewsets.ModelViewSet):
    def get_queryset(self):
        return Book.objects.select_related("author")

    serializer_class = s.NestedAuthor


def case_9140():
    """ModelViewSet.get_queryset() select_related / -"""
    shown(View9140.as_view({"get": "list"}))


class View9141(generics.ListAPIView):
    queryset = Book.objects.all()
    serializer_class = s.NestedAuthor


def case_9141():
    """ListAPIView nested fk / -"""
    shown(View9141.as_view())


class View9142(viewsets.GenericViewSet, viewsets.mixins.RetrieveModelMixin):
    queryset = Book.objects.all()
    serializer_class = s.NestedAuthor


def case_9142():
    """retrieve (single object) nested fk / -"""
    shown(View9142.as_view({"get": "retrieve"}), pk=1)


class View9143(viewsets.ModelViewSet):
    queryset = Book.objects.select_related("author").order_by("pk")
    pagination_class = Pages
    serializer_class = s.NestedAuthor


def case_9143():
    """PageNumberPagination: count + page / -"""
    shown(View9143.as_view({"get": "list"}))


class View9144(viewsets.ModelViewSet):
    queryset = Book.objects.select_related("author").order_by("pk")
    pagination_class = Limits
    serializer_class = s.NestedAuthor


def case_9144():
    """LimitOffsetPagination: count + page / -"""
    shown(View9144.as_view({"get": "list"}))


class View9145(viewsets.ModelViewSet):
    queryset = Book.objects.select_related("author")
    pagination_class = Cursors
    serializer_class = s.NestedAuthor


def case_9145():
    """CursorPagination: no count / -"""
    shown(View9145.as_view({"get": "list"}))


class View9146(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = s.OnlyId


def case_9146():
    """class-level queryset is re-cloned per request / two requests"""
    shown(View9146.as_view({"get": "list"}))
    shown(View9146.as_view({"get": "list"}))


class View9147(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    filter_backends = [filters.SearchFilter]
    search_fields = ["tags__name"]
    serializer_class = s.OnlyId


def case_9147():
    """SearchFilter on m2m / -"""
    shown(View9147.as_view({"get": "list"}), "/?search=t")


def case_9148():
    """serializer.is_valid(): PrimaryKeyRelatedField(queryset) / one object"""
    s.ContributionInput(data={"book": 1, "author": 1}).is_valid()


def case_9149():
    """serializer(many=True).is_valid() with fks / N items"""
    count = Counter.objects.count()
    s.ContributionInput(data=[{"book": 1, "author": 1}] * count, many=True).is_valid()


def case_9150():
    """serializer is_valid(): m2m pk list / N pks"""
    count = Counter.objects.count()
    s.TagInput(data={"books": list(range(1, count + 1))}).is_valid()


def case_9151():
    """ListSerializer.create (many=True).save() / N items"""
    count = Counter.objects.count()
    serializer = s.CounterInput(data=[{"n": 1}] * count, many=True)
    serializer.is_valid(raise_exception=True)
    serializer.save()


def case_9152():
    """UniqueValidator in many=True is_valid() / N items"""
    count = Counter.objects.count()
    s.SlugInput(data=[{"code": f"x{n}"} for n in range(count)], many=True).is_valid()
