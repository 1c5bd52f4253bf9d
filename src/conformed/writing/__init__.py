"""Results -> text, Markdown, HTML, tables, workbook, calendar, ledger and JSON; nothing is written to a file here."""
