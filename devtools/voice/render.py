"""Brings assets/cues in line with what sessions say: missing clips are made, leftovers removed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from backguide import assets
from backguide.catalogue.load import load_catalogue
from backguide.desktop.errors import DesktopError
from backguide.desktop.speech_clips import VOICE, Clip, clip_id, read_clips, write_clips
from backguide.session.speech import all_texts
from devtools.process import SetupError

LICENCE = "Apache-2.0"  # of the voice; see assets/cues/NOTICE


def wanted_texts() -> tuple[str, ...]:
    """Return every sentence of the shipped content. Raises SetupError when the content has faults."""
    catalogue = load_catalogue(assets.folder())
    if catalogue.problems:
        raise SetupError("; ".join(catalogue.problems))
    return all_texts(catalogue)


def current_clips(folder: Path) -> dict[str, Clip]:
    """Return by text the clips that are there, named as they should be, and undamaged."""
    try:
        library = read_clips(folder)
    except DesktopError:
        return {}
    return {clip.text: clip for clip in library if _is_current(clip, folder / clip.file_name)}


def update(folder: Path) -> tuple[int, int]:
    """Make what is missing or stale and remove what nobody says. Returns how many of each."""
    texts = wanted_texts()
    clips = {text: clip for text, clip in current_clips(folder).items() if text in texts}
    missing = [text for text in texts if text not in clips]
    for clip in _rendered(missing, folder):
        clips[clip.text] = clip
        write_clips(folder, clips)
    write_clips(folder, clips)
    kept = {clip.file_name for clip in clips.values()}
    left_over = [file for file in folder.glob("*.opus") if file.name not in kept]
    for file in left_over:
        file.unlink()
    return len(missing), len(left_over)


def _rendered(texts: list[str], folder: Path) -> Iterable[Clip]:
    if not texts:
        return
    try:
        from devtools.voice.opus import write_opus  # noqa: PLC0415 - heavy, and not needed to see that all is current
        from devtools.voice.synthesis import RATE_HZ, Speaker  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise SetupError(
            f"{error.name} is missing; install the group voice (see CONTRIBUTING.md)."
        ) from error
    speaker = Speaker(VOICE)
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        samples = speaker.say(text)
        name = clip_id(text)
        file = folder / f"{name}.opus"
        write_opus(samples, RATE_HZ, file)
        seconds = round(len(samples) / RATE_HZ, 3)
        print(f"{seconds:6.2f} s  {text}", flush=True)
        yield Clip(name, text, VOICE, LICENCE, _sha256(file), seconds)


def _is_current(clip: Clip, file: Path) -> bool:
    return clip.id == clip_id(clip.text, clip.voice) and file.is_file() and _sha256(file) == clip.sha256


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
