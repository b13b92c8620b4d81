"""Writes a form as the libraries of Python do that web systems use: make.py LIBRARY blocks.json OUTPUT."""
import json
import re
import sys

library, source, output = sys.argv[1:]
blocks = [block for block in json.load(open(source, encoding='utf8')) if block['kind'] != 'page']
columns = max(block['table']['columns'] for block in blocks if block['kind'] == 'table')


def figure(cell):
    match = re.fullmatch(r'(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?(%)?', cell['text']) if cell['role'] == 'number' else None
    if match is None:
        return None
    value = float(cell['text'].replace(',', '').rstrip('%'))
    decimals = '.00' if match[2] else ''
    return (value / 100, f'0{decimals}%') if match[3] else (value, ('#,##0' if ',' in match[1] else '0') + decimals)


def placed():
    """Every text with its place in a sheet: top, left, bottom, right, text, figure."""
    row = 0
    for block in blocks:
        if block['kind'] == 'line':
            yield row, 0, row, columns - 1, block['text'], None
            row += 1
            continue
        for cell in block['table']['cells']:
            top, left = row + cell['row'], cell['column']
            yield top, left, top + cell['rowSpan'] - 1, left + cell['columnSpan'] - 1, cell['text'], figure(cell)
        row += len(block['table']['rows'])


def python_docx():
    import docx
    document = docx.Document()
    for block in blocks:
        if block['kind'] == 'line':
            document.add_paragraph(block['text'])
            continue
        table = document.add_table(rows=len(block['table']['rows']), cols=block['table']['columns'])
        for cell in block['table']['cells']:
            first = table.cell(cell['row'], cell['column'])
            last = table.cell(cell['row'] + cell['rowSpan'] - 1, cell['column'] + cell['columnSpan'] - 1)
            (first if first is last else first.merge(last)).text = cell['text']
        document.add_paragraph()
    document.save(output)


def openpyxl_():
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    for top, left, bottom, right, text, number in placed():
        cell = sheet.cell(top + 1, left + 1, number[0] if number else (text or None))
        if number:
            cell.number_format = number[1]
        elif text:
            cell.data_type = 's'
        if (top, left) != (bottom, right):
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.create_sheet('Sheet2')
    book.save(output)


def xlsxwriter_():
    import xlsxwriter
    book = xlsxwriter.Workbook(output)
    sheet, bold = book.add_worksheet(), book.add_format({'bold': True})
    for top, left, bottom, right, text, number in placed():
        if (top, left) != (bottom, right):
            sheet.merge_range(top, left, bottom, right, '')
        if number:
            sheet.write_number(top, left, number[0], book.add_format({'num_format': number[1]}))
        elif len(text) > 4 and '\n' not in text:
            sheet.write_rich_string(top, left, bold, text[:2], text[2:])
        else:
            sheet.write_string(top, left, text)
    book.close()


def xlwt_():
    import xlwt
    book = xlwt.Workbook(encoding='utf-8')
    sheet = book.add_sheet('自评表')
    for top, left, bottom, right, text, number in placed():
        style = xlwt.easyxf(num_format_str=number[1] if number else 'General')
        sheet.write_merge(top, bottom, left, right, number[0] if number else text, style)
    book.save(output)


{'python-docx': python_docx, 'openpyxl': openpyxl_, 'xlsxwriter': xlsxwriter_, 'xlwt': xlwt_}[library]()
