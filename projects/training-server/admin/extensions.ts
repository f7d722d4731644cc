import { type AccountStore, type AgentRow, type ExtensionRow, type Fields, extensionOf, sipLoginOf } from '../accounts';
import { NotStored } from '../storage/not-stored';
import { type ApiError, ApiRefusal } from './api-refusal';
import { batchForm, deletedForm, extensionForm, insertedForm, type ExtensionBody } from './extension-form';
import { isSameName, readFields } from './read-fields';

/** A number as in the documents: `1001`, `webrtc-2016`. */
const goodNumber = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

/** Empty, or a SIP login, with or without scheme and realm. */
const goodAddress = /^$|^(sip:)?[A-Za-z0-9][A-Za-z0-9._-]{0,63}(@[A-Za-z0-9.:-]{1,128})?$/;

/** What became of one entry of a batch. */
export interface BatchResult {
  readonly list: 'Deleted' | 'Inserted';
  /** The entry's place in its list, from 0. */
  readonly index: number;
  /** The extension's id: for a created one the new id; `null` if the entry names none. */
  readonly E_ID: number | null;
  readonly error: ApiError;
}

/** The API's extensions. Every failure is an `ApiRefusal`. */
export class Extensions {
  readonly #store: AccountStore;

  readonly #isLoggedIn: (login: string) => boolean;

  constructor(store: AccountStore, isLoggedIn: (login: string) => boolean) {
    this.#store = store;
    this.#isLoggedIn = isLoggedIn;
  }

  list(): Fields[] {
    return this.#store.extensions().map(shown);
  }

  get(id: number): Fields {
    return shown(this.#row(id));
  }

  /** Creates an extension, and returns its id. */
  create(body: unknown): number {
    const { E_ID, ...fields } = readFields(extensionForm, body);
    if (E_ID !== -1) throw ApiRefusal.invalid('E_ID must be -1');
    return this.#create(fields);
  }

  change(id: number, body: unknown): void {
    const { E_ID, ...fields } = readFields(extensionForm, body);
    if (E_ID !== undefined && E_ID !== id) throw ApiRefusal.invalid('E_ID must be the same as in the address');
    this.#change(id, fields);
  }

  remove(id: number): void {
    const row = this.#row(id);
    this.#checkUnassigned(row);
    this.#store.removeExtension(id);
  }

  /** Deletes, changes and creates, in the order of the lists. An entry that fails does not prevent the others. */
  batch(body: unknown): BatchResult[] {
    const { Deleted = [], Inserted = [] } = readFields(batchForm, body);
    return this.#store.together(() => [
      ...Deleted.map((entry, index) => this.#entry('Deleted', index, entry, () => this.#delete(entry))),
      ...Inserted.map((entry, index) => this.#entry('Inserted', index, entry, () => this.#insert(entry))),
    ]);
  }

  #entry(list: BatchResult['list'], index: number, entry: unknown, run: () => number): BatchResult {
    try {
      return { list, index, E_ID: run(), error: { code: 200 } };
    } catch (thrown) {
      const refusal = thrown instanceof NotStored ? ApiRefusal.notStored() : thrown;
      if (!(refusal instanceof ApiRefusal)) throw thrown;
      return { list, index, E_ID: idIn(entry), error: refusal.error };
    }
  }

  #delete(entry: unknown): number {
    const { E_ID } = readFields(deletedForm, entry);
    this.remove(E_ID);
    return E_ID;
  }

  #insert(entry: unknown): number {
    const { E_ID, ...fields } = readFields(insertedForm, entry);
    if (E_ID < 0) return this.#create(fields);
    this.#change(E_ID, fields);
    return E_ID;
  }

  #create({ E_Extension, ...fields }: ExtensionBody): number {
    if (E_Extension === undefined) throw ApiRefusal.invalid('E_Extension is missing');
    const row = { id: -1, extension: E_Extension, fields };
    this.#check(row);
    return this.#store.addExtension(row);
  }

  #change(id: number, { E_Extension, ...fields }: ExtensionBody): void {
    const row = this.#row(id);
    const next = { id, extension: E_Extension ?? row.extension, fields: { ...row.fields, ...fields } };
    this.#check(next);
    if (next.extension !== row.extension) this.#checkUnassigned(row);
    if (sipLoginOf(next) !== sipLoginOf(row)) this.#checkUnused(row);
    this.#store.changeExtension(next);
  }

  #row(id: number): ExtensionRow {
    const row = this.#store.extensions().find((each) => each.id === id);
    if (!row) throw ApiRefusal.notFound(`extension ${id}`);
    return row;
  }

  #check(row: ExtensionRow): void {
    const { DestAddress } = row.fields;
    if (!goodNumber.test(row.extension)) {
      throw ApiRefusal.invalidName('An extension has up to 32 Latin letters, digits, dots, hyphens and underscores');
    }
    if (typeof DestAddress === 'string' && !goodAddress.test(DestAddress)) {
      throw ApiRefusal.invalid('DestAddress must be a SIP login, or LOGIN@REALM');
    }
    const sipLogin = sipLoginOf(row);
    for (const other of this.#store.extensions()) {
      if (other.id === row.id) continue;
      if (isSameName(other.extension, row.extension)) throw ApiRefusal.nameInUse(row.extension);
      if (sipLoginOf(other) === sipLogin) throw ApiRefusal.nameInUse(sipLogin);
    }
  }

  /** A phone that is registered would lose its calls with its SIP login. */
  #checkUnused({ extension }: ExtensionRow): void {
    const holder = this.#holderOf(extension);
    if (holder && this.#isLoggedIn(holder.login)) throw ApiRefusal.inUse(`${holder.login} is logged in`);
  }

  /** An assigned extension is in use, also by an operator who is logically deleted and may come back. */
  #checkUnassigned({ extension }: ExtensionRow): void {
    const holder = this.#holderOf(extension);
    if (holder) throw ApiRefusal.inUse(`Extension ${extension} is assigned to ${holder.login}`);
  }

  #holderOf(extension: string): AgentRow | undefined {
    return this.#store.agents().find((agent) => extensionOf(agent) === extension);
  }
}

function shown({ id, extension, fields }: ExtensionRow): Fields {
  return { ...fields, E_ID: id, E_Extension: extension };
}

function idIn(entry: unknown): number | null {
  const id: unknown = typeof entry === 'object' && entry !== null && 'E_ID' in entry ? entry.E_ID : null;
  return typeof id === 'number' && Number.isInteger(id) ? id : null;
}
