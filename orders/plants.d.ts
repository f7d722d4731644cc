export interface Plant {
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly scripts: readonly string[];
}
export const plants: Readonly<Record<string, Plant>>;
export function withPlant(name: string, path: string, source: string): string;
