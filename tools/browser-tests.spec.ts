import { ESLint } from 'eslint';

const eslint = new ESLint();

/** The rules that lint finds broken in a browser test whose `test` comes from there. */
async function broken(source: string, code: string): Promise<readonly (string | null)[]> {
  const text = `import { expect, test } from '${source}';\nexport const seen = expect;\n${code}\n`;
  const [result] = await eslint.lintText(text, { filePath: 'e2e/x.e2e.ts' });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe.each(['@playwright/test', './desk', './faults/link'])(
  'the lint of tests that take `test` from %s',
  (source) => {
    it.each([
      ['has no expectation', "test('x', () => undefined);", 'expect-expect'],
      ['is focused', "test.only('x', () => expect(1).toBe(1));", 'no-focused-tests'],
      [
        'expects on a condition',
        "test('x', ({ page }) => {\n  if (page) expect(1).toBe(1);\n});",
        'no-conditional-expect',
      ],
      ['has the title of another', "test('x', () => expect(1).toBe(1));\n".repeat(2), 'no-identical-title'],
      ['expects nothing of a value', "test('x', () => {\n  expect(1);\n});", 'valid-expect'],
    ])('refuses one that %s', async (_what, code, rule) => {
      expect(await broken(source, code)).toEqual([`browser-tests/${rule}`]);
    });

    it('takes one that waits by a helper with an expectation', async () => {
      expect(await broken(source, "test('x', ({ desk }) => desk.ready());")).toEqual([]);
    });
  },
);
