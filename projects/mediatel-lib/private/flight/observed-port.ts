/** Receives each call of a port's method, after it has returned. */
export type PortCall = (method: string, args: readonly unknown[], result: unknown) => void;

/** Wraps a port to observe its calls. The observer can't change a call. */
export function observedPort<Port extends object>(port: Port, called: PortCall): Port {
  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(port, {
    get: (target, key) => {
      // Private fields belong to the target: neither getters nor methods may run on the proxy.
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
