import type { AgentAppearance } from 'mediatel-lib/ui';
import { type WallFigure, type WallTarget, type WallTargets, wallFigures } from './wall-targets';

/** How a figure compares with its target. `near`: beyond it by less than a half. `none`: there is no target. */
type FigureState = 'met' | 'near' | 'missed' | 'none';

/** A figure of the wall. */
export interface ShownFigure {
  /** Which figure. */
  readonly figure: WallFigure;
  /** Number of operators. */
  readonly count: number;
  /** Their share of those who are logged in, 0 to 1; `null` if nobody is. */
  readonly share: number | null;
  /** The figure's target; `null` for none. */
  readonly target: WallTarget | null;
  /** How it compares with the target. */
  readonly state: FigureState;
}

/** An operator, as far as the figures count. */
export interface CountedOperator {
  /** The state; `unconfirmed` if nobody knows it. */
  readonly state: AgentAppearance | 'unconfirmed';
  /** Whether the operator has an alert that nobody has taken. */
  readonly alerted: boolean;
}

/** A share beyond its target by this factor is missed, not near. */
const farFactor = 1.5;

/** The wall's figures. A call on hold counts as a call. It is a pure function. */
export function figuresOf(operators: readonly CountedOperator[], targets: WallTargets): readonly ShownFigure[] {
  const present = operators.filter(({ state }) => state !== 'loggedOut');
  const counts: Record<WallFigure, number> = { talking: 0, available: 0, clerical: 0, paused: 0, attention: 0 };
  for (const { state, alerted } of present) {
    if (alerted) counts.attention += 1;
    const figure = state === 'held' ? 'talking' : wallFigures.find((known) => known === state);
    if (figure !== undefined) counts[figure] += 1;
  }
  return wallFigures.map((figure): ShownFigure => {
    const count = counts[figure];
    const share = present.length === 0 ? null : count / present.length;
    const target = targets[figure];
    return { figure, count, share, target, state: stateOf(share, target) };
  });
}

function stateOf(share: number | null, target: WallTarget | null): FigureState {
  if (target === null || share === null) return 'none';
  if (target.is === 'atLeast') {
    if (share >= target.share) return 'met';
    return share * farFactor >= target.share ? 'near' : 'missed';
  }
  if (share <= target.share) return 'met';
  return share <= target.share * farFactor ? 'near' : 'missed';
}
