const names = new Set(['localhost', '::1']);

/** Whether only this machine reaches the address. */
export const isLoopback = (host: string): boolean => names.has(host) || host.startsWith('127.');
