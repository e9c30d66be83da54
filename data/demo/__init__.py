"""The demo region: four gemeenten, sixty made-up people, and a week in which every rule has something to do."""

from __future__ import annotations

from data.demo.aanbod import DATUM
from data.demo.regio import demo_bestanden, schrijf_demo

__all__ = ["DATUM", "demo_bestanden", "schrijf_demo"]
