"""The file that `relaxtimer settings --new` writes: every setting with its default, each a note until it is wanted."""

from __future__ import annotations

STARTER = """\
# Settings of relaxtimer. Take away the # before a line to set it; without it, things are as the line says, or as the
# note behind it says. Options on the command line go before what is set here. Volumes are 0 to 100.

sound:
  # output: auto              # auto, miniaudio, simpleaudio, bell or none
  # volume: 100               # the whole
  # profile: soft             # soft, clear, bells, ticks or silent, where a routine names no other
  # bed: none                 # an ambience under it all: brown, pink, rain or stream
  # bed-volume: 100           # the ambience, within the whole
  # voice-volume: 100         # the words
  # cue-volume: 100           # the sounds of events
  # primer: 0s                # silence before the first sound, where a Bluetooth speaker swallows its beginning

voice:
  # on: true                  # the words are spoken; they are shown either way
  # engine: auto              # auto, command, say, sapi, espeak-ng or espeakng-loader: `relaxtimer voices` tells more
  # language: en-gb           # such as en-gb, en-us or de
  # name: English (Scotland)  # one of the engine's voices; without it, one that speaks the language
  # rate: 140                 # words a minute; without it, the engine's own, unhurried
  # pitch: 50                 # 0 to 100; without it, the engine's own
  #
  # Any program that takes a text on its input and gives a WAV on its output can speak. It is a list of the program and
  # its arguments; there is no shell, but ~ is your own folder. It goes before the other engines, with its own voice.
  # command: [piper, --model, ~/voices/en_GB-alba-medium.onnx, --output_file, "-"]

screen:
  # figures: auto             # auto, quadrants, half, braille or off
  # seat: chair               # chair or wheelchair: what figures that sit are shown to sit in
  # theme: calm               # calm, dusk, day, contrast, or terminal: the terminal's own colours
  # motion: full              # full, or calm: nothing moves but the digits

session:
  # prepare: 1                # 1 to 4 times the time to get into place, before a step and between its sides
  # keep-awake: true          # the machine and its screen stay awake while a session runs
  # check-in: true            # pain, stiffness and stress are asked for before and after, and the week
  # get-up: 6:30              # within an hour of getting up, deep bends are replaced; without it, never
  # emergency-number: 112     # whom to call in an emergency where you are

# The keys of a session: a letter, space, f1 to f12, an arrow (right), or a sign ("+"); several in a list. Digits, enter
# and esc answer questions; ? is always the help.
keys:
  # pause: space
  # next: [right, n]
  # back: [left, b]
  # again: r
  # longer: ["+", "="]
  # shorter: "-"
  # switch-sides: s
  # hurts: h
  # variant: e
  # where: w
  # mute: m
  # voice: v
  # louder: up
  # quieter: down
  # big: f
  # turn: t
  # help: "?"
  # leave: q

# The keys of the library: f1 to f12, ctrl and a letter (ctrl+e), or a sign; a letter that is a key begins no search.
# Arrows, enter, esc and tab are always the same; ? is always the help.
library-keys:
  # search: /
  # longer: ["+", "="]
  # shorter: "-"
  # favourite: "*"
  # minutes: f2
  # things: f3
  # position: f4
  # rehearse: f5
  # edit: f6
  # copy: f7
  # new: f8
  # history: f9
  # settings: ","
  # palette: ctrl+p
  # leave: q
"""
