import fc from 'fast-check';
import { type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { type DayLabels, englishLabels } from 'mediatel-lib/ui';
import { chosenOf, teamTotals } from './day-choice';
import { csvCell, totalsCsv } from './totals-csv';

/** Reads RFC 4180 as a spreadsheet does. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < csv.length; i += 1) {
    const char = csv[i] ?? '';
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (csv[i + 1] === '"') cell += csv[(i += 1)] ?? '';
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (char === '\n') rows.push([]);
    } else cell += char;
  }
  return rows.slice(0, -1);
}

const operator = (id: string, name: string, team: string, totals: Partial<typeof noTotals> = {}): OperatorTotals => ({
  id,
  name,
  team,
  totals: { ...noTotals, ...totals },
});

const olena = operator('301', 'Олена "Лена" Коваль, старша', 'Банки', {
  present: 3_725_000,
  paused: 65_000,
  pauses: [{ pause: 'Обід', time: 65_000 }],
  calls: 7,
});
const ivan = operator('302', '=HYPERLINK("http://evil")', 'Банки', { present: 1_000, calls: 2 });

describe('the totals as CSV', () => {
  let englishDay: DayLabels;
  beforeAll(async () => {
    englishDay = (await englishLabels.views()).day;
  });

  it('are read back as they were, with Ukrainian names, quotes and commas', () => {
    const csv = totalsCsv('2026-11-23', [olena], englishDay, englishLabels.appearance);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [heading = [], row = [], team = []] = read(csv.slice(1));
    const cell = (cells: readonly string[], name: string): string | undefined => cells[heading.indexOf(name)];
    expect(row.slice(0, 4)).toEqual(['2026-11-23', 'Банки', 'Олена "Лена" Коваль, старша', '301']);
    expect(cell(row, 'Present')).toBe('1:02:05');
    expect(cell(row, 'Calls')).toBe('7');
    expect(cell(row, 'After call')).toBe('0:00:00');
    expect(cell(row, 'Pause: Обід')).toBe('0:01:05');
    expect(team[2]).toBe('Team Банки');
    expect(new Set(read(csv.slice(1)).map(({ length }) => length)).size).toBe(1);
  });

  it('hold no formula, whatever an operator, a team or a pause is called (law)', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(totalsCsv('2026-11-23', [ivan], englishDay, englishLabels.appearance)).toContain(
      `"'=HYPERLINK(""http://evil"")"`,
    );
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const [[cell = ''] = []] = read(`${csvCell(value)}\r\n`);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('whom the day shows', () => {
  it('is found by team and by any part of the name, in the order of the language', () => {
    const all = [olena, ivan, operator('303', 'Ґалина', 'Позики')];
    expect(chosenOf(all, { team: 'Банки', search: '' }, 'uk').map(({ id }) => id)).toEqual(['302', '301']);
    expect(chosenOf(all, { team: null, search: ' ґАЛ' }, 'uk').map(({ id }) => id)).toEqual(['303']);
  });

  it('counts each team once, with everybody in it', () => {
    expect(teamTotals([olena, ivan])).toMatchObject([{ team: 'Банки', totals: { calls: 9, present: 3_726_000 } }]);
  });
});
