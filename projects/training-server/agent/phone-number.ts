const dialable = /^\+?\d{3,20}$/;

/** A number without what people write between its digits: they paste it as they find it. */
export const bareNumber = (written: string): string => written.replace(/[\s().-]/g, '');

export const isDialable = (number: string): boolean => dialable.test(number);
