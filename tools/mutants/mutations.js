// The possible defects at one place of a source. Each mutation is a small defect that a test should notice.
import ts from 'typescript';

const { SyntaxKind: Kind } = ts;

/** What replaces an operator. */
const operators = new Map([
  [Kind.EqualsEqualsEqualsToken, ['!==']],
  [Kind.ExclamationEqualsEqualsToken, ['===']],
  [Kind.LessThanToken, ['<=', '>=']],
  [Kind.LessThanEqualsToken, ['<', '>']],
  [Kind.GreaterThanToken, ['>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>', '<']],
  [Kind.AmpersandAmpersandToken, ['||']],
  [Kind.BarBarToken, ['&&']],
  [Kind.QuestionQuestionToken, ['&&']],
  [Kind.PlusToken, ['-']],
  [Kind.MinusToken, ['+']],
  [Kind.AsteriskToken, ['/']],
  [Kind.SlashToken, ['*']],
  [Kind.PercentToken, ['*']],
]);

/** Methods that are easily confused; `null`: the call is left out. */
const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['filter', null],
  ['sort', null],
  ['reverse', null],
  ['trim', null],
]);

/** @param {ts.Node} node */
const isCondition = (node) =>
  (ts.isIfStatement(node.parent) && node.parent.expression === node) ||
  (ts.isConditionalExpression(node.parent) && node.parent.condition === node);

/** @param {ts.Node} node */
const isLoopCondition = (node) =>
  (ts.isWhileStatement(node.parent) || ts.isDoStatement(node.parent)) && node.parent.expression === node;

/** A name and not a value: of a property, a module, a private key. @param {ts.Node} node */
const isName = (node) =>
  ('name' in node.parent && node.parent.name === node) ||
  ('propertyName' in node.parent && node.parent.propertyName === node) ||
  ts.isExternalModuleReference(node.parent) ||
  (ts.isCallExpression(node.parent) && node.parent.expression.kind === Kind.ImportKeyword) ||
  ts.isExpressionStatement(node.parent);

/** A value compared with nothing is never the same: the comparison already has that mutant. @param {ts.Node} node */
const isCompared = (node) =>
  ts.isBinaryExpression(node.parent) &&
  [Kind.EqualsEqualsEqualsToken, Kind.ExclamationEqualsEqualsToken].includes(node.parent.operatorToken.kind);

/** Text for people or the console: the message of an error, the name of a token. @param {ts.Node} node */
const isProse = (node) => ts.isNewExpression(node.parent);

/** @param {ts.CallExpression} node @param {string} source */
function otherMethods(node, source) {
  const called = node.expression;
  if (!ts.isPropertyAccessExpression(called) || !methods.has(called.name.text)) return [];
  const other = methods.get(called.name.text);
  const object = called.expression.getText();
  return [other === null ? object : `${object}.${other}${source.slice(called.name.end, node.end)}`];
}

/** Another operator has another precedence, and `??` can't be mixed with `&&`. @param {ts.Expression} node */
const asOperand = (node) => (ts.isBinaryExpression(node) ? `(${node.getText()})` : node.getText());

/** @param {ts.BinaryExpression} node */
function otherOperators(node) {
  const { left, operatorToken, right } = node;
  const isJoin = operatorToken.kind === Kind.PlusToken && [left, right].some(ts.isStringLiteralLike);
  if (isJoin) return [];
  const others = operators.get(operatorToken.kind) ?? [];
  return others.map((operator) => `${asOperand(left)} ${operator} ${asOperand(right)}`);
}

/** @param {ts.StringLiteral} node */
function ofText(node) {
  if (isName(node) || isProse(node) || isCompared(node)) return [];
  return [node.text === '' ? "'mutant'" : "''"];
}

/** @param {ts.Node} node @param {string} source */
function ofExpression(node, source) {
  if (ts.isBinaryExpression(node)) return otherOperators(node);
  // Without the call, an optional chain would not end with it.
  if (ts.isCallExpression(node)) return ts.isOptionalChain(node) ? [] : otherMethods(node, source);
  if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken) return [node.operand.getText()];
  if (node.kind === Kind.TrueKeyword) return ['false'];
  if (node.kind === Kind.FalseKeyword) return ['true'];
  if (ts.isNumericLiteral(node)) return isName(node) ? [] : [`${node.getText()} + 1`];
  if (ts.isStringLiteral(node)) return ofText(node);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 ? ['[]'] : [];
  return [];
}

/** The target of an assignment or a loop is not a value. @param {ts.Node} node */
const isTarget = (node) =>
  (ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === Kind.EqualsToken) ||
  (ts.isForOfStatement(node.parent) && node.parent.initializer === node);

/** The texts that may replace the node, an expression. @param {ts.Node} node @param {string} source */
export function otherTexts(node, source) {
  if (isTarget(node)) return [];
  if (isLoopCondition(node)) return ['false'];
  if (!isCondition(node)) return ofExpression(node, source);
  // A negated comparison is nearly the same as the condition that is always true or never.
  const own = ofExpression(node, source).filter((text) => !/ [!=]== /.test(text) && !ts.isPrefixUnaryExpression(node));
  return ['true', 'false', ...own];
}

/** Whether the statement can be left out: it does something and declares nothing. @param {ts.Node} node */
export const isOptional = (node) =>
  ts.isExpressionStatement(node) &&
  !ts.isStringLiteral(node.expression) &&
  !(ts.isCallExpression(node.expression) && node.expression.expression.kind === Kind.SuperKeyword);

/** Types, imports and decorators have no mutants: the compiler or the framework checks them. @param {ts.Node} node */
export const isApart = (node) =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isDecorator(node);
