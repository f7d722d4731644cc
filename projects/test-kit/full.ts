/** Whether tests are as long as the promises say (`npm test -- --full`), or as fits a CI run. */
export const isFull = process.env['FULL'] === '1';

/** The cases of a test: all of them in a full run, otherwise the named places. */
export const casesOf = <Case>(all: readonly Case[], ...everyday: readonly number[]): readonly Case[] =>
  isFull ? all : all.filter((_, place) => everyday.includes(place));
