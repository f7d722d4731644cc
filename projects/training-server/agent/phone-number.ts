const dialable = /^\+?\d{3,20}$/;

/** A number without the characters that people write between its digits. */
export const bareNumber = (written: string): string => written.replace(/[\s().-]/g, '');

export const isDialable = (number: string): boolean => dialable.test(number);

/** The same for every spelling of a number: without separators, and without Ukraine's code. */
export const nationalNumber = (written: string): string => bareNumber(written).replace(/^\+?380/, '0');
