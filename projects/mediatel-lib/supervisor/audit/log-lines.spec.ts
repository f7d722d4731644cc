import { TestBed } from '@angular/core/testing';
import type { AuditEntry } from 'mediatel-lib/hub-protocol';
import { provideFakePorts } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { type LogWords, entriesFor, logCsv, logLine, noFilter } from './log-lines';

const entry: AuditEntry = {
  at: 0,
  supervisor: 'supervisor1',
  operator: '301',
  name: 'Olena',
  team: 'Banks',
  request: { kind: 'message', text: 'Call me; now' },
  outcome: { outcome: 'shown' },
};
const refused: AuditEntry = {
  ...entry,
  supervisorName: 'Ihor Bondar',
  operator: '302',
  name: '=HYPERLINK("http://evil")',
  request: { kind: 'logout' },
  outcome: { outcome: 'refused', reason: 'in-call' },
};

describe('the lines of the log', () => {
  let words: LogWords;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakePorts()] });
    await TestBed.inject(MediatelIntl).loadViews();
    const { audit, acts } = TestBed.inject(MediatelIntl).viewLabels();
    words = { audit, acts, time: String };
  });

  it('name the supervisor and say why a desk refused', () => {
    expect(logLine(refused, words)).toMatchObject({
      supervisor: 'Ihor Bondar',
      outcome: 'refused at the desk: Not possible during a call',
    });
    // Entries of earlier versions have the login alone.
    expect(logLine(entry, words).supervisor).toBe('supervisor1');
  });

  it('are those of an operator, a kind, an outcome', () => {
    const all = [entry, refused];
    expect(entriesFor(all, noFilter)).toEqual(all);
    expect(entriesFor(all, { ...noFilter, operator: '302' })).toEqual([refused]);
    expect(entriesFor(all, { ...noFilter, request: 'message' })).toEqual([entry]);
    expect(entriesFor(all, { ...noFilter, outcome: 'refused' })).toEqual([refused]);
    expect(entriesFor(all, { operator: '301', request: 'logout', outcome: null })).toEqual([]);
  });

  it.each([
    ['en', ','],
    ['uk', ';'],
    ['ru', ';'],
  ])('are a CSV file with the separator of the language %s, without formulas', (language, separator) => {
    const csv = logCsv(
      [entry, refused].map((one) => logLine(one, words)),
      words.audit,
      language,
    );
    const [heading, first, second] = csv.split('\r\n');
    expect(heading).toBe(`\uFEFF${['When', 'Who asked', 'Operator', 'Request', 'Outcome'].join(separator)}`);
    expect(first).toBe(['0', 'supervisor1', 'Olena', '"Message: Call me; now"', 'shown on the screen'].join(separator));
    expect(second).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });
});
