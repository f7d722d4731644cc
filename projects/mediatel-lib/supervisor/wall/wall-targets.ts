import { type EnvironmentProviders, InjectionToken, makeEnvironmentProviders } from '@angular/core';

/** The figures of the wall, in their order. `attention`: operators with an alert that nobody has taken. */
export const wallFigures = ['talking', 'available', 'clerical', 'paused', 'attention'] as const;
/** A figure of the wall. */
export type WallFigure = (typeof wallFigures)[number];

/** What a figure should be: a share of those who are logged in, 0 to 1. */
export interface WallTarget {
  /** Whether the share should be at least, or at most, `share`. */
  readonly is: 'atLeast' | 'atMost';
  /** The share, 0 to 1. */
  readonly share: number;
}

/** The targets of the wall's figures; `null` for a figure without one. */
export type WallTargets = Readonly<Record<WallFigure, WallTarget | null>>;

/** The targets of the wall. The library's own are for a queue that dials: most talk, few wait. */
export const MEDIATEL_WALL_TARGETS = new InjectionToken<WallTargets>('MEDIATEL_WALL_TARGETS', {
  providedIn: 'root',
  factory: () => defaultWallTargets,
});

const defaultWallTargets: WallTargets = {
  talking: { is: 'atLeast', share: 0.35 },
  available: { is: 'atLeast', share: 0.05 },
  clerical: { is: 'atMost', share: 0.2 },
  paused: { is: 'atMost', share: 0.15 },
  attention: { is: 'atMost', share: 0.05 },
};

/**
 * Provides the targets of the wall. The others stay at the library's defaults; `null`: no target.
 *
 * `provideMediatelWallTargets({ clerical: { is: 'atMost', share: 0.1 }, paused: null })`
 */
export function provideMediatelWallTargets(changes: Partial<WallTargets>): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: MEDIATEL_WALL_TARGETS, useValue: { ...defaultWallTargets, ...changes } },
  ]);
}
