import { batchOutcomes } from './batch-outcomes';

const batch = { Deleted: [{ E_ID: 5 }], Inserted: [{ E_ID: -1, E_Extension: '1' }] };

it.each([
  ['nothing', [], 5, -1],
  ['bare entries in order', [{ E_ID: 5 }, { E_ID: '9' }], 5, 9],
  [
    'entries that name theirs, in any order',
    [
      { list: 'Inserted', index: 0, E_ID: 9 },
      { list: 'Deleted', index: 0 },
    ],
    5,
    9,
  ],
  ['something else', [7, 'x'], 5, -1],
])('a batch that is answered with %s was done', (_what, result, deleted, inserted) => {
  expect(batchOutcomes(batch, result)).toEqual([
    { list: 'Deleted', index: 0, id: deleted, error: null },
    { list: 'Inserted', index: 0, id: inserted, error: null },
  ]);
});

it('an entry that failed keeps its reason', () => {
  const [first, second] = batchOutcomes(batch, [{ error: { code: 409, id: 106, message: 'assigned' } }]);
  expect(first?.error).toMatchObject({ failure: 'in-use', code: 409, message: 'assigned' });
  expect(second?.error).toBeNull();
});
