from django.contrib import admin
from django.contrib.admin import AdminSite, EmptyFieldListFilter, ModelAdmin, RelatedOnlyFieldListFilter, register

from app.admin_pages import Listing, Noted, Titled, deleted, listed, looked_up
from app.models import Book, DataBook, PlainBook

site_8001 = AdminSite("8001")


@register(PlainBook, site=site_8001)
class Admin8001(Listing):
    pass


def case_8001():
    """list_display default (__str__) / row __str__ plain"""
    listed(site_8001, PlainBook)


site_8002 = AdminSite("8002")


@register(Book, site=site_8002)
class Admin8002(Listing):
    pass


def case_8002():
    """list_display default (__str__) / row __str__ touches fk"""
    listed(site_8002, Book)


site_8003 = AdminSite("8003")


@register(PlainBook, site=site_8003)
class Admin8003(Listing):
    list_select_related = ["author"]


def case_8003():
    """list_display default + list_select_related=["author"] / row __str__ plain"""
    listed(site_8003, PlainBook)


site_8004 = AdminSite("8004")


@register(Book, site=site_8004)
class Admin8004(Listing):
    list_select_related = ["author"]


def case_8004():
    """list_display default + list_select_related=["author"] / row __str__ touches fk"""
    listed(site_8004, Book)


site_8005 = AdminSite("8005")


@register(PlainBook, site=site_8005)
class Admin8005(Listing):
    list_display = ["title"]


def case_8005():
    """list_display ["title"] / row __str__ plain"""
    listed(site_8005, PlainBook)


site_8006 = AdminSite("8006")


@register(Book, site=site_8006)
class Admin8006(Listing):
    list_display = ["title"]


def case_8006():
    """list_display ["title"] / row __str__ touches fk"""
    listed(site_8006, Book)


site_8007 = AdminSite("8007")


@register(PlainBook, site=site_8007)
class Admin8007(Listing):
    list_display = ["title"]
    actions = None


def case_8007():
    """list_display ["title"], actions=None / row __str__ plain"""
    listed(site_8007, PlainBook)


site_8008 = AdminSite("8008")


@register(Book, site=site_8008)
class Admin8008(Listing):
    list_display = ["title"]
    actions = None


def case_8008():
    """list_display ["title"], actions=None / row __str__ touches fk"""
    listed(site_8008, Book)


site_8009 = AdminSite("8009")


@register(PlainBook, site=site_8009)
class Admin8009(Listing):
    list_display = ["title"]
    list_select_related = ["author"]


def case_8009():
    """list_display ["title"] + list_select_related=["author"] / row __str__ plain"""
    listed(site_8009, PlainBook)


site_8010 = AdminSite("8010")


@register(Book, site=site_8010)
class Admin8010(Listing):
    list_display = ["title"]
    list_select_related = ["author"]


def case_8010():
    """list_display ["title"] + list_select_related=["author"] / row __str__ touches fk"""
    listed(site_8010, Book)


site_8011 = AdminSite("8011")


@register(PlainBook, site=site_8011)
class Admin8011(Listing):
    list_display = ["title", "author"]


def case_8011():
    """list_display ["title","author"] (non-null fk) / row __str__ plain"""
    listed(site_8011, PlainBook)


site_8012 = AdminSite("8012")


@register(Book, site=site_8012)
class Admin8012(Listing):
    list_display = ["title", "author"]


def case_8012():
    """list_display ["title","author"] (non-null fk) / row __str__ touches fk"""
    listed(site_8012, Book)


site_8013 = AdminSite("8013")


@register(PlainBook, site=site_8013)
class Admin8013(Listing):
    list_display = ["title", "publisher"]


def case_8013():
    """list_display ["title","publisher"] (NULLABLE fk) / row __str__ plain"""
    listed(site_8013, PlainBook)


site_8014 = AdminSite("8014")


@register(Book, site=site_8014)
class Admin8014(Listing):
    list_display = ["title", "publisher"]


