"""Changes since an invented older build, for sites that show them."""

from __future__ import annotations

from borderwire.model import ArticleChange, ArticleRef, Changes, FactChange

BARE = ArticleRef("seeds/bare.txt", "bare", "Một bài")
RANK = FactChange("changed", "officials", "Lò <b>", "rank", "Đại tá", None, "rule", "officials")
CHANGES = Changes(
    ("0.1.0", "0.2.0"),
    (BARE,),
    (ArticleRef("seeds/gone.txt", "gone", None),),
    (ArticleChange(BARE, (RANK,)),),
)
