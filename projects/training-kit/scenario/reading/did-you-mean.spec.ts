import { didYouMean } from './did-you-mean';

const known = ['greet', 'goodbye', 'hangUp', 'end', 'say'];

describe('didYouMean', () => {
  it.each([
    ['greeet', 'greet'],
    ['gret', 'greet'],
    ['great', 'greet'],
    ['rgeet', 'greet'],
    ['greete', 'greet'],
    ['godbyes', 'goodbye'],
    ['HANGUP', 'hangUp'],
    ['hangup', 'hangUp'],
    ['ent', 'end'],
    ['SAY', 'say'],
  ])('%s is meant to be %s', (name, meant) => {
    expect(didYouMean(name, known)).toBe(`; did you mean "${meant}"?`);
  });

  it.each(['farewell', 'grxxt', 'en', 'sa', 'a', '', 'x'.repeat(300), 'byegood'])('%s is near to nothing', (name) => {
    expect(didYouMean(name, known)).toBe('');
  });

  it('takes the nearest, and the first of two that are as near', () => {
    expect(didYouMean('turnsx', ['tunxsx', 'turnss', 'turnsy'])).toBe('; did you mean "turnss"?');
    expect(didYouMean('abcdef', ['abdcef', 'ABCDEF'])).toBe('; did you mean "ABCDEF"?');
  });
});
