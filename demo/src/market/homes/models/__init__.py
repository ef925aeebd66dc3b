from .lettings import *
from .properties import *
