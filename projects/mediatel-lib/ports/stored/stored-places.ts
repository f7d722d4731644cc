/** Where a value is stored in the browser. */
export interface StoredPlace {
  /** The storage key. */
  readonly key: string;
  /**
   * Whether earlier versions wrote the key with a hyphen for its first dot. That key is still read, and removed with the next
   * change.
   */
  readonly hadHyphen?: true;
  /** Whether each account has a value of its own. Then the key is followed by the account, see `accountPlace`. */
  readonly ofAccount?: true;
  /** Whether the value lasts only as long as the tab (session storage). Else all tabs share it (local storage). */
  readonly ofTab?: true;
  /** Whether the value contains data about customers. Then a sign-out removes it. */
  readonly ofCustomers?: true;
}

/** Where each account has a value of its own. */
export type AccountPlaces = StoredPlace & { readonly ofAccount: true };

/** All values that the library stores in the browser. */
export const storedPlaces = {
  language: { key: 'mediatel.language', hadHyphen: true },
  deskCorner: { key: 'mediatel.desk-corner', hadHyphen: true },
  shortcuts: { key: 'mediatel.shortcuts', hadHyphen: true },
  audioDevices: { key: 'mediatel.audio.devices' },
  sipInstance: { key: 'mediatel.sip.instance' },
  /** The answered call, so that a later page can go on with it. */
  sipCall: { key: 'mediatel.sip.call', ofAccount: true, ofCustomers: true },
  /** The INVITE of a ringing call, so that a later page can answer it. */
  sipInvite: { key: 'mediatel.sip.invite', ofAccount: true, ofCustomers: true },
  /** The BYE that the server has not answered, so that a later page sends it. */
  sipBye: { key: 'mediatel.sip.bye', ofAccount: true, ofCustomers: true },
  /** The call that the operator has hung up and Mediatel has to close, so that a later page sends `closeCall`. */
  sipClose: { key: 'mediatel.sip.close', ofCustomers: true },
  /** Id of the call whose customer the library has put on hold, so that a later page takes the call back. */
  heldCall: { key: 'mediatel.sip.held', ofAccount: true, ofCustomers: true },
  boardViews: { key: 'mediatel.board-views', hadHyphen: true },
  boardLook: { key: 'mediatel.board-look' },
  alerts: { key: 'mediatel.alerts', hadHyphen: true },
  recentNumbers: {
    key: 'mediatel.recent-numbers',
    hadHyphen: true,
    ofTab: true,
    ofCustomers: true,
  },
  ownCalls: { key: 'mediatel.own-calls', hadHyphen: true, ofCustomers: true },
  callDrafts: { key: 'mediatel.call-drafts', ofCustomers: true },
  screenPops: { key: 'mediatel.screen-pops', ofTab: true },
  sentCodes: { key: 'mediatel.sent-codes', ofCustomers: true },
  handedContacts: { key: 'mediatel.handed-contacts' },
  /** Marks the tab, so that its recording goes on after a reload. */
  flightTab: { key: 'mediatel.flight-tab', ofTab: true },
  /** When the tab's page left, by the wall clock. */
  leftAt: { key: 'mediatel.left-at', ofTab: true },
  signOuts: { key: 'mediatel.sign-outs' },
  signOutsGivenUp: { key: 'mediatel.sign-outs-given-up' },
  /** The operator whose customer data is stored. */
  customersOf: { key: 'mediatel.customers-of', ofCustomers: true },
  customersOfInTab: { key: 'mediatel.customers-of', ofTab: true, ofCustomers: true },
  /** Changes when all customer data is removed, so that other tabs notice. */
  customersForgotten: { key: 'mediatel.customers-forgotten' },
} as const satisfies Readonly<Record<string, StoredPlace>>;
