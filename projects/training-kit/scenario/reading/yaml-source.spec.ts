import { YamlSource } from './yaml-source';

/** Problems as `line:column message`. */
const problemsOf = (text: string): string[] =>
  new YamlSource(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
/** The place of a fault, as `line:column path: message`. */
const placed = (text: string, path: readonly (string | number)[], ofName?: boolean): string => {
  const {
    line,
    column,
    path: written,
    message,
  } = new YamlSource(text).place({
    ...{ path, message: 'wrong' },
    ...(ofName !== undefined && { ofName }),
  });
  return `${line}:${column} ${written}: ${message}`;
};

const text = [
  'id: first',
  'calls:',
  '  - direction: incoming',
  '    customer: { number: "1" }',
  '? 7',
  ': seven',
  '',
].join('\n');

describe('the source of a scenario', () => {
  it('is a value', () => {
    const source = new YamlSource(text);
    expect(source.problems).toEqual([]);
    expect(source.value).toEqual({
      ...{ id: 'first', 7: 'seven' },
      calls: [{ direction: 'incoming', customer: { number: '1' } }],
    });
  });

  it('is YAML 1.2, so yes is a text', () => {
    expect(new YamlSource('a: yes').value).toEqual({ a: 'yes' });
  });

  it('of no text is nothing, and its problems stand at its beginning', () => {
    expect(new YamlSource('').value).toBeNull();
    expect(placed('', [])).toBe('1:1 : wrong');
    expect(placed('', ['id'], true)).toBe('1:1 id: wrong');
  });

  it('writes nothing to the console, whatever it warns of', () => {
    const write = process.emitWarning;
    const warned: unknown[] = [];
    process.emitWarning = (warning: unknown) => void warned.push(warning);
    try {
      expect(new YamlSource('? [a, b]\n: 1\n').problems).toEqual([]);
    } finally {
      process.emitWarning = write;
    }
    expect(warned).toEqual([]);
  });
});

describe('the place of a fault', () => {
  it.each([
    ['a field', ['id'], false, '1:5 id: wrong'],
    ['the name of a field', ['id'], true, '1:1 id: wrong'],
    ['an item', ['calls', 0], false, '3:5 calls[0]: wrong'],
    ['a field of an item', ['calls', 0, 'direction'], false, '3:16 calls[0].direction: wrong'],
    ['the name of a field of an item', ['calls', 0, 'direction'], true, '3:5 calls[0].direction: wrong'],
    ['a field of a field', ['calls', 0, 'customer', 'number'], false, '4:25 calls[0].customer.number: wrong'],
    [
      'the name of a field of a field',
      ['calls', 0, 'customer', 'number'],
      true,
      '4:17 calls[0].customer.number: wrong',
    ],
    ['the name of a field that is a number', ['7'], true, '5:3 7: wrong'],
    ['all of it', [], false, '1:1 : wrong'],
  ] as const)('is that of %s', (_what, path, ofName, place) => {
    expect(placed(text, path, ofName)).toBe(place);
  });

  it('is by default that of the value', () => {
    expect(placed(text, ['id'])).toBe('1:5 id: wrong');
  });

  it.each([
    ['a field of the whole', ['about'], false, '1:1 about: wrong'],
    ['the name of a field of the whole', ['about'], true, '1:1 about: wrong'],
    ['a field of an item', ['calls', 0, 'queue'], false, '3:5 calls[0].queue: wrong'],
    ['the name of a field of an item', ['calls', 0, 'queue'], true, '3:5 calls[0].queue: wrong'],
    ['an item', ['calls', 3, 'queue'], false, '3:3 calls[3].queue: wrong'],
    ['a field of a text', ['id', 'deep', 'deeper'], false, '1:5 id.deep.deeper: wrong'],
    ['a name in a text', ['id', 'deep'], true, '1:5 id.deep: wrong'],
    ['a name in a list', ['calls', 'deep'], true, '3:3 calls.deep: wrong'],
  ] as const)('is, if there is no such thing, that of what lacks it: %s', (_what, path, ofName, place) => {
    expect(placed(text, path, ofName)).toBe(place);
  });

  it('names only the last field of its path', () => {
    // `calls` has a name and a value; what lacks the field is the value.
    expect(placed('calls:\n  first: 1\n', ['calls', 'second'], true)).toBe('2:3 calls.second: wrong');
  });

  it('of a text that is no YAML is its beginning', () => {
    expect(placed('a: [', ['a'])).toBe('1:1 a: wrong');
    expect(placed('a: [', ['a'], true)).toBe('1:1 a: wrong');
    expect(placed('a: [', ['a', 'b'])).toBe('1:1 a.b: wrong');
  });

  it('of a name that is no plain text is not found, nor is it taken for another', () => {
    expect(placed('? [a, b]\n: 1\nc: 2\n', ['c'], true)).toBe('3:1 c: wrong');
    expect(placed('? [a, b]\n: 1\n', ['a,b'], true)).toBe('1:1 a,b: wrong');
    expect(placed('? [a, b]\n: 1\n', ['undefined'], true)).toBe('1:1 undefined: wrong');
    expect(placed('a: 1\n<<: &x { b: 1 }\n', ['<<'], true)).toBe('2:1 <<: wrong');
  });
});

describe('a text that is no YAML', () => {
  it('has each problem at its line, in one sentence', () => {
    expect(problemsOf('id: "a\nb: 1\n')).toEqual(['3:1 this is no YAML: Missing closing "quote']);
    expect(problemsOf('a: 1\na: 2\n')).toEqual(['2:1 this is no YAML: Map keys must be unique']);
  });

  it('has its problems in the order of the text', () => {
    const keys = 'this is no YAML: Map keys must be unique';
    expect(problemsOf('a: 1\na: 2\nb: @x\n').map((line) => line.slice(0, 3))).toEqual(['2:1', '3:4']);
    expect(problemsOf('b: @x\na: 1\na: 2\n').map((line) => line.slice(0, 3))).toEqual(['1:4', '3:1']);
    expect(problemsOf('a: 1\nb: 1\nb: 2\na: 2\n')).toEqual([`3:1 ${keys}`, `4:1 ${keys}`]);
  });

  it('has no names that are repeated if they are no plain texts', () => {
    expect(problemsOf('? [a]\n: 1\n? [b]\n: 2\n')).toEqual([]);
  });

  it('has no value', () => {
    expect(new YamlSource('a: 1\na: 2\n').value).toBeUndefined();
  });

  it('may not be longer than 64 kB, in bytes', () => {
    const limit = 64 * 1024;
    expect(problemsOf('#'.repeat(limit))).toEqual([]);
    expect(problemsOf('#'.repeat(limit + 1))).toEqual(['1:1 the file is longer than 64 kB']);
    expect(problemsOf('#'.repeat(limit / 2) + 'ї'.repeat(limit / 4 + 1))).toEqual([
      '1:1 the file is longer than 64 kB',
    ]);
  });

  it('may be nested, as no scenario is', () => {
    expect(problemsOf(`${'['.repeat(32)}1${']'.repeat(32)}`)).toEqual([]);
  });

  it('may not repeat values by aliases of aliases', () => {
    const ten = (name: string) => `[${Array(10).fill(`*${name}`).join(', ')}]`;
    expect(problemsOf(`a: &a [1]\nb: ${ten('a')}\n`)).toEqual([]);
    expect(problemsOf(`a: &a [1]\nb: &b ${ten('a')}\nc: ${ten('b')}\n`)).toEqual([
      '1:1 values are repeated by aliases (*name) too often',
    ]);
  });

  it('names the anchor that is not there', () => {
    expect(problemsOf('a: *b\n')).toEqual(['1:1 there is no anchor &b']);
  });
});
