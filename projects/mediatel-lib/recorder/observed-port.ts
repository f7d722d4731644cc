/** A call of a port's method, as seen from outside. */
export type PortCall = (method: string, args: readonly unknown[], result: unknown) => void;

/** The port itself, whose every call is told of. What listens can't change or fail the call. */
export function observedPort<Port extends object>(port: Port, called: PortCall): Port {
  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(port, {
    get: (target, key) => {
      // Private fields are the target's: neither getters nor methods may run on the proxy.
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || !(key in Object.getPrototypeOf(target))) return value;
      const known = wrapped.get(key);
      if (known !== undefined) return known;
      const method = (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        called(String(key), args, result);
        return result;
      };
      wrapped.set(key, method);
      return method;
    },
  });
}