def case_8014():
    """list_display ["title","publisher"] (NULLABLE fk) / row __str__ touches fk"""
    listed(site_8014, Book)


site_8015 = AdminSite("8015")


@register(PlainBook, site=site_8015)
class Admin8015(Listing):
    list_display = ["author", "publisher"]


def case_8015():
    """list_display ["author","publisher"]  / row __str__ plain"""
    listed(site_8015, PlainBook)


site_8016 = AdminSite("8016")


@register(Book, site=site_8016)
class Admin8016(Listing):
    list_display = ["author", "publisher"]


def case_8016():
    """list_display ["author","publisher"]  / row __str__ touches fk"""
    listed(site_8016, Book)


site_8017 = AdminSite("8017")


@register(PlainBook, site=site_8017)
class Admin8017(Listing):
    list_display = ["title", "author_id"]


def case_8017():
    """list_display ["title","author_id"] / row __str__ plain"""
    listed(site_8017, PlainBook)


site_8018 = AdminSite("8018")


@register(Book, site=site_8018)
class Admin8018(Listing):
    list_display = ["title", "author_id"]


def case_8018():
    """list_display ["title","author_id"] / row __str__ touches fk"""
    listed(site_8018, Book)


site_8019 = AdminSite("8019")


@register(DataBook, site=site_8019)
class Admin8019(Noted):
    list_display = ["id", "book"]


def case_8019():
    """list_display fk to model whose __str__ touches fk (DataBook.book) / -"""
    listed(site_8019, DataBook)


site_8020 = AdminSite("8020")


@register(DataBook, site=site_8020)
class Admin8020(Noted):
    list_display = ["id", "book"]
    list_select_related = ["book__author"]


def case_8020():
    """list_display fk __str__ + list_select_related=["book__author"] / -"""
    listed(site_8020, DataBook)


site_8021 = AdminSite("8021")


@register(PlainBook, site=site_8021)
class Admin8021(Listing):
    list_display = ["title", "city_name"]


def case_8021():
    """list_display callable touching fk.fk2 / row __str__ plain"""
    listed(site_8021, PlainBook)


site_8022 = AdminSite("8022")


@register(Book, site=site_8022)
class Admin8022(Listing):
    list_display = ["title", "city_name"]


def case_8022():
    """list_display callable touching fk.fk2 / row __str__ touches fk"""
    listed(site_8022, Book)


site_8023 = AdminSite("8023")


@register(PlainBook, site=site_8023)
class Admin8023(Listing):
    list_display = ["title", "city_name"]
    list_select_related = True


def case_8023():
    """list_display callable touching fk, list_select_related=True / deprecated 6.1; row __str__ plain"""
    listed(site_8023, PlainBook)


site_8024 = AdminSite("8024")


@register(Book, site=site_8024)
class Admin8024(Listing):
    list_display = ["title", "city_name"]
    list_select_related = True


def case_8024():
    """list_display callable touching fk, list_select_related=True / deprecated 6.1; row __str__ touches fk"""
    listed(site_8024, Book)


site_8025 = AdminSite("8025")


@register(PlainBook, site=site_8025)
class Admin8025(Listing):
    list_select_related = True
    list_display = ["title", "publisher_name"]

    def publisher_name(self, row):
        return row.publisher.name


def case_8025():
    """list_display callable touching nullable fk, list_select_related=True / row __str__ plain"""
    listed(site_8025, PlainBook)


site_8026 = AdminSite("8026")


@register(Book, site=site_8026)
class Admin8026(Listing):
    list_select_related = True
    list_display = ["title", "publisher_name"]

    def publisher_name(self, row):
        return row.publisher.name


def case_8026():
    """list_display callable touching nullable fk, list_select_related=True / row __str__ touches fk"""
    listed(site_8026, Book)


site_8027 = AdminSite("8027")


@register(PlainBook, site=site_8027)
class Admin8027(Listing):
    list_display = ["title", "city_name"]
    list_select_related = ["author__city"]


