import { codeOf } from '../observe/knock';

const patienceMs = 8000;

/** The sign-in did not give a cookie. The message is for a person. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

/** Signs in to the CRM as its page does, and returns the value of `VouchCookie`. Throws a `SignInError`. */
export async function signIn(address: string, origin: string, login: string, password: string): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ login, password }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    throw new SignInError(`the sign-in does not answer (${codeOf(error)})`);
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => /^VouchCookie=([^;]+)/.exec(line)?.[1])
    .find((value) => value !== undefined);
  if (cookie === undefined) throw new SignInError(`the sign-in answers ${response.status} without VouchCookie`);
  return cookie;
}
