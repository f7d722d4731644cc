import { endsDialog, mayComeBack } from './dialog-over';

const statuses = Array.from({ length: 400 }, (_, index) => 300 + index);

it('takes the responses that RFC 5057 lets end the whole dialog, and the 481, for the end of a call', () => {
  expect(statuses.filter(endsDialog)).toEqual([404, 410, 416, 481, 482, 484, 485, 604]);
});

it('takes a 480 and a 502 for an absence that may pass', () => {
  expect(statuses.filter(mayComeBack)).toEqual([480, 502]);
});
