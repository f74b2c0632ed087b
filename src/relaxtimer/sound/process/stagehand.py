"""Sets a stage for each output that is opened, and tells the session what it is."""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.sound.messages import Lost, Opened, Report
from relaxtimer.sound.mixer import Mixer
from relaxtimer.sound.outputs.output import Clips, Output, Stream, plays_clips, streams
from relaxtimer.sound.process.conductor import Conductor
from relaxtimer.sound.process.keeper import NO_ANSWER, NO_REQUESTS
from relaxtimer.sound.process.stage import DueStage, MixedStage, Stage


class Stagehand:
    """Connects the outputs of a keeper to a conductor; see `keeper.Listener`."""

    def __init__(self, conductor: Conductor, report: Callable[[Report], None]) -> None:
        """Have no output yet."""
        self._conductor = conductor
        self._report = report
        self._stage: Stage | None = None

    def start(self, output: Stream | Clips) -> None:
        """Let a stream ask a new mixer for blocks, in a thread."""
        if streams(output):
            stage = MixedStage(Mixer(), output.clock)
            output.start(stage.render)
            self._stage = stage
        elif plays_clips(output):
            self._stage = DueStage(output)

    def started(self) -> None:
        """Play there from now on."""
        self._conductor.attach(self._stage)

    def rested(self) -> None:
        """Play nowhere for now."""
        self._conductor.attach(None)

    def opened(self, output: Output, missed: tuple[str, ...]) -> None:
        """Tell where sound comes out."""
        self._report(Opened(output=output.name, device=output.device, missed=(*missed, *output.limits)))

    def lost(self, why: str) -> None:
        """Play nowhere, and tell why."""
        self._conductor.attach(None)
        self._report(Lost(why, "no answer") if why in {NO_ANSWER, NO_REQUESTS} else Lost(why))
