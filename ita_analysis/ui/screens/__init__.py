"""The screens, one module a page or part of one: choose, ask, show, tell."""
