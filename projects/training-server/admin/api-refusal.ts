/** The documented detail ids of failures. */
export const detailIds = {
  invalidParameters: 100,
  invalidName: 101,
  nameInUse: 102,
  noPermissions: 103,
  other: 105,
  inUse: 106,
} as const;

/** The `error` of every answer. */
export interface ApiError {
  /** As HTTP's status, which is the same. */
  readonly code: number;
  /** The detail id. Success, a missing cookie (403) and an unknown object (404) have none. */
  readonly id?: number;
  readonly message?: string;
}

/** A request that the API refuses. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  private constructor(
    readonly code: number,
    readonly id: number | null,
    message: string,
  ) {
    super(message);
  }

  static invalid(message: string): ApiRefusal {
    return new ApiRefusal(400, detailIds.invalidParameters, message);
  }

  static invalidName(message: string): ApiRefusal {
    return new ApiRefusal(400, detailIds.invalidName, message);
  }

  static nameInUse(name: string): ApiRefusal {
    return new ApiRefusal(409, detailIds.nameInUse, `"${name}" is in use`);
  }

  static noPermissions(): ApiRefusal {
    return new ApiRefusal(403, detailIds.noPermissions, 'Only an administrator may do this');
  }

  static inUse(message: string): ApiRefusal {
    return new ApiRefusal(409, detailIds.inUse, message);
  }

  static notStored(): ApiRefusal {
    return new ApiRefusal(507, detailIds.other, 'The server has no room: nothing was stored');
  }

  static notSignedIn(): ApiRefusal {
    return new ApiRefusal(403, null, 'Sign in first');
  }

  static notFound(what: string): ApiRefusal {
    return new ApiRefusal(404, null, `There is no ${what}`);
  }

  /** As an answer carries it. */
  get error(): ApiError {
    return { code: this.code, ...(this.id === null ? {} : { id: this.id }), message: this.message };
  }
}