def case_8027():
    """list_display callable touching fk + list_select_related=[...] / row __str__ plain"""
    listed(site_8027, PlainBook)


site_8028 = AdminSite("8028")


@register(Book, site=site_8028)
class Admin8028(Listing):
    list_display = ["title", "city_name"]
    list_select_related = ["author__city"]


def case_8028():
    """list_display callable touching fk + list_select_related=[...] / row __str__ touches fk"""
    listed(site_8028, Book)


site_8029 = AdminSite("8029")


@register(PlainBook, site=site_8029)
class Admin8029(Listing):
    list_display = ["title", "author__name"]


def case_8029():
    """list_display ["title","author__name"] (5.1+ lookup) / row __str__ plain"""
    listed(site_8029, PlainBook)


site_8030 = AdminSite("8030")


@register(Book, site=site_8030)
class Admin8030(Listing):
    list_display = ["title", "author__name"]


def case_8030():
    """list_display ["title","author__name"] (5.1+ lookup) / row __str__ touches fk"""
    listed(site_8030, Book)


site_8031 = AdminSite("8031")


@register(PlainBook, site=site_8031)
class Admin8031(Listing):
    list_display = ["title", "publisher__name"]


def case_8031():
    """list_display ["title","publisher__name"] (5.1+, nullable) / row __str__ plain"""
    listed(site_8031, PlainBook)


site_8032 = AdminSite("8032")


@register(Book, site=site_8032)
class Admin8032(Listing):
    list_display = ["title", "publisher__name"]


def case_8032():
    """list_display ["title","publisher__name"] (5.1+, nullable) / row __str__ touches fk"""
    listed(site_8032, Book)


site_8033 = AdminSite("8033")


@register(PlainBook, site=site_8033)
class Admin8033(Listing):
    list_display = ["title", "author__city__name"]


def case_8033():
    """list_display ["title","author__city__name"] (5.1+) / row __str__ plain"""
    listed(site_8033, PlainBook)


site_8034 = AdminSite("8034")


@register(Book, site=site_8034)
class Admin8034(Listing):
    list_display = ["title", "author__city__name"]


def case_8034():
    """list_display ["title","author__city__name"] (5.1+) / row __str__ touches fk"""
    listed(site_8034, Book)


site_8035 = AdminSite("8035")


@register(PlainBook, site=site_8035)
class Admin8035(Listing):
    list_display = ["title", "author__name"]
    list_select_related = ["author"]


def case_8035():
    """list_display ["title","author__name"] + list_select_related / row __str__ plain"""
    listed(site_8035, PlainBook)


site_8036 = AdminSite("8036")


@register(Book, site=site_8036)
class Admin8036(Listing):
    list_display = ["title", "author__name"]
    list_select_related = ["author"]


def case_8036():
    """list_display ["title","author__name"] + list_select_related / row __str__ touches fk"""
    listed(site_8036, Book)


site_8037 = AdminSite("8037")


@register(PlainBook, site=site_8037)
class Admin8037(Listing):
    list_display = ["title", "by"]

    @admin.display(ordering="author__name")
    def by(self, row):
        return row.author.name


def case_8037():
    """list_display method with admin_order_field="author__name" touching fk / row __str__ plain"""
    listed(site_8037, PlainBook)


site_8038 = AdminSite("8038")


@register(Book, site=site_8038)
class Admin8038(Listing):
    list_display = ["title", "by"]

    @admin.display(ordering="author__name")
    def by(self, row):
        return row.author.name


def case_8038():
    """list_display method with admin_order_field="author__name" touching fk / row __str__ touches fk"""
    listed(site_8038, Book)


site_8039 = AdminSite("8039")


@register(PlainBook, site=site_8039)
class Admin8039(Listing):
    list_display = ["title", "chapter_count"]


def case_8039():
    """list_display method counting relation / row __str__ plain"""
    listed(site_8039, PlainBook)


site_8040 = AdminSite("8040")


@register(Book, site=site_8040)
class Admin8040(Listing):
    list_display = ["title", "chapter_count"]


