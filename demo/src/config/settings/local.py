from .base import *

DEBUG = True
SECRET_KEY = "only-for-local-development-never-for-a-server-that-others-reach"
ALLOWED_HOSTS = ["*"]
