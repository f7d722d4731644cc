// The rules of eslint-plugin-jest for Playwright's tests, whose `test` often comes from a file of ours that extends it.
import jest from 'eslint-plugin-jest';

/**
 * The module from which a file takes `test`.
 *
 * @param {import('estree').Program} program
 */
function sourceOfTest(program) {
  const found = program.body.find(
    (statement) =>
      statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === 'test'),
  );
  return found?.type === 'ImportDeclaration' ? String(found.source.value) : '@playwright/test';
}

/**
 * The same rule, which knows `test` by that module.
 *
 * @param {import('eslint').Rule.RuleModule} rule
 * @returns {import('eslint').Rule.RuleModule}
 */
const known = (rule) => ({
  ...rule,
  create: (context) => {
    const globalPackage = sourceOfTest(context.sourceCode.ast);
    const settings = { ...context.settings, jest: { globalPackage, version: 30 } };
    return rule.create(Object.create(context, { settings: { value: settings } }));
  },
});

/** @type {import('eslint').ESLint.Plugin} */
export const browserTests = {
  meta: { name: 'browser-tests' },
  rules: Object.fromEntries(Object.entries(jest.rules).map(([name, rule]) => [name, known(/** @type {any} */ (rule))])),
};
