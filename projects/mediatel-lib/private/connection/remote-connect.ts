import type { ConnectionMessage } from 'mediatel-lib/ports';

/** Reads `remoteConnect` (`{host, port}`, documented): the farm host that serves this client. */
export function readRemoteConnect(data: unknown): ConnectionMessage {
  const fields: { readonly host?: unknown; readonly port?: unknown } =
    typeof data === 'object' && data !== null ? data : {};
  const port = typeof fields.port === 'string' && fields.port !== '' ? Number(fields.port) : fields.port;
  return {
    type: 'remoteConnect',
    host: typeof fields.host === 'string' ? fields.host : '',
    port: typeof port === 'number' && Number.isInteger(port) ? port : null,
  };
}
