"""A session, or a whole visit, in lines: begun, gone through, and ended in order whatever ends it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from typing import TextIO, TypeVar

from msgspec.structs import replace

from relaxtimer.core.asking.page import Interview
from relaxtimer.core.session import Session
from relaxtimer.plain.face import Face
from relaxtimer.plain.interview import go_through
from relaxtimer.plain.keys import Keys, NoKeys
from relaxtimer.plain.signals import Ended, Signals
from relaxtimer.plain.writer import NobodyReadsError, Writer
from relaxtimer.practice import Plan
from relaxtimer.visit import Refusal, Visit

DONE = 0
FAILED = 1
INTERRUPTED = 130
HUNG_UP = 129


def run(plan: Plan, *, out: TextIO, keys: Keys | None) -> int:
    """Do a session in lines on `out`, with `keys` where somebody can press them; give the exit status.

    0 when it ended, was left, or nobody reads the lines any more; 130, 143, 129 for SIGINT, SIGTERM and SIGHUP, 129
    also when the terminal is gone; 1 when the lines cannot be written.
    """
    return _guarded(Writer(out), keys, lambda writing: _session(plan, writing))


def _session(plan: Plan, writing: Writing) -> int:
    writing.session(plan)
    return DONE


def visit(visit: Visit, *, out: TextIO, keys: Keys | None, note: str = "") -> int:
    """Go through a visit in lines, beginning with a note; give the exit status, as `run`, or that of the visit."""
    return _guarded(Writer(out), keys, lambda writing: _whole_visit(visit, writing, note))


def interviews(asking: Generator[Interview, None, int], *, out: TextIO, keys: Keys) -> int:
    """Go through interviews in lines; give what they come to, the exit status."""
    return _guarded(Writer(out), keys, lambda writing: writing.asked(asking) or DONE)


def _whole_visit(visit: Visit, writing: Writing, note: str) -> int:
    asking = writing.keys.listening
    plan = writing.asked(visit.before(asking=asking))
    if isinstance(plan, Refusal):
        writing.writer.lines(*plan.words)
        return plan.status
    if plan is None:
        return DONE
    session = writing.session(replace(plan, notes=(*filter(None, (note,)), *plan.notes)))
    status = writing.asked(visit.after(session, asking=writing.keys.listening))
    return DONE if status is None else status


def _guarded(writer: Writer, keys: Keys | None, work: Callable[[Writing], int]) -> int:
    """Do something in lines, and end in order whatever ends it."""
    with Signals() as signals:
        writing = Writing(writer, NoKeys() if keys is None else keys, signals)
        try:
            with signals.raised():
                return work(writing)
        except NobodyReadsError as gone:
            writer.abandon()
            return HUNG_UP if gone.terminal else DONE
        except OSError as error:
            writer.abandon()
            sys.stderr.write(f"relaxtimer: the lines cannot be written: {error.strerror}\n")
            return FAILED
        except KeyboardInterrupt:
            return writing.ended(INTERRUPTED)
        except Ended as ended:
            return writing.ended(ended.status)
        finally:
            writing.close()


_Result = TypeVar("_Result")


class Writing:
    """What goes through interviews and sessions in lines, with the same keys and signals."""

    def __init__(self, writer: Writer, keys: Keys, signals: Signals) -> None:
        """Have nothing under way."""
        self.writer = writer
        self.keys = keys
        self._signals = signals
        self._face: Face | None = None

    def session(self, plan: Plan) -> Session:
        """Do a session; give it as it is then."""
        self._face = Face(plan, self.writer, self.keys, self._signals)
        self._face.live()
        return self._face.leave()

    def asked(self, asking: Generator[Interview, None, _Result]) -> _Result | None:
        """Go through interviews; give what they come to, `None` where the person left."""
        while True:
            try:
                interview = next(asking)
            except StopIteration as end:
                result: _Result = end.value
                return result
            self.keys.open()
            if not go_through(interview, self.writer, self.keys, self._signals):
                asking.close()
                return None

    def ended(self, status: int) -> int:
        """Say, where that is still possible, that it was ended from outside."""
        if self._face is not None:
            return self._face.ended(status)
        self.close()
        if status == HUNG_UP:
            self.writer.abandon()
        else:
            self.writer.last("Interrupted. Nothing was done.")
        return status

    def close(self) -> None:
        """Give back the terminal and the sound."""
        if self._face is not None:
            self._face.close()
        else:
            self.keys.close()
