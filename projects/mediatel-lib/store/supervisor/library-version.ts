/** The package's version, as supervisors see it; kept like `package.json` by a test. */
export const libraryVersion = '0.1.0';
