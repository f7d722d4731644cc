import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { sameSecret } from '../same-secret';

/** The passwords and the secret that the server was started with. */
export interface PasswordSetting {
  /** Of accounts whose password was never changed (`ACCOUNT_PASSWORD`). */
  readonly account: string;
  /** Of all SIP accounts (`SIP_PASSWORD`). */
  readonly sip: string;
  /** Derives the passwords that the server issues. */
  readonly secret: string;
}

const keyBytes = 32;

/** A password as the database stores it: scrypt with Node's default cost, `scrypt$SALT$KEY` in base64. */
export function hashOf(password: string, salt = randomBytes(16)): string {
  return `scrypt$${salt.toString('base64')}$${scryptSync(password, salt, keyBytes).toString('base64')}`;
}

/** Whether the password is the one that was hashed. */
function fits(password: string, hash: string): boolean {
  const [, salt = '', key = ''] = hash.split('$');
  const right = Buffer.from(key, 'base64');
  const given = scryptSync(password, Buffer.from(salt, 'base64'), keyBytes);
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Checks people's passwords, and issues those that the page uses at Mediatel. `null` as a hash: never changed. */
export class Passwords {
  readonly #setting: PasswordSetting;
  /** Checked for an unknown login, so that the time taken does not show which logins exist. */
  #nobody: string | undefined;

  constructor(setting: PasswordSetting) {
    this.#setting = setting;
  }

  get sip(): string {
    return this.#setting.sip;
  }

  /** Whether it is the person's password. `undefined` as a hash: there is no such account. */
  isRight(password: string, hash: string | null | undefined): boolean {
    if (hash === null) return sameSecret(password, this.#setting.account);
    return fits(password, hash ?? (this.#nobody ??= hashOf(randomBytes(16).toString('hex')))) && hash !== undefined;
  }

  /**
   * The password that the page uses at Mediatel. The database has only hashes, so the CRM cannot hand out the person's
   * own. It changes with the person's password.
   */
  ofPhone(login: string, hash: string | null): string {
    return hash === null ? this.#setting.account : this.#sign(`mediatel\n${login}\n${hash}`);
  }

  /** What the API shows as the password: it changes with the password, and nobody can sign in or guess with it. */
  fingerprint(login: string, hash: string | null): string {
    return this.#sign(`fingerprint\n${login}\n${hash ?? ''}`);
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#setting.secret).update(text).digest('hex');
  }
}
