const names = new Set(['localhost', '::1']);

/** Whether the address can be reached only from this machine. */
export const isLoopback = (host: string): boolean => names.has(host) || host.startsWith('127.');
