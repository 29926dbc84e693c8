import hashlib
import zipfile
from pathlib import Path

import pytest
from environment import Environment

TAG = "-py3-none-any.whl"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """The environment, not made yet, of a project whose packages lie in the folder ``wheels`` alone."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    (tmp_path / "wheels").mkdir()
    return Environment(tmp_path)


def require(project: Path, file: str, *packages: str) -> Path:
    """Write a requirements file of these packages, each of one module of the same name."""
    lines = [f"{name}==1.0 --hash=sha256:{wheel(project / 'wheels', name)}" for name in packages]
    requirements = project / file
    requirements.write_text("\n".join(lines))
    return requirements


def wheel(folder: Path, name: str) -> str:
    """Build the package's wheel; returns its SHA-256."""
    info, path = f"{name}-1.0.dist-info", folder / f"{name}-1.0{TAG}"
    contents = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in contents.items():
            archive.writestr(zipfile.ZipInfo(member), text)
    return hashlib.sha256(path.read_bytes()).hexdigest()
