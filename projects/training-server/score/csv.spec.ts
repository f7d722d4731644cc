import fc from 'fast-check';
import { csv, csvSeparators } from './csv';

/** Reads a table as RFC 4180 says. */
function read(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else while (text[at] !== separator && !text.startsWith('\r\n', at)) cell += text[at++];
    row.push(cell);
    if (text[at] === separator) at++;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}

describe('a table as CSV', () => {
  it('is read back as it was, whatever is in it', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'ї', '"', ',', ';', '\r', '\n', ' ') }), fc.integer());
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom(...csvSeparators), (rows, separator) => {
        const text = csv(rows, separator);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const wanted = rows.map((row) => row.map((each) => String(each).replace(/^\r/, "'\r")));
        expect(read(text.slice(1), separator)).toEqual(wanted);
      }),
    );
  });

  it.each(['=1+1', '+380661234501', '-2', '@SUM(A1)', '\tx', '\rx'])(
    'does not let the text %j be a formula',
    (text) => {
      expect(read(csv([[text]], ',').slice(1), ',')).toEqual([[`'${text}`]]);
    },
  );

  it('keeps numbers as numbers, and nothing as nothing', () => {
    expect(csv([['a', -2.5, null]], ';')).toBe('\uFEFFa;-2.5;\r\n');
  });
});
