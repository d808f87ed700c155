"""Is a word a possible Vietnamese syllable? Tells misread texts from good ones, and words that ran together.

Source: the onsets and rimes of any description of Vietnamese spelling (e.g. Đoàn Thiện Thuật, Ngữ âm tiếng Việt).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = "\u0301\u0323"  # syllables in -c, -ch, -p, -t only take these two
_ONSETS = _words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")
_RIMES = _words("""
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan
oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông
ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên
yêng yêt yêu uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăt ue uen ueo uet ui uit uyp uên
uêt uơi uôc
""")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """A possible Vietnamese syllable, any case, NFC or NFD."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in _TONES]
    if len(tones) > 1 or len(word) > 8:
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if bare.endswith(("c", "ch", "p", "t")) and not (tones and tones[0] in _STOPPED_TONES):
        return False
    return any(bare.startswith(onset) and bare[len(onset) :] in _RIMES for onset in ["", *_ONSETS])
