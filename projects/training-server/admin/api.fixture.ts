import { ServerUnderTest } from '../server.fixture';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly error: { readonly code: number; readonly id?: number; readonly message?: string };
  readonly result: readonly Readonly<Record<string, unknown>>[];
}

/** A server, and its API as an administrator or somebody else uses it. */
export class ApiUnderTest {
  readonly server = new ServerUnderTest();
  readonly #cookies = new Map<string, string>();

  async start(env: Record<string, string> = {}): Promise<this> {
    await this.server.start(env);
    return this;
  }

  /** Sends a request as this login; `null`: without a cookie. */
  async call(method: string, path: string, body?: unknown, login: string | null = 'admin1'): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.raw(method, path, text, login);
  }

  async raw(method: string, path: string, body: string | undefined, login: string | null = 'admin1'): Promise<Answer> {
    const response = await this.server.fetch(`/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      ...(login === null ? {} : { cookie: await this.#cookieOf(login) }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  }

  /** Creates an operator as a copy of `agent1`, and returns its id. */
  async create(login: string, extension = '1021'): Promise<number> {
    const fields = { ID: -1, Login: login, Password: 'her own', Details: `${login}@crm.example` };
    const { error, result } = await this.call('POST', '/agents', { ...fields, PersNumbers: [extension] });
    if (error.code !== 200) throw new Error(error.message);
    return Number(result[0]?.['ID']);
  }

  async #cookieOf(login: string): Promise<string> {
    const known = this.#cookies.get(login) ?? (await this.server.signIn(login));
    this.#cookies.set(login, known);
    return known;
  }
}

/** How a request was refused: HTTP's status with the code, and the detail id. */
export const refused = (code: number, id?: number) =>
  ({ status: code, error: id === undefined ? { code } : { code, id }, result: [] }) as const;
