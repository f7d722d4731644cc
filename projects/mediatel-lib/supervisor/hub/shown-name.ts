/** The name of an operator as it is shown. A hub that knows none sends an empty one: then the login stands for it. */
export const shownName = (name: string, login: string): string => name.trim() || login;
