from rest_framework import serializers


class FlexFieldsSerializerMixin:
    expandable_fields = {}

    def __init__(self, *args, **kwargs): ...


class FlexFieldsModelSerializer(FlexFieldsSerializerMixin, serializers.ModelSerializer):
    pass
