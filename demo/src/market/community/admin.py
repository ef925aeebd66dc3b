from django.contrib import admin

from market.community.models import ActivityEntry, Report, Review, Tag, TaggedItem


@admin.register(Review)
class ReviewAdmin(admin.ModelAdmin):
    list_display = ["author", "subject", "stars", "created_at"]
    list_select_related = ["author"]


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["thing", "reporter", "reason"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reporter").prefetch_related("thing")


admin.site.register([Tag, TaggedItem, ActivityEntry])
