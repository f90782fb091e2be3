"""A file that a spreadsheet opens as it was meant, whatever stands in the cells."""

from samsyn.exchange.sheets import csv_of


def test_rows_become_a_file_that_excel_reads_in_sweden() -> None:
    assert csv_of(["Nummer", "Titel"], [[1, "Årsrapport; del 1"]]).decode("utf-8") == (
        '\ufeffNummer;Titel\r\n1;"Årsrapport; del 1"\r\n'
    )


def test_what_would_be_reckoned_is_text() -> None:
    made = csv_of(["a"], [["=1+1"], ["@x"], ["-5"], ["\tx"], [None], ["a=b"]]).decode("utf-8-sig")
    assert made.splitlines() == ["a", "'=1+1", "'@x", "'-5", "'\tx", '""', "a=b"]
