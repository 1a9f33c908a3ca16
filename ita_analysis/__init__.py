"""From last year's ITA result to next year's grade: read, store, ask and show."""
