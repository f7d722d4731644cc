import { textScale } from './text-scale';

const body = (font: string) => (name: string) => (name === '--mat-sys-body-medium' ? font : '');

describe('textScale', () => {
  it.each([
    ['a usual page', '400 0.875rem / 1.25rem Roboto', 16, 1],
    ['a page without a theme', '', 16, 1],
    ['62.5 % without a theme', '', 10, 1.6],
    ['62.5 % with Material’s own sizes', '400 0.875rem / 1.25rem Roboto', 10, 1.6],
    ['62.5 % with sizes made for it', '400 1.4rem / 2rem Roboto', 10, 1],
    ['62.5 % with sizes in pixels', '400 14px / 20px Roboto', 10, 1],
    ['an operator’s larger text', '400 0.875rem / 1.25rem Roboto', 24, 1],
  ])('%s', (_page, font, rem, scale) => {
    expect(textScale(body(font), rem)).toBe(scale);
  });
});
