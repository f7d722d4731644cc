import fc from 'fast-check';
import { decodeOperatorPauses, operatorPauses } from './operator-pauses';

describe('operatorPauses', () => {
  it('keeps each name once, in order, without characters that reverse a line', () => {
    expect(operatorPauses(['Lunch', 'Meet\u202Eing', 'Lunch', ' '])).toEqual({
      names: ['Lunch', 'Meeting'],
      complete: true,
    });
  });

  it('leaves out what is too long or too much, and says so', () => {
    expect(operatorPauses(['x'.repeat(201), 'Lunch'])).toEqual({ names: ['Lunch'], complete: false });
    const many = operatorPauses(Array.from({ length: 300 }, (_, index) => `Pause ${index}`));
    expect([many.names.length, many.complete]).toEqual([200, false]);
  });

  it('leaves out halves of characters, which need six bytes each', () => {
    expect(operatorPauses(['\uD83DLunch']).names).toEqual(['Lunch']);
  });

  it('fits into one message to the hub, in any script (law)', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 300, size: 'max' }), (names) => {
        const pauses = operatorPauses(names);
        expect(Buffer.byteLength(JSON.stringify(pauses))).toBeLessThan(16_000);
        expect(decodeOperatorPauses(pauses)).toEqual(pauses);
      }),
    );
  });
});

describe('decodeOperatorPauses', () => {
  const list = (names: readonly unknown[], complete: unknown = true): unknown =>
    decodeOperatorPauses({ names, complete });

  it.each([
    ['nothing', undefined],
    ['a list without its mark', ['Lunch']],
    ['no list', { names: 'Lunch', complete: true }],
    ['no mark', { names: ['Lunch'] }],
    ['a mark that is no flag', { names: ['Lunch'], complete: 'yes' }],
    ['an entry that is no text', { names: ['Lunch', 7], complete: true }],
    ['a name too long', { names: ['x'.repeat(201)], complete: true }],
    ['too many names', { names: Array.from({ length: 201 }, (_, index) => `${index}`), complete: true }],
    ['too many characters', { names: Array.from({ length: 30 }, (_, i) => `${i}`.padEnd(180, 'x')), complete: true }],
  ])('refuses %s', (_case, value) => {
    expect(decodeOperatorPauses(value)).toBeNull();
  });

  it('makes names safe inside other text', () => {
    expect(list(['Yo\u202Ega', 'a\u0007b'])).toEqual({ names: ['Yoga', 'a b'], complete: true });
  });

  it('passes on that pauses are missing', () => {
    expect(list(['Lunch'], false)).toEqual({ names: ['Lunch'], complete: false });
  });
});
