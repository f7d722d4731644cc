import fc from 'fast-check';
import { type OperatorTotals, noTotals } from 'mediatel-lib/hub-protocol';
import { type DayLabels, englishLabels } from 'mediatel-lib/ui';
import { chosenOf } from '../figures/day-choice';
import { dayColumns } from '../figures/day-figures';
import { type DayGroup, dayGroups } from '../figures/day-groups';
import { csvCell, csvSeparator, totalsCsv } from './totals-csv';

/** Reads RFC 4180 as a spreadsheet does. */
function read(csv: string, separator = ','): string[][] {
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
    else if (char === separator || char === '\n') {
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

const byName = (all: readonly OperatorTotals[]): readonly DayGroup[] =>
  dayGroups(all, { by: 'name', descending: false }, () => null, 'uk');

describe('the totals as CSV', () => {
  let englishDay: DayLabels;
  const csvOf = (all: readonly OperatorTotals[], language = 'en', columns = dayColumns): string =>
    totalsCsv({
      day: '2026-11-23',
      groups: byName(all),
      columns,
      text: englishDay,
      states: englishLabels.appearance,
      language,
    });
  beforeAll(async () => {
    englishDay = (await englishLabels.views()).day;
  });

  it('are read back as they were, with Ukrainian names, quotes and commas', () => {
    const csv = csvOf([olena]);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [heading = [], row = [], team = [], everybody = []] = read(csv.slice(1));
    const cell = (cells: readonly string[], name: string): string | undefined => cells[heading.indexOf(name)];
    expect(row.slice(0, 4)).toEqual(['2026-11-23', 'Банки', 'Олена "Лена" Коваль, старша', '301']);
    expect(cell(row, 'Present')).toBe('1:02:05');
    expect(cell(row, 'Calls')).toBe('7');
    expect(cell(row, 'After call')).toBe('0:00:00');
    expect(cell(row, 'Pause: Обід')).toBe('0:01:05');
    expect(team[2]).toBe('Team Банки');
    expect(everybody[2]).toBe('Everybody');
    expect(new Set(read(csv.slice(1)).map(({ length }) => length)).size).toBe(1);
  });

  it('hold no formula, whatever an operator, a team or a pause is called (law)', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvOf([ivan])).toContain(`"'=HYPERLINK(""http://evil"")"`);
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', '＋', '－', '＠'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const [[cell = ''] = []] = read(`${csvCell(value)}\r\n`);
        expect(cell).not.toMatch(/^[\t\r]|^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe('a spreadsheet of the reader’s language', () => {
  it.each([
    ['en', ',', '7.0', '8%'],
    ['uk', ';', '7,0', '8%'],
    ['ru', ';', '7,0', '8%'],
  ])('splits the cells by its separator, and reads the fractions: %s', async (language, separator, rate, share) => {
    expect(csvSeparator(language)).toBe(separator);
    const hour = 3_600_000;
    const busy = operator('1', 'A; B, C', 'Банки', { present: hour, talking: hour / 12, calls: 7 });
    const csv = totalsCsv({
      day: '2026-11-23',
      groups: byName([busy]),
      columns: ['callsAnHour', 'occupancy', 'calls'],
      text: (await englishLabels.views()).day,
      states: englishLabels.appearance,
      language,
    });
    const [heading, row] = read(csv.slice(1), separator);
    expect(heading).toEqual(['Day', 'Team', 'Operator', 'Id', 'Calls an hour', 'Occupancy', 'Calls']);
    expect(row).toEqual(['2026-11-23', 'Банки', 'A; B, C', '1', rate, share, '7']);
  });
});

describe('whom the day shows', () => {
  it('is found by team and by any part of the name, in the order of the language', () => {
    const all = [olena, ivan, operator('303', 'Ґалина', 'Позики')];
    expect(chosenOf(all, { team: 'Банки', search: '' }, 'uk').map(({ id }) => id)).toEqual(['302', '301']);
    expect(chosenOf(all, { team: null, search: ' ґАЛ' }, 'uk').map(({ id }) => id)).toEqual(['303']);
  });

  it('counts each team once, with everybody in it', () => {
    expect(byName([olena, ivan])).toMatchObject([{ team: 'Банки', totals: { calls: 9, present: 3_726_000 } }]);
  });
});
