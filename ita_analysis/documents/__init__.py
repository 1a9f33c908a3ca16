"""Files that leave the program, written from what the screens show."""
