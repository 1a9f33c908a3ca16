"""`python -m tools.demo_scores`: makes the demo agency's scores anew from the story beside them."""

from __future__ import annotations

import csv

from ita_analysis.synthetic.demo import FOLDER, SCORES, made_scores


def main() -> None:
    """Write the file of scores."""
    rows = [*made_scores()]
    with (FOLDER / SCORES).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
