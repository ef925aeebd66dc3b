from rest_framework.routers import DefaultRouter

from market.api import views

router = DefaultRouter()
router.register("ads", views.AdViewSet, basename="ad")
router.register("products", views.ProductViewSet)
router.register("companies", views.CompanyViewSet)

urlpatterns = router.urls
