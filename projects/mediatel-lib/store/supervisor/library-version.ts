/** The package's version, as supervisors see it. A test keeps it equal to the one in `package.json`. */
export const libraryVersion = '0.1.0';
