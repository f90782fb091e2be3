"""Forms of changes. A term is written in a form made from its own definition; everything else is a short form."""
