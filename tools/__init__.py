"""Small scripts of the standard library only, which the Makefile calls."""
