/** The server's name in `User-Agent`. */
export const PRODUCT = 'Mediatel training server';

/** Within a dialog. Outside of one only REGISTER and OPTIONS. */
export const ALLOWED_METHODS = ['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS', 'INFO', 'UPDATE', 'REGISTER'] as const;

/** Methods that we know and refuse with 405. Any other is not implemented: 501 (RFC 3261 §8.2.1). */
export const KNOWN_METHODS = [
  ...ALLOWED_METHODS,
  'MESSAGE',
  'NOTIFY',
  'PRACK',
  'PUBLISH',
  'REFER',
  'SUBSCRIBE',
] as const;

/** Option tags that a client may require (`Require`), and those that we list as supported. */
export const ACCEPTED_OPTION_TAGS = ['outbound', 'path', 'gruu'] as const;

export const ACCEPTED_BODIES = ['application/sdp', 'application/dtmf-relay', 'application/dtmf'] as const;
