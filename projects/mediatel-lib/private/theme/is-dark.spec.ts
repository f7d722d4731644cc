import { isDark } from './is-dark';

describe('isDark', () => {
  it.each([
    'rgb(33, 37, 41)',
    'rgba(0, 0, 0, 0.87)',
    '#121316',
    'color(srgb 0.1 0.1 0.12)',
    'oklch(0.27 0.03 256)',
    'oklab(0.2 -0.01 0.02)',
    'lab(20 0 0)',
    'lch(49 0 0)',
  ])('%s is dark', (colour) => {
    expect(isDark(colour)).toBe(true);
  });

  it.each([
    'rgb(255, 255, 255)',
    'rgb(250 249 253 / 0.9)',
    '#faf9fd',
    'color(srgb 1 1 1)',
    'oklch(0.97 0 0)',
    'lab(90 0 0)',
  ])('%s is light', (colour) => {
    expect(isDark(colour)).toBe(false);
  });

  it.each(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.4)', 'color(srgb 0 0 0 / 0.2)', 'light-dark(#fff, #000)', ''])(
    '“%s” says nothing',
    (colour) => {
      expect(isDark(colour)).toBeNull();
    },
  );

  it('changes where black and white text have the same contrast', () => {
    expect([isDark('rgb(117, 117, 117)'), isDark('rgb(118, 118, 118)')]).toEqual([true, false]);
  });
});
