"""Figures: a body that moves, from a few numbers to cells of a terminal.

pose -> skeleton -> shapes -> raster -> cells. Lengths are in centimetres of a person of 170, angles in degrees, time in
milliseconds. Pure: nothing here knows a file, a clock or a screen.
"""
