"""The voice: engines that make speech of words, which of them speaks, and its clips made ahead of their time."""

from relaxtimer.sound.voice.enduring import EnduringVoice
from relaxtimer.sound.voice.engine import VoiceError
from relaxtimer.sound.voice.order import Found, find_voice
from relaxtimer.sound.voice.speech import Speech
from relaxtimer.sound.voice.voice import Voice

__all__ = ["EnduringVoice", "Found", "Speech", "Voice", "VoiceError", "find_voice"]
