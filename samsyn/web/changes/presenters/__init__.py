"""Changes → what pages and papers show. Pure: values in, values out."""