def case_8040():
    """list_display method counting relation / row __str__ touches fk"""
    listed(site_8040, Book)


site_8041 = AdminSite("8041")


@register(PlainBook, site=site_8041)
class Admin8041(Listing):
    def get_queryset(self, request):
        return self.model.objects.select_related("author")


def case_8041():
    """get_queryset() select_related + default list_display / row __str__ plain"""
    listed(site_8041, PlainBook)


site_8042 = AdminSite("8042")


@register(Book, site=site_8042)
class Admin8042(Listing):
    def get_queryset(self, request):
        return self.model.objects.select_related("author")


def case_8042():
    """get_queryset() select_related + default list_display / row __str__ touches fk"""
    listed(site_8042, Book)


site_8043 = AdminSite("8043")


@register(PlainBook, site=site_8043)
class Admin8043(Listing):
    list_display = ["title", "chapters"]

    def chapters(self, row):
        return len(row.chapter_set.all())

    def get_queryset(self, request):
        return self.model.objects.prefetch_related("chapter_set")


def case_8043():
    """get_queryset() prefetch chapter_set + len method / row __str__ plain"""
    listed(site_8043, PlainBook)


site_8044 = AdminSite("8044")


@register(Book, site=site_8044)
class Admin8044(Listing):
    list_display = ["title", "chapters"]

    def chapters(self, row):
        return len(row.chapter_set.all())

    def get_queryset(self, request):
        return self.model.objects.prefetch_related("chapter_set")


def case_8044():
    """get_queryset() prefetch chapter_set + len method / row __str__ touches fk"""
    listed(site_8044, Book)


site_8045 = AdminSite("8045")


@register(PlainBook, site=site_8045)
class Admin8045(Listing):
    list_display = ["title", "author"]

    def get_queryset(self, request):
        return self.model.objects.select_related("publisher")


def case_8045():
    """get_queryset() select_related("publisher") + list_display fk author (both kept?) / row __str__ plain"""
    listed(site_8045, PlainBook)


site_8046 = AdminSite("8046")


@register(Book, site=site_8046)
class Admin8046(Listing):
    list_display = ["title", "author"]

    def get_queryset(self, request):
        return self.model.objects.select_related("publisher")


def case_8046():
    """get_queryset() select_related("publisher") + list_display fk author (both kept?) / row __str__ touches fk"""
    listed(site_8046, Book)


site_8047 = AdminSite("8047")


@register(PlainBook, site=site_8047)
class Admin8047(Listing):
    list_display = ["title", "art"]

    def art(self, row):
        return row.cover.art


def case_8047():
    """list_display reverse o2o "cover" method / row __str__ plain"""
    listed(site_8047, PlainBook)


site_8048 = AdminSite("8048")


@register(Book, site=site_8048)
class Admin8048(Listing):
    list_display = ["title", "art"]

    def art(self, row):
        return row.cover.art


def case_8048():
    """list_display reverse o2o "cover" method / row __str__ touches fk"""
    listed(site_8048, Book)


site_8049 = AdminSite("8049")


@register(PlainBook, site=site_8049)
class Admin8049(Listing):
    list_display = ["title", "tag_names"]

    def tag_names(self, row):
        return ", ".join(tag.name for tag in row.tags.all())


def case_8049():
    """list_display m2m method join / row __str__ plain"""
    listed(site_8049, PlainBook)


site_8050 = AdminSite("8050")


@register(Book, site=site_8050)
class Admin8050(Listing):
    list_display = ["title", "tag_names"]

    def tag_names(self, row):
        return ", ".join(tag.name for tag in row.tags.all())


def case_8050():
    """list_display m2m method join / row __str__ touches fk"""
    listed(site_8050, Book)


site_8051 = AdminSite("8051")


@register(PlainBook, site=site_8051)
class Admin8051(Listing):
    list_display = ["title"]
    list_filter = ["author"]


