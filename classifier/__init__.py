"""The classifier: ads are read; a reading holds label, why, pay, hourly pay, skills and level."""

import sys
from pathlib import Path

from classifier.compiled import fresh

if _compiled := fresh(Path(__file__).parent):
    __path__.insert(0, str(_compiled / "classifier"))
    sys.path.append(str(_compiled))
