from django.apps import apps
from django.contrib import admin
from django.urls import path

admin.site.register(list(apps.get_app_config("app").get_models()))
urlpatterns = [path("admin/", admin.site.urls)]
