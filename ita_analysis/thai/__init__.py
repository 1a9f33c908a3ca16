"""What is Thai about the data: characters, digits, dates, fiscal years and rounds. Pure."""
