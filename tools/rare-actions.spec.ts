import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const store = 'projects/mediatel-lib/store';

/** Every `AgentActions.name` below a node. */
function agentActions(node: ts.Node): string[] {
  const isOne = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
  if (isOne && node.expression.text === 'AgentActions') return [node.name.text];
  const found: string[] = [];
  node.forEachChild((child) => void found.push(...agentActions(child)));
  return found;
}

const parsed = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

/** The actions that each effect on `LIFECYCLE_ACTIONS` waits for: the names in its `ofType(…)`. */
function awaitedIn(path: string, text: string): { readonly effect: string; readonly action: string }[] {
  const found: { effect: string; action: string }[] = [];
  const visit = (node: ts.Node, rare: ReadonlySet<string>, effect: string): void => {
    let names = rare;
    let inside = effect;
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) inside = node.name.text;
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)) {
      const own = node.parameters.filter(({ initializer }) => initializer?.getText().includes('LIFECYCLE_ACTIONS'));
      names = new Set([...rare, ...own.map(({ name }) => name.getText())]);
    }
    const isPipe = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
    if (isPipe && node.expression.name.text === 'pipe' && names.has(node.expression.expression.getText())) {
      const [first] = node.arguments;
      if (first && ts.isCallExpression(first) && first.expression.getText() === 'ofType') {
        for (const argument of first.arguments)
          for (const action of agentActions(argument)) found.push({ effect: `${path} ${inside}`, action });
      }
    }
    node.forEachChild((child) => visit(child, names, inside));
  };
  visit(parsed(path, text), new Set(), '');
  return found;
}

const kit = `${store}/effects-kit/lifecycle-actions.ts`;
const listed = (): ReadonlySet<string> => {
  let list: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'awaited') list = agentActions(node);
    node.forEachChild(visit);
  };
  visit(parsed(kit, readFileSync(kit, 'utf8')));
  return new Set(list);
};

const files = globSync(`${store}/**/*.ts`).filter((path) => !path.endsWith('.spec.ts'));

describe('effects on LIFECYCLE_ACTIONS', () => {
  const awaited = files.flatMap((path) => awaitedIn(path, readFileSync(path, 'utf8')));

  it('wait for no action that the stream filters out: it would never come', () => {
    expect(awaited.filter(({ action }) => !listed().has(action))).toEqual([]);
    // The search found the effects.
    expect(awaited.length).toBeGreaterThan(10);
  });

  it('each action of the stream has an effect that waits for it', () => {
    const wanted = new Set(awaited.map(({ action }) => action));
    expect([...listed()].filter((action) => !wanted.has(action))).toEqual([]);
  });

  it('are found by this test, in a pipe within a pipe too', () => {
    const text = `export const one = createEffect((actions = inject(LIFECYCLE_ACTIONS)) =>
      actions.pipe(ofType(AgentActions.a, Other.b), map(() => actions.pipe(ofType(AgentActions.c)))));
      export const other = createEffect((actions = inject(Actions)) => actions.pipe(ofType(AgentActions.d)));`;
    expect(awaitedIn('x.ts', text).map(({ action }) => action)).toEqual(['a', 'c']);
  });
});
