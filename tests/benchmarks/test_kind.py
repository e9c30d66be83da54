"""A process of its own for each contestant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from benchmarks.kind import in_kind, piek_mib, piek_van_boom

VEEL_MIB = 200


def _vul() -> int:
    return len(bytearray(os.urandom(1024)) * (VEEL_MIB * 1024))


def _niets() -> str:
    return "klaar"


def _val_om() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _fout() -> None:
    raise ValueError("zo niet")


def test_eigen_piek() -> None:
    """The parent has held much more than the child ever does: what the child says is its own."""
    ballast = bytearray(os.urandom(1024)) * (VEEL_MIB * 1024)
    klein, groot = in_kind(_niets, hoogstens_s=60), in_kind(_vul, hoogstens_s=60)
    assert klein.waarde == "klaar"
    assert groot.waarde == len(ballast)
    assert 0 < klein.mib < piek_mib() - VEEL_MIB / 2
    assert groot.mib > klein.mib + VEEL_MIB * 0.9


def test_wie_omvalt_trekt_niets_mee() -> None:
    assert in_kind(_val_om, hoogstens_s=60).opmerking == f"viel om (-{signal.SIGSEGV.value})"
    assert in_kind(_fout, hoogstens_s=60).opmerking == "ValueError: zo niet"


def test_wie_niet_stopt_wordt_gestopt() -> None:
    begin = time.monotonic()
    afloop = in_kind(time.sleep, 600, hoogstens_s=2)
    assert afloop.waarde is None
    assert afloop.opmerking == "afgebroken na 2 s"
    assert time.monotonic() - begin < 60


def test_een_boom_van_processen_telt_samen() -> None:
    """Two processes that hold 60 MiB each, one started by the other, until they are told to stop."""
    vul = "import os; b = os.urandom(60 << 20); print(1, flush=True); input()"
    ouder = f"import subprocess, sys; k = subprocess.Popen([sys.executable, '-c', {vul!r}], stdin=0); {vul}; k.wait()"
    with subprocess.Popen(
        [sys.executable, "-c", ouder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as proces:
        assert proces.stdout is not None
        assert [proces.stdout.readline() for _ in range(2)] == ["1\n", "1\n"]
        keren = iter((False, True))
        piek = piek_van_boom(proces.pid, lambda: next(keren), elke_s=0)
        proces.communicate("\n\n")
    assert piek > 120
