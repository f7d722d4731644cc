/**
 * Quality of a G.711 call by the E-model, ITU-T Recommendation G.107 (06/2015), from what a browser can measure.
 *
 * ```
 * R   = Ro − Is − Idd − Ie,eff              (7-1, advantage factor A = 0, echo cancelled)
 * Ro − Is = 93.2                            with every other value at its default (7.7)
 * Idd = 25 · ((1 + X⁶)^⅙ − 3·(1 + (X/3)⁶)^⅙ + 2),  X = log₂(Ta / 100 ms),  0 below 100 ms   (7-27, 7-28)
 * Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl / BurstR + Bpl)                                      (7-29)
 * MOS = 1 + 0.035·R + R·(R − 60)·(100 − R)·7·10⁻⁶,  1 below R = 0, 4.5 above R = 100       (Annex B, B-4)
 * ```
 *
 * - The exponents 6 and ⅙ are 6·sT and 1/(6·sT), and the 100 ms are mT, both for the default class of delay
 *   sensitivity (table 1: sT = 1, mT = 100 ms).
 * - Ie = 0 and Bpl = 25.1 are those of G.711 with packet loss concealment, which every browser has (ITU-T G.113,
 *   Appendix I, table I.3: provisional planning values; without concealment Bpl = 4.3).
 * - Losses count as random: BurstR = 1.
 * - Ta is half the round trip plus the jitter buffer. The delays of sound card and packetisation are the same in
 *   every call, and no browser reports them.
 * - Other codecs are rated as if they were G.711. docs/quality.md says how wrong that is for Opus.
 *
 * Compared with citations of the two Recommendations: 93.2 and 7.7, mT, sT and table 1, Ie, Bpl and table I.3, and
 * the formula of the MOS. Not compared, since the Recommendations' own text was not available: the numbers of the
 * formulas (7-1, 7-27 to 7-29, B-4) and of table B.1.
 */
const best = 93.2;
const equipment = 0;
const robustness = 25.1;

/** The impairment by the one-way delay (ms). */
function delayImpairment(delay: number): number {
  if (delay <= 100) return 0;
  const x = Math.log2(delay / 100);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}

/** The impairment by packet loss, a share from 0 to 1. */
export function lossImpairment(loss: number): number {
  const percent = 100 * Math.min(1, Math.max(0, loss));
  return equipment + ((95 - equipment) * percent) / (percent + robustness);
}

/** R, from below 0 (unintelligible) to 93.2. `delay`: one way (ms). `loss`: a share from 0 to 1. */
export function transmissionRating(delay: number, loss: number): number {
  return best - delayImpairment(delay) - lossImpairment(loss);
}

/** The mean opinion score for R. */
export function meanOpinionScore(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  // Without the bound, the lowest ratings fall below 1 (G.107, Annex B is valid from R = 6.5).
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
