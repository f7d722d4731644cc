import { lossImpairment, meanOpinionScore, transmissionRating } from './e-model';

describe('the E-model', () => {
  // ITU-T G.107 (06/2015), table B.1, and the default rating of 7.7.
  it.each([
    [93.2, 4.41],
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
    [0, 1],
    [-20, 1],
    [3, 1],
    [100, 4.5],
  ])('scores a rating of %d with %d', (rating, score) => {
    // The table's own figures are rounded by up to a hundredth.
    expect(Math.abs(meanOpinionScore(rating) - score)).toBeLessThan(0.01);
  });

  // ITU-T G.113 (02/2001), Appendix I: the impairment measured for G.711 with concealment under random losses, to which
  // the formula with Bpl = 25.1 was fitted.
  it.each([
    [0, 0],
    [0.01, 5],
    [0.02, 7],
    [0.03, 10],
    [0.05, 15],
    [0.07, 20],
    [0.1, 25],
    [0.15, 35],
    [0.2, 45],
  ])('impairs a loss of %d by about %d', (loss, impairment) => {
    expect(Math.abs(lossImpairment(loss) - impairment)).toBeLessThan(3);
  });

  // Computed by hand from G.107 (7-27) and (7-28).
  it.each([
    [0, 93.2],
    [100, 93.2],
    [150, 93.04],
    [200, 90.16],
    [300, 78.44],
    [400, 69.13],
  ])('rates a delay of %d ms with %d', (delay, rating) => {
    expect(transmissionRating(delay, 0)).toBeCloseTo(rating, 1);
  });

  // The whole model of G.107 as others computed it, with all other values at their defaults and without delay: then echo,
  // which this implementation leaves out, has no effect.
  it.each([
    [0, 93.206],
    [0.01, 89.566],
  ])('agrees with the whole model about a loss of %d', (loss, rating) => {
    expect(Math.abs(transmissionRating(0, loss) - rating)).toBeLessThan(0.01);
  });

  it.each<[string, number, number, number]>([
    // Idd by (7-28), Ie,eff by (7-29), and the MOS by (B-4) of what they leave of 93.2.
    ['200 ms and nothing lost', 200, 0, 4.34],
    ['400 ms and nothing lost', 400, 0, 3.56],
    ['no delay and 5 % lost', 0, 0.05, 3.92],
    ['no delay and 20 % lost', 0, 0.2, 2.63],
    ['300 ms and 5 % lost', 300, 0.05, 3.24],
  ])('scores a line of %s', (_what, delay, loss, score) => {
    expect(meanOpinionScore(transmissionRating(delay, loss))).toBeCloseTo(score, 2);
  });

  it('clamps impossible values to the worst and the best line', () => {
    expect(transmissionRating(0, 2)).toBe(transmissionRating(0, 1));
    expect(transmissionRating(-5, -1)).toBe(93.2);
  });
});
