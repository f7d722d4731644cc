import { type Faults, Refusal, flag, id, isRecord, list, noRecord, numeric, refusing, text } from './decode-field';

/** The value that was read, and the reported faults. */
function reading<T>(read: (faults: Faults) => T): { value: T; said: readonly string[] } {
  const said: string[] = [];
  return { value: read({ addField: (path, reason) => said.push(`${path} ${reason}`) }), said };
}

describe('a text', () => {
  it.each<[unknown, string | null, readonly string[]]>([
    ['a', 'a', []],
    [' ', ' ', []],
    ['', null, []],
    [undefined, null, []],
    [null, null, []],
    [7, '7', []],
    [0, '0', []],
    [NaN, null, ['x should be a text, is of type number']],
    [true, null, ['x should be a text, is of type boolean']],
    [['a'], null, ['x should be a text, is a list']],
    [{}, null, ['x should be a text, is of type object']],
  ])('of %j', (value, expected, said) => {
    expect(reading((faults) => text(value, 'x', faults))).toEqual({ value: expected, said });
  });
});

describe('an id', () => {
  it.each<[unknown, string | null]>([
    ['7', '7'],
    [7, '7'],
    ['-1', null],
    [-1, null],
    ['0', '0'],
    ['', null],
  ])('of %j, where -1 is none', (value, expected) => {
    expect(reading((faults) => id(value, '-1', 'x', faults))).toEqual({ value: expected, said: [] });
  });
});

describe('a number', () => {
  it.each<[unknown, number | null, readonly string[]]>([
    [7, 7, []],
    [0, 0, []],
    ['7', 7, []],
    [' 7.5 ', 7.5, []],
    ['', null, []],
    [undefined, null, []],
    [null, null, []],
    ['  ', null, ['x should be a number, is a text of something else']],
    ['seven', null, ['x should be a number, is a text of something else']],
    ['Infinity', null, ['x should be a number, is a text of something else']],
    [Infinity, null, ['x should be a number, is of type number']],
    [true, null, ['x should be a number, is of type boolean']],
    [[7], null, ['x should be a number, is a list']],
  ])('of %j', (value, expected, said) => {
    expect(reading((faults) => numeric(value, 'x', faults))).toEqual({ value: expected, said });
  });
});

describe('a switch', () => {
  it.each<[unknown, boolean | null, readonly string[]]>([
    ...[true, 1, '1', 'true'].map((on): [unknown, boolean, readonly string[]] => [on, true, []]),
    ...[false, 0, '0', 'false'].map((off): [unknown, boolean, readonly string[]] => [off, false, []]),
    ...[undefined, null, ''].map((none): [unknown, null, readonly string[]] => [none, null, []]),
    ['yes', null, ['x should be 0 or 1, is another text']],
    [2, null, ['x should be 0 or 1, is of type number']],
    [[], null, ['x should be 0 or 1, is a list']],
  ])('of %j', (value, expected, said) => {
    expect(reading((faults) => flag(value, 'x', faults))).toEqual({ value: expected, said });
  });
});

describe('a list', () => {
  it.each<[unknown, readonly unknown[], readonly string[]]>([
    [[1, {}], [1, {}], []],
    [undefined, [], []],
    [null, [], []],
    ['', [], []],
    ['a', [], ['x should be a list, is of type string']],
    [{}, [], ['x should be a list, is of type object']],
  ])('of %j', (value, expected, said) => {
    expect(reading((faults) => list(value, 'x', faults))).toEqual({ value: expected, said });
  });
});

describe('an object', () => {
  it('is neither a list nor null', () => {
    expect([{}, [], null, 'a', undefined].map(isRecord)).toEqual([true, false, false, false, false]);
    expect([null, [], 7].map(noRecord)).toEqual([
      'should be an object, is null',
      'should be an object, is a list',
      'should be an object, is of type number',
    ]);
  });
});

it('refusing: the first unreadable field is refused by its path', () => {
  const refused = (): unknown => text({}, 'a.b', refusing);
  expect(refused).toThrow(Refusal as unknown as new () => Error);
  expect(refused).toThrow(expect.objectContaining({ path: 'a.b', reason: 'should be a text, is of type object' }));
});