def case_8051():
    """list_filter ["author"] (fk, plain __str__) / row __str__ plain"""
    listed(site_8051, PlainBook)


site_8052 = AdminSite("8052")


@register(Book, site=site_8052)
class Admin8052(Listing):
    list_display = ["title"]
    list_filter = ["author"]


def case_8052():
    """list_filter ["author"] (fk, plain __str__) / row __str__ touches fk"""
    listed(site_8052, Book)


site_8053 = AdminSite("8053")


@register(DataBook, site=site_8053)
class Admin8053(Noted):
    list_display = ["id"]
    list_filter = ["book"]


def case_8053():
    """list_filter ["book"] (fk to model whose __str__ touches fk) / -"""
    listed(site_8053, DataBook)


site_8054 = AdminSite("8054")


@register(PlainBook, site=site_8054)
class Admin8054(Listing):
    list_display = ["title"]
    list_filter = [("author", RelatedOnlyFieldListFilter)]


def case_8054():
    """list_filter RelatedOnlyFieldListFilter / row __str__ plain"""
    listed(site_8054, PlainBook)


site_8055 = AdminSite("8055")


@register(Book, site=site_8055)
class Admin8055(Listing):
    list_display = ["title"]
    list_filter = [("author", RelatedOnlyFieldListFilter)]


def case_8055():
    """list_filter RelatedOnlyFieldListFilter / row __str__ touches fk"""
    listed(site_8055, Book)


site_8056 = AdminSite("8056")


@register(PlainBook, site=site_8056)
class Admin8056(Listing):
    list_display = ["title"]
    list_filter = ["author__city"]


def case_8056():
    """list_filter ["author__city"] / row __str__ plain"""
    listed(site_8056, PlainBook)


site_8057 = AdminSite("8057")


@register(Book, site=site_8057)
class Admin8057(Listing):
    list_display = ["title"]
    list_filter = ["author__city"]


def case_8057():
    """list_filter ["author__city"] / row __str__ touches fk"""
    listed(site_8057, Book)


site_8058 = AdminSite("8058")


@register(PlainBook, site=site_8058)
class Admin8058(Listing):
    list_display = ["title"]
    list_filter = ["tags"]


def case_8058():
    """list_filter ["tags"] m2m / row __str__ plain"""
    listed(site_8058, PlainBook)


site_8059 = AdminSite("8059")


@register(Book, site=site_8059)
class Admin8059(Listing):
    list_display = ["title"]
    list_filter = ["tags"]


def case_8059():
    """list_filter ["tags"] m2m / row __str__ touches fk"""
    listed(site_8059, Book)


site_8060 = AdminSite("8060")


@register(PlainBook, site=site_8060)
class Admin8060(Listing):
    list_display = ["title"]
    list_filter = ["n"]


def case_8060():
    """list_filter ["n"] plain (AllValues) / row __str__ plain"""
    listed(site_8060, PlainBook)


site_8061 = AdminSite("8061")


@register(Book, site=site_8061)
class Admin8061(Listing):
    list_display = ["title"]
    list_filter = ["n"]


def case_8061():
    """list_filter ["n"] plain (AllValues) / row __str__ touches fk"""
    listed(site_8061, Book)


site_8062 = AdminSite("8062")


@register(PlainBook, site=site_8062)
class Admin8062(Listing):
    list_display = ["title"]
    list_filter = [("author", EmptyFieldListFilter)]


def case_8062():
    """list_filter EmptyFieldListFilter / row __str__ plain"""
    listed(site_8062, PlainBook)


site_8063 = AdminSite("8063")


@register(Book, site=site_8063)
class Admin8063(Listing):
    list_display = ["title"]
    list_filter = [("author", EmptyFieldListFilter)]


def case_8063():
    """list_filter EmptyFieldListFilter / row __str__ touches fk"""
    listed(site_8063, Book)


site_8064 = AdminSite("8064")


@register(PlainBook, site=site_8064)
class Admin8064(Listing):
    list_display = ["title"]


