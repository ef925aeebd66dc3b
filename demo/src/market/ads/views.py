from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.generic import DetailView, ListView

from market.ads.models import Ad, Conversation, Favourite, SavedSearch


class AdListView(ListView):
    template_name = "ads/list.html"
    context_object_name = "ads"
    paginate_by = 40

    def get_queryset(self):
        ads = Ad.objects.for_list().published()
        if category := self.request.GET.get("category"):
            ads = ads.filter(category__slug=category)
        return ads


class AdDetailView(DetailView):
    template_name = "ads/detail.html"
    queryset = Ad.objects.select_related("owner", "company", "category")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["tags"] = [item.tag.name for item in self.object.tags.select_related("tag")]
        context["reviews"] = self.object.reviews.select_related("author")
        return context


@login_required
def favourites(request):
    page = Paginator(Favourite.objects.filter(user=request.user), 25).get_page(request.GET.get("page"))
    cards = [
        {"title": favourite.ad.title, "category": favourite.ad.category.name, "note": favourite.note}
        for favourite in page
    ]
    return render(request, "ads/favourites.html", {"page": page, "cards": cards})


@login_required
def inbox(request):
    conversations = Conversation.objects.filter(ad__owner=request.user).select_related("ad", "buyer")
    rows = []
    for conversation in conversations:
        unread = conversation.messages.unread().count()
        rows.append((conversation.ad.title, str(conversation.buyer), unread))
    return render(request, "ads/inbox.html", {"rows": rows})


@login_required
def conversation(request, pk):
    conversation = get_object_or_404(Conversation.objects.select_related("ad"), pk=pk, buyer=request.user)
    messages = conversation.messages.select_related("sender")
    return render(request, "ads/conversation.html", {"conversation": conversation, "thread": messages})


@login_required
def searches(request):
    saved = SavedSearch.objects.filter(owner=request.user).prefetch_related("categories")
    results = {}
    for search in saved:
        ads = Ad.objects.published().filter(category__in=search.categories.all())
        if search.max_price is not None:
            ads = ads.filter(price__lte=search.max_price)
        results[search.name] = ads.count()
    return render(request, "ads/searches.html", {"results": results})
