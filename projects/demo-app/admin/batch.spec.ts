import { MediatelApiError } from 'mediatel-lib/rest';
import { type BatchEntry, added, leftOf, noteOf, rangeOf, wireOf } from './batch';

const entry = (kind: BatchEntry['kind'], number: string, id = 0, description = ''): BatchEntry => ({
  ...{ kind, number, id, description, refusal: null },
});

it.each([
  ['1041', '1043', ['1041', '1042', '1043']],
  [' 1041 ', '', ['1041']],
  ['0998', '1001', ['0998', '0999', '1000', '1001']],
  ['1043', '1041', null],
  ['1', '101', null],
  ['1', '100', Array.from({ length: 100 }, (_, index) => String(index + 1))],
  ['x', '5', null],
  ['', '', null],
])('the range from “%s” to “%s”', (from, to, numbers) => {
  expect(rangeOf(from, to)).toEqual(numbers);
});

it('a later entry of a number replaces the earlier one', () => {
  const batch = added([entry('change', '1', 1, 'a'), entry('create', '2')], [entry('delete', '1', 1)]);
  expect(batch.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['create 2', 'delete 1']);
});

it('a preview says what speaks against an entry', () => {
  const extensions = [
    { E_ID: 1, E_Extension: '1001' },
    { E_ID: 2, E_Extension: '1002' },
  ];
  const note = (each: BatchEntry) => noteOf(each, extensions, new Map([['1001', 'agent1']]));
  expect(note(entry('create', '1001'))).toBe('numberInUse');
  expect(note(entry('create', '1003'))).toBeNull();
  expect(note(entry('delete', '1001', 1))).toBe('assigned');
  expect(note(entry('delete', '1002', 2))).toBeNull();
  expect(note(entry('change', '1001', 1))).toBeNull();
});

describe('a batch', () => {
  const batch = [
    entry('create', '1041', 0, 'new'),
    entry('delete', '1002', 2),
    entry('change', '1001', 1, 'first'),
    entry('create', '1042'),
  ];

  it('is sent in the API’s form', () => {
    expect(wireOf(batch)).toEqual({
      Deleted: [{ E_ID: 2 }],
      Inserted: [
        { E_ID: -1, E_Extension: '1041', E_Description: 'new' },
        { E_ID: 1, E_Description: 'first' },
        { E_ID: -2, E_Extension: '1042' },
      ],
    });
  });

  it('keeps what failed, with the reason at its row', () => {
    const error = MediatelApiError.of(409, 102, 'taken');
    const left = leftOf(batch, [
      { list: 'Deleted', index: 0, id: 2, error: null },
      { list: 'Inserted', index: 0, id: 50, error: null },
      { list: 'Inserted', index: 1, id: 1, error: null },
      { list: 'Inserted', index: 2, id: -2, error },
    ]);
    expect(left).toEqual([{ ...batch[3], refusal: { failure: 'name-in-use', detail: 'taken' } }]);
  });
});