def case_8064():
    """show_full_result_count default, no filter / row __str__ plain"""
    listed(site_8064, PlainBook)


site_8065 = AdminSite("8065")


@register(Book, site=site_8065)
class Admin8065(Listing):
    list_display = ["title"]


def case_8065():
    """show_full_result_count default, no filter / row __str__ touches fk"""
    listed(site_8065, Book)


site_8066 = AdminSite("8066")


@register(PlainBook, site=site_8066)
class Admin8066(Listing):
    list_display = ["title"]
    show_full_result_count = False


def case_8066():
    """show_full_result_count=False / row __str__ plain"""
    listed(site_8066, PlainBook)


site_8067 = AdminSite("8067")


@register(Book, site=site_8067)
class Admin8067(Listing):
    list_display = ["title"]
    show_full_result_count = False


def case_8067():
    """show_full_result_count=False / row __str__ touches fk"""
    listed(site_8067, Book)


site_8068 = AdminSite("8068")


@register(PlainBook, site=site_8068)
class Admin8068(Listing):
    list_display = ["title"]
    search_fields = ["title"]


def case_8068():
    """show_full_result_count default with search / row __str__ plain"""
    listed(site_8068, PlainBook, q="book")


site_8069 = AdminSite("8069")


@register(Book, site=site_8069)
class Admin8069(Listing):
    list_display = ["title"]
    search_fields = ["title"]


def case_8069():
    """show_full_result_count default with search / row __str__ touches fk"""
    listed(site_8069, Book, q="book")


site_8070 = AdminSite("8070")


@register(PlainBook, site=site_8070)
class Admin8070(Listing):
    list_display = ["title"]
    search_fields = ["title"]
    show_full_result_count = False


def case_8070():
    """show_full_result_count=False with search / row __str__ plain"""
    listed(site_8070, PlainBook, q="book")


site_8071 = AdminSite("8071")


@register(Book, site=site_8071)
class Admin8071(Listing):
    list_display = ["title"]
    search_fields = ["title"]
    show_full_result_count = False


def case_8071():
    """show_full_result_count=False with search / row __str__ touches fk"""
    listed(site_8071, Book, q="book")


site_8072 = AdminSite("8072")


@register(PlainBook, site=site_8072)
class Admin8072(Listing):
    list_display = ["title"]
    search_fields = ["author__name"]


def case_8072():
    """search_fields fk "author__name" / row __str__ plain"""
    listed(site_8072, PlainBook, q="a")


site_8073 = AdminSite("8073")


@register(Book, site=site_8073)
class Admin8073(Listing):
    list_display = ["title"]
    search_fields = ["author__name"]


def case_8073():
    """search_fields fk "author__name" / row __str__ touches fk"""
    listed(site_8073, Book, q="a")


site_8074 = AdminSite("8074")


@register(PlainBook, site=site_8074)
class Admin8074(Listing):
    list_display = ["title"]
    search_fields = ["tags__name"]


def case_8074():
    """search_fields m2m "tags__name" (distinct/exists) / row __str__ plain"""
    listed(site_8074, PlainBook, q="t")


site_8075 = AdminSite("8075")


@register(Book, site=site_8075)
class Admin8075(Listing):
    list_display = ["title"]
    search_fields = ["tags__name"]


def case_8075():
    """search_fields m2m "tags__name" (distinct/exists) / row __str__ touches fk"""
    listed(site_8075, Book, q="t")


site_8076 = AdminSite("8076")


@register(PlainBook, site=site_8076)
class Admin8076(Listing):
    list_display = ["title"]
    date_hierarchy = "created"


def case_8076():
    """date_hierarchy="created" / row __str__ plain"""
    listed(site_8076, PlainBook)


site_8077 = AdminSite("8077")


@register(Book, site=site_8077)
class Admin8077(Listing):
    list_display = ["title"]
    date_hierarchy = "created"


def case_8077():
    """date_hierarchy="created" / row __str__ touches fk"""
    listed(site_8077, Book)


site_8078 = AdminSite("8078")


