#!/usr/bin/env python3
# Steppe: ecological accounts from survey rasters
# SPDX-License-Identifier: Apache-2.0
"""Opens survey.xlsx in LibreOffice, headless, and compares its figures with the survey's CSV files.

    Tools/oracles/workbook_compare.py out/demo

Needs Debian's libreoffice-calc. LibreOffice writes every sheet as CSV, with values as it holds them.
Each table of the survey must have a sheet whose rows hold, in order, every number of the table's rows
to the digits that LibreOffice writes (15), and every name; numbers must have come as numbers; no cell
may hold a formula or an error.
"""
import csv, pathlib, subprocess, sys, tempfile

OPTIONS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def number(text):
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return None


def convert(workbook, to, folder):
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", to, "--outdir", folder, str(workbook)], check=True, capture_output=True)


def plain(text):
    """Without carriage returns, which LibreOffice does not export."""
    return " ".join(text.replace("\ufffd", " ").split())


def sheets(workbook):
    with tempfile.TemporaryDirectory() as folder:
        convert(workbook, OPTIONS, folder)
        return {path.stem.split("-", 1)[1]: list(csv.reader(path.open(encoding="utf-8", newline="")))
                for path in sorted(pathlib.Path(folder).glob("*.csv"))}


def formulas(workbook):
    """How many cells LibreOffice takes for formulas: not text that looks like one."""
    with tempfile.TemporaryDirectory() as folder:
        convert(workbook, "fods", folder)
        return next(pathlib.Path(folder).glob("*.fods")).read_text(encoding="utf-8").count("table:formula=")


def holds(row, cells):
    """Whether a sheet's row holds every number and every name of a table's row."""
    numbers = [value for value in map(number, row) if value is not None]
    for head, text in cells.items():
        value = number(text)
        if text == "":
            continue
        if head in ("zone", "name", "class", "label"):
            if plain(text) not in map(plain, row):
                return False
        elif value is not None and not any(abs(value - n) <= 1e-14 * max(abs(value), abs(n), 1e-300) * 10
                                           for n in numbers):
            return False
    return True


def main():
    folder = pathlib.Path(sys.argv[1])
    book = sheets(folder / "survey.xlsx")
    problems = 0
    for path in sorted(folder.glob("*.csv")):
        rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
        found = None
        for name, cells in book.items():
            if len(cells) - 1 == len(rows) and all(holds(*pair) for pair in zip(cells[1:], rows)):
                found = name
                break
        count = sum(number(text) is not None for row in rows for text in row.values())
        problems += found is None
        print(f"{'ok   ' if found else 'WRONG'} {path.name}: {len(rows)} rows, {count} numbers"
              + (f", as in sheet '{found}'" if found else ", in no sheet"))
    errors = [cell for cells in book.values() for row in cells for cell in row
              if cell.startswith(("#", "Err:")) and len(cell) < 9]
    count = formulas(folder / "survey.xlsx")
    problems += bool(errors) + bool(count)
    print(f"{'ok   ' if not errors and not count else 'WRONG'} {len(book)} sheets, errors {errors[:3]}, "
          f"{count} formulas")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
