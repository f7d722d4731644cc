/** The property that holds `AgentSession` in the component with the desk. */
export const sessionProperty = 'phone';

const called = (credentials: string): string =>
  `<button type="button" (click)="${sessionProperty}.signIn(${credentials})">Sign in to the phone</button>`;

/** The sign-in button: the CRM's own session says who the operator is. */
export const plainButton = called('');

/** The sign-in button for the training server, which knows this operator. */
export const trainingButton = called("{ login: 'agent1', password: 'training' }");

/** What goes at the end of the page: the sign-in button, and the desk in a chunk of its own. No backticks, no `${`. */
export function deskSnippet(isTraining: boolean): string {
  const comment = isTraining
    ? ' An operator of the training server. Your CRM calls signIn() without credentials, after its own sign-in. '
    : ' The phone of mediatel-lib. ';
  return [
    `<!--${comment}-->`,
    `@if (${sessionProperty}.state().status === 'signedOut') {`,
    `  ${isTraining ? trainingButton : plainButton}`,
    '}',
    '@defer (on immediate) {',
    '  <mediatel-desk />',
    '}',
    '',
  ].join('\n');
}
