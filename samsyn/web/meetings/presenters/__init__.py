"""Values → rows that a template can show, and what the minutes say. Pure: no request and no database."""
