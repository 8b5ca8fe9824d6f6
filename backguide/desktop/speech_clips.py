"""The recorded sentences: a folder of Ogg Opus files and the list of what each of them says."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from backguide.desktop.errors import DesktopError

MANIFEST = "manifest.json"
VOICE = "af_heart"
BETWEEN_S = 0.15  # of silence between two sentences
RECIPE = 1  # goes up when the rendering changes, so that every clip is made anew


@dataclass(frozen=True, slots=True)
class Clip:
    """One sentence as it was recorded. `sha256` is of the file, which is named after the id."""

    id: str
    text: str
    voice: str
    licence: str
    sha256: str
    seconds: float

    @property
    def file_name(self) -> str:
        """The clip's file within its folder."""
        return f"{self.id}.opus"


def clip_id(text: str, voice: str = VOICE) -> str:
    """Return what a clip of this sentence in this voice is called; another wording is another clip."""
    return hashlib.sha256(f"{RECIPE}\n{voice}\n{text}".encode()).hexdigest()[:16]


class ClipLibrary:
    """What lies in a folder of clips. A sentence without a clip is simply not in it."""

    def __init__(self, folder: Path, clips: Mapping[str, Clip]) -> None:
        """`clips` by their texts."""
        self._folder = folder
        self._clips = dict(clips)

    def __contains__(self, text: object) -> bool:
        return text in self._clips

    def __iter__(self) -> Iterator[Clip]:
        return iter(self._clips.values())

    def __len__(self) -> int:
        return len(self._clips)

    def path(self, text: str) -> Path:
        """Return the file that says this. KeyError without a clip."""
        return self._folder / self._clips[text].file_name

    def seconds(self, text: str) -> float | None:
        """Return how long it takes to say this; None without a clip."""
        clip = self._clips.get(text)
        return None if clip is None else clip.seconds


def read_clips(folder: Path) -> ClipLibrary:
    """Read the list of clips. Raises DesktopError when it is missing or damaged."""
    try:
        stored = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        clips = [Clip(**entry) for entry in stored["clips"]]
        if not all(_is_sound(clip) for clip in clips):
            raise ValueError("a clip's entry has a value of the wrong kind")
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DesktopError(
            f"The voice in {folder} cannot be read ({error}). Sessions are told by tones. "
            "Install Backguide again to hear the voice."
        ) from error
    return ClipLibrary(folder, {clip.text: clip for clip in clips})


def read_or_none(folder: Path) -> ClipLibrary:
    """Read the list of clips; one that cannot be read is as good as none."""
    try:
        return read_clips(folder)
    except DesktopError:
        return ClipLibrary(folder, {})


def write_clips(folder: Path, clips: Mapping[str, Clip]) -> None:
    """Write the list of clips, sorted by text, one a line, so that changes to it can be read."""
    ordered = [json.dumps(asdict(clips[text]), ensure_ascii=False) for text in sorted(clips)]
    body = ",\n    ".join(ordered)
    (folder / MANIFEST).write_text(f'{{\n  "clips": [\n    {body}\n  ]\n}}\n', encoding="utf-8")


def _is_sound(clip: Clip) -> bool:
    texts = (clip.id, clip.text, clip.voice, clip.licence, clip.sha256)
    named = all(isinstance(text, str) and text for text in texts)
    length = clip.seconds
    return named and isinstance(length, int | float) and not isinstance(length, bool) and length > 0
