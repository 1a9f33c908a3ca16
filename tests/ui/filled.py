"""Forms as a person at work fills them in: fields by their keys, and the button pressed."""

from __future__ import annotations

from collections.abc import Mapping

from tests.ui.screen import Screen


def fill(shown: Screen, texts: Mapping[str, str]) -> Screen:
    """Type into fields, by their keys."""
    for key, text in texts.items():
        (box,) = [each for each in (*shown.at.text_area, *shown.at.text_input) if each.key == key]
        box.set_value(text)
    shown.at.run()
    return shown


def press(shown: Screen, button: str) -> Screen:
    """Press a button, by its key."""
    shown.at.button(key=button).click().run()
    return shown


def plain(words: str) -> str:
    """Return words of the catalogue as a headline shows them."""
    return words.replace("⟦", "").replace("⟧", "")
