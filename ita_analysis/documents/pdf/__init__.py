"""Documents as PDF: their letters, their parts, the layout, and what a reader copies out of them."""
