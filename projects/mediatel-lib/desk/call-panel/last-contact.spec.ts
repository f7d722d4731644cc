import { englishLabels } from 'mediatel-lib/ui';
import { contactColumns, contactHeading } from './contact-columns';
import { lastContact } from './last-contact';

const now = new Date(2021, 2, 25);
const real = {
  MCC_SAMPLEID: '39553609',
  MCC_CHANNEL: '35',
  MCC_CALLTYPE: '3',
  MCC_CALLBACKID: '-1',
  MCC_STARTTIME: '2021-03-20 10:12:05',
  MCC_DURATION: '64',
  MCC_AGENT: 'agent1',
  MCC_RESULT: '10. Promise to pay',
  MCC_PROMISED_SUM: '12 480',
  RESERVED_7: '0',
};
const short = (rows: Parameters<typeof lastContact>[0]) => lastContact(rows, englishLabels, now);

describe('the last contact', () => {
  it('is when it was and its result, then the rest without Mediatel’s ids', () => {
    expect(short([real])).toEqual({ result: 'Mar 20, 10:12 · 10. Promise to pay', rest: 'agent1 · 12 480' });
  });

  it('is the newest, in whatever order Mediatel sends them', () => {
    const older = { ...real, MCC_STARTTIME: '2020-12-01 09:00:00', MCC_RESULT: '50. No answer' };
    expect(short([older, real])).toEqual(short([real, older]));
    expect(short([older])?.result).toBe('Dec 1, 2020, 09:00 · 50. No answer');
  });

  it('is the first where none has a date, and nothing without contacts', () => {
    expect(short([{ result: 'paid' }, { result: 'refused' }])).toEqual({ result: 'paid', rest: '' });
    expect(short([{ RESERVED_1: 'x' }])).toEqual({ result: '', rest: '' });
    expect(short([])).toBeNull();
  });
});

it('the columns have headings in words', () => {
  const headings = contactColumns([real]).map((column) => contactHeading(column, englishLabels));
  expect(headings).toEqual(['When', 'Duration', 'Operator', 'Result', 'promised sum']);
  expect(contactHeading('коментар', englishLabels)).toBe('коментар');
});
