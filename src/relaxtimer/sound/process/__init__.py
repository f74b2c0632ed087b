"""The player process: it makes a session heard, apart from it, so that neither can hold up or take down the other.

It is told what there is to hear and when (`sound.messages`), places it on the clock of the audio device half a second
ahead, and plays nothing past the time until which the session was last seen.
"""
