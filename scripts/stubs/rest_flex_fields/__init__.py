"""drf-flex-fields 0.1.8 to 1.0.2, published without wheels: what its classes derive from."""

from .serializers import FlexFieldsModelSerializer
from .utils import is_expanded, is_included, split_levels
from .views import FlexFieldsModelViewSet
