"""A recogniser that knows nothing of our sentences writes down what it hears in every clip."""

import json
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from faster_whisper import WhisperModel
from num2words import num2words

from backguide.desktop.speech_clips import Clip, read_clips
from devtools.process import SetupError
from devtools.voice import models

RESULT = "recognised.json"
RECOGNISER = "whisper base"
SOUNDS_LIKE = {"two": "to", "too": "to"}  # nobody can hear them apart
RATE_HZ = 16_000
_SILENCE_S = 0.5  # before and after: the recogniser is used to more than one word


class Heard(NamedTuple):
    """What was said and what was understood, and how many words differ."""

    clip: Clip
    text: str
    errors: int


def listen_to_all(folder: Path) -> str:
    """Write what is understood of every clip into the folder and return the result as a sentence.

    A clip that has not changed since is not listened to again.
    """
    model = WhisperModel(str(models.recogniser()), device="cpu", compute_type="int8", cpu_threads=2)
    before = _heard_before(folder / RESULT)
    heard = []
    for clip in read_clips(folder):
        text = before[clip.sha256] if clip.sha256 in before else _listen(model, folder / clip.file_name)
        heard.append(Heard(clip, text, errors_between(clip.text, text)))
    words = sum(len(words_of(one.clip.text)) for one in heard)
    errors = sum(one.errors for one in heard)
    result = {
        "recogniser": RECOGNISER,
        "words": words,
        "errors": errors,
        "clips": {one.clip.id: _entry(one) for one in heard},
    }
    text = json.dumps(result, indent=1, ensure_ascii=False)
    (folder / RESULT).write_text(text + "\n", encoding="utf-8")
    for one in sorted(heard, key=lambda one: -one.errors):
        if one.errors:
            print(f"{one.errors}  {one.clip.text}  ->  {one.text}")
    return f"{errors} of {words} words were not understood: {errors / words:.1%}."


def errors_between(said: str, heard: str) -> int:
    """Return how many words were misheard. Where words are parted ("clam shell") is spelling."""
    words, others = words_of(said), words_of(heard)
    return 0 if "".join(words) == "".join(others) else word_errors(words, others)


def words_of(text: str) -> list[str]:
    """Return the words as they sound: small letters, numbers in letters, no punctuation."""
    spelled = re.sub(r"\d+", lambda found: f" {num2words(int(found.group()))} ", text)
    found = re.findall(r"[a-z]+", spelled.lower().replace("'", "").replace("’", ""))
    return [SOUNDS_LIKE.get(word, word) for word in found]


def word_errors(said: list[str], heard: list[str]) -> int:
    """Return how many words have to be put in, taken out or replaced (Levenshtein's distance)."""
    row = list(range(len(heard) + 1))
    for index, word in enumerate(said, start=1):
        before, row[0] = row[0], index
        for column, other in enumerate(heard, start=1):
            best = min(row[column] + 1, row[column - 1] + 1, before + (word != other))
            before, row[column] = row[column], best
    return row[-1]


def _listen(model: WhisperModel, file: Path) -> str:
    segments, _ = model.transcribe(
        _samples(file),
        language="en",
        beam_size=5,
        temperature=0.0,
        condition_on_previous_text=False,
        without_timestamps=True,
    )
    return " ".join(segment.text.strip() for segment in segments)


def _entry(one: Heard) -> dict[str, object]:
    return {"said": one.clip.text, "heard": one.text, "errors": one.errors, "sha256": one.clip.sha256}


def _heard_before(file: Path) -> dict[str, str]:
    """Return by the clip's hash what the same recogniser understood the last time."""
    if not file.exists():
        return {}
    stored = json.loads(file.read_text(encoding="utf-8"))
    if stored["recogniser"] != RECOGNISER:
        return {}
    return {entry["sha256"]: entry["heard"] for entry in stored["clips"].values()}


def _samples(file: Path) -> npt.NDArray[np.float32]:
    """Decode the clip as it ships, with silence around it. Raises SetupError without opusdec."""
    command = ["opusdec", "--quiet", "--rate", str(RATE_HZ), str(file), "-"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise SetupError("opusdec is missing; install the package opus-tools.") from error
    if done.returncode:
        raise SetupError(f"opusdec cannot read {file}: {done.stderr.decode(errors='replace').strip()}")
    spoken = np.frombuffer(done.stdout, dtype="<i2").astype(np.float32) / 32768
    silence = np.zeros(round(_SILENCE_S * RATE_HZ), dtype=np.float32)
    return np.concatenate([silence, spoken, silence])
