/** The property that holds `AgentSession` in the component with the desk. */
export const sessionProperty = 'phone';

/** What goes at the end of the page: the sign-in button, and the desk in a chunk of its own. No backticks, no `${`. */
export function deskSnippet(isTraining: boolean): string {
  const credentials = isTraining ? "{ login: 'agent1', password: 'training' }" : '';
  const comment = isTraining
    ? ' An operator of the training server. Your CRM calls signIn() without credentials, after its own sign-in. '
    : ' The phone of mediatel-lib. ';
  return [
    `<!--${comment}-->`,
    `@if (${sessionProperty}.state().status === 'signedOut') {`,
    `  <button type="button" (click)="${sessionProperty}.signIn(${credentials})">Sign in to the phone</button>`,
    '}',
    '@defer (on immediate) {',
    '  <mediatel-desk />',
    '}',
    '',
  ].join('\n');
}
