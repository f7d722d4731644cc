/** Where a value is kept in the browser. */
export interface StoredPlace {
  readonly key: string;
  /** The key of earlier versions: still read, and removed with the next change. */
  readonly formerKey?: string;
  /** Whether it lasts as long as the tab; else it is kept for all tabs. */
  readonly ofTab?: true;
  /** Whether it says something of customers: a sign-out forgets it. */
  readonly ofCustomers?: true;
}

/** All that the library keeps in the browser. */
export const storedPlaces = {
  language: { key: 'mediatel.language', formerKey: 'mediatel-language' },
  deskCorner: { key: 'mediatel.desk-corner', formerKey: 'mediatel-desk-corner' },
  shortcuts: { key: 'mediatel.shortcuts', formerKey: 'mediatel-shortcuts' },
  audioDevices: { key: 'mediatel.audio.devices' },
  sipInstance: { key: 'mediatel.sip.instance' },
  boardViews: { key: 'mediatel.board-views', formerKey: 'mediatel-board-views' },
  alerts: { key: 'mediatel.alerts', formerKey: 'mediatel-alerts' },
  recentNumbers: {
    key: 'mediatel.recent-numbers',
    formerKey: 'mediatel-recent-numbers',
    ofTab: true,
    ofCustomers: true,
  },
  ownCalls: { key: 'mediatel.own-calls', formerKey: 'mediatel-own-calls', ofCustomers: true },
  callDrafts: { key: 'mediatel.call-drafts', ofCustomers: true },
  screenPops: { key: 'mediatel.screen-pops', ofTab: true },
  handedContacts: { key: 'mediatel.handed-contacts' },
  signOuts: { key: 'mediatel.sign-outs' },
  signOutsGivenUp: { key: 'mediatel.sign-outs-given-up' },
  /** The operator whose customers' traces are kept. */
  customersOf: { key: 'mediatel.customers-of', ofCustomers: true },
  customersOfInTab: { key: 'mediatel.customers-of', ofTab: true, ofCustomers: true },
  /** Changes when all is forgotten, so that other tabs hear of it. */
  customersForgotten: { key: 'mediatel.customers-forgotten' },
} as const satisfies Readonly<Record<string, StoredPlace>>;
