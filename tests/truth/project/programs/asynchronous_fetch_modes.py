from django.db.models import FETCH_PEERS

from app.models import Book


async def case_2645():
    """async for b in qs: b.fk.name / FETCH_PEERS"""
    async for book in Book.objects.all().fetch_mode(FETCH_PEERS):
        book.author.name