@register(PlainBook, site=site_8078)
class Admin8078(Listing):
    list_display = ["title", "city_name"]
    list_per_page = 2


def case_8078():
    """list_per_page=2 / row __str__ plain"""
    listed(site_8078, PlainBook)


site_8079 = AdminSite("8079")


@register(Book, site=site_8079)
class Admin8079(Listing):
    list_display = ["title", "city_name"]
    list_per_page = 2


def case_8079():
    """list_per_page=2 / row __str__ touches fk"""
    listed(site_8079, Book)


site_8080 = AdminSite("8080")


@register(PlainBook, site=site_8080)
class Admin8080(Listing):
    list_display = ["title", "author"]
    list_editable = ["author"]


def case_8080():
    """list_editable with fk select / row __str__ plain"""
    listed(site_8080, PlainBook)


site_8081 = AdminSite("8081")


@register(Book, site=site_8081)
class Admin8081(Listing):
    list_display = ["title", "author"]
    list_editable = ["author"]


def case_8081():
    """list_editable with fk select / row __str__ touches fk"""
    listed(site_8081, Book)


site_8082 = AdminSite("8082")


@register(PlainBook, site=site_8082)
class Admin8082(Listing):
    list_display = ["title", "n"]
    list_editable = ["n"]


def case_8082():
    """list_editable plain / row __str__ plain"""
    listed(site_8082, PlainBook)


site_8083 = AdminSite("8083")


@register(Book, site=site_8083)
class Admin8083(Listing):
    list_display = ["title", "n"]
    list_editable = ["n"]


def case_8083():
    """list_editable plain / row __str__ touches fk"""
    listed(site_8083, Book)


site_8084 = AdminSite("8084")


@register(PlainBook, site=site_8084)
class Admin8084(Listing):
    list_display = ["title"]
    list_filter = ["author"]
    show_facets = admin.ShowFacets.ALWAYS if hasattr(admin, "ShowFacets") else None


def case_8084():
    """show_facets always / row __str__ plain"""
    listed(site_8084, PlainBook)


site_8085 = AdminSite("8085")


@register(Book, site=site_8085)
class Admin8085(Listing):
    list_display = ["title"]
    list_filter = ["author"]
    show_facets = admin.ShowFacets.ALWAYS if hasattr(admin, "ShowFacets") else None


def case_8085():
    """show_facets always / row __str__ touches fk"""
    listed(site_8085, Book)


site_8086 = AdminSite("8086")


@register(Book, site=site_8086)
class Admin8086(Titled):
    pass


def case_8086():
    """delete_selected action page / -"""
    deleted(site_8086, Book)


site_8087 = AdminSite("8087")


@register(Book, site=site_8087)
class Admin8087(Titled):
    search_fields = ["title"]
    ordering = ["pk"]


@register(DataBook, site=site_8087)
class Admin8087Form(ModelAdmin):
    fields = ["book"]
    autocomplete_fields = ["book"]


def case_8087():
    """autocomplete view (__str__ touches fk) / -"""
    looked_up(site_8087)


site_8088 = AdminSite("8088")


@register(Book, site=site_8088)
class Admin8088(Titled):
    search_fields = ["title"]
    ordering = ["pk"]

    def get_queryset(self, request):
        return self.model.objects.select_related("author")


@register(DataBook, site=site_8088)
class Admin8088Form(ModelAdmin):
    fields = ["book"]
    autocomplete_fields = ["book"]


def case_8088():
    """autocomplete view + get_queryset select_related / -"""
    looked_up(site_8088)


site_8089 = AdminSite("8089")


@register(Book, site=site_8089)
class Admin8089(Titled):
    search_fields = ["title"]
    ordering = ["pk"]
    list_select_related = ["author"]


@register(DataBook, site=site_8089)
class Admin8089Form(ModelAdmin):
    fields = ["book"]
    autocomplete_fields = ["book"]


def case_8089():
    """autocomplete view + list_select_related only / -"""
    looked_up(site_8089)
