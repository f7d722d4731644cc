import { colours, others, typescale } from './system-tokens';

/** Reads a token, such as `--mat-sys-surface`, at a place of the page; empty where there is none. */
export type TokenReader = (name: string) => string;

/** What the missing tokens are made with. */
export interface Making {
  /** The font of the text. */
  readonly family: string;
  /** By how much text in rem is enlarged: see `textScale`. */
  readonly scale: number;
  /** The tokens of another place, which come before our own. */
  readonly inherited?: TokenReader;
}

const token = (name: string): string => `--mat-sys-${name}`;

/** All tokens that the parts and their Material components use. */
export function systemTokens(family: string): Readonly<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const [role, [light, dark]] of Object.entries(colours))
    tokens[token(role)] = light === dark ? light : `light-dark(${light}, ${dark})`;
  for (const [name, [weight, size, line, tracking]] of Object.entries(typescale)) {
    tokens[token(name)] = `${weight} ${size}rem / ${line}rem ${family}`;
    tokens[token(`${name}-weight`)] = String(weight);
    tokens[token(`${name}-size`)] = `${size}rem`;
    tokens[token(`${name}-line-height`)] = `${line}rem`;
    tokens[token(`${name}-tracking`)] = tracking === 0 ? '0' : `${tracking}rem`;
    tokens[token(`${name}-font`)] = family;
  }
  for (const [name, value] of Object.entries(others)) tokens[token(name)] = value;
  return tokens;
}

/** The tokens that are to be set at a place: those that it lacks, and texts that would be too small to read. */
export function tokensFor(read: TokenReader, { family, scale, inherited }: Making): Readonly<Record<string, string>> {
  const set: Record<string, string> = {};
  for (const [name, own] of Object.entries(systemTokens(family))) {
    const present = read(name);
    const value = enlarged(present || inherited?.(name) || own, scale);
    if (value !== present) set[name] = value;
  }
  if (scale !== 1) set['--mediatel-rem'] = `${scale}rem`;
  return set;
}

const enlarged = (value: string, scale: number): string =>
  scale === 1
    ? value
    : value.replace(/(-?[\d.]+)rem\b/g, (_, size: string) => `${Math.round(Number(size) * scale * 1000) / 1000}rem`);
