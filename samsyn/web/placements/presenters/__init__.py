"""Values → rows that a template can show. Pure: no request and no database."""
