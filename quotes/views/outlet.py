"""The publications that the archive reads."""

from django.core.paginator import Paginator
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, render

from archive.models import Article, Outlet
from quotes.models import Occurrence, Quote

PAGE_SIZE = 30
READ = Q(articles__state=Article.State.READ)


def outlets_page(request):
    return render(
        request, "outlets.html", {"outlets": counted(Outlet.objects.all()).filter(articles_read__gt=0)}
    )


def outlet_page(request, slug):
    outlet = get_object_or_404(counted(Outlet.objects.all()), slug=slug)
    articles = Article.objects.read().filter(outlet=outlet).annotate(number=quotes_in("article"))
    page = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "outlet.html", {"outlet": outlet, "page": page})


def counted(outlets):
    """With how many articles and quotes there are of each, and the newest article's day."""
    return outlets.annotate(
        articles_read=Count("articles", filter=READ),
        newest=Max("articles__published", filter=READ),
        number=quotes_in("article__outlet"),
    )


def quotes_in(path: str):
    """How many public quotes stand in the row of this path from an occurrence."""
    public = Occurrence.objects.filter(
        quote__in=Quote.objects.public(), quote__merged_into=None, **{path: OuterRef("pk")}
    ).exclude(review=Occurrence.Review.REJECTED)
    counts = public.order_by().values(path).annotate(number=Count("quote", distinct=True)).values("number")
    return Coalesce(Subquery(counts), 0)
