/** How the server names itself in `User-Agent`. */
export const PRODUCT = 'Mediatel training server';

/** Within a dialog; out of one only REGISTER and OPTIONS. */
export const ALLOWED_METHODS = ['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'INFO', 'UPDATE', 'REGISTER'] as const;

/** Methods we know of, and refuse with 405; any other is not implemented: 501 (RFC 3261 §8.2.1). */
export const KNOWN_METHODS = [
  ...ALLOWED_METHODS,
  'MESSAGE',
  'NOTIFY',
  'PRACK',
  'PUBLISH',
  'REFER',
  'SUBSCRIBE',
] as const;

/** Option tags a client may require of us (`Require`), and those we say we support. */
export const ACCEPTED_OPTION_TAGS = ['outbound', 'path', 'gruu'] as const;

export const ACCEPTED_BODIES = ['application/sdp', 'application/dtmf-relay', 'application/dtmf'] as const;
