"""What the screen says where an agency is looked for: how many were found, which of them are shown."""

from __future__ import annotations

from ita_analysis.texts import say, say_count


def headline(count: int, words: str, *, is_narrowed: bool) -> str:
    """Return how many agencies there are, or were found by words of their name, a province or a kind."""
    if words:
        return say_count("agencies.named", count, words=words)
    return say_count("agencies.found" if is_narrowed else "agencies.stored", count)


def standfirst(count: int, first: int, last: int) -> str:
    """Return which agencies of those found are shown, or what to do where none was found."""
    if not count:
        return say("agencies.none_why")
    return (
        say("agencies.all_shown") if last - first + 1 == count else say("agencies.some_shown", first=first, last=last)
    )
