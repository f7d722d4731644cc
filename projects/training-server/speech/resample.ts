import { SAMPLE_RATE } from '../media/frame-clock';

/** The filter's cut-off: nothing above half of 8 kHz may be left, for it would come back as a false low tone. */
const CUT_OFF_HZ = 3600;
/** Half the filter's length, in samples of the input: even up to 3.2 kHz, more than 40 dB down from 4 kHz on. */
const REACH = 64;

/** The kernel for one place between two input samples. */
function kernelAt(offset: number, fromRate: number): Float64Array {
  const cutOff = (2 * CUT_OFF_HZ) / fromRate;
  const kernel = Float64Array.from({ length: 2 * REACH }, (_, index) => {
    const at = index - REACH + 1 - offset;
    const x = Math.PI * cutOff * at;
    const sinc = x === 0 ? 1 : Math.sin(x) / x;
    // Hann window, as long as the kernel.
    return Math.abs(at) >= REACH ? 0 : cutOff * sinc * (0.5 + 0.5 * Math.cos((Math.PI * at) / REACH));
  });
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Samples of 16 bits at 8 kHz from samples at a higher rate, through a low-pass (windowed sinc, one kernel for each phase). */
export function resample(samples: Int16Array, fromRate: number): Int16Array {
  if (fromRate === SAMPLE_RATE) return samples;
  const divisor = greatestDivisor(fromRate, SAMPLE_RATE);
  const phases = SAMPLE_RATE / divisor;
  const step = fromRate / divisor;
  const kernels = Array.from({ length: phases }, (_, phase) => kernelAt(phase / phases, fromRate));
  const result = new Int16Array(Math.floor((samples.length * phases) / step));
  for (let index = 0; index < result.length; index++) {
    const place = index * step;
    const first = Math.floor(place / phases) - REACH + 1;
    const kernel = kernels[place % phases]!;
    let sum = 0;
    for (let at = 0; at < kernel.length; at++) sum += kernel[at]! * (samples[first + at] ?? 0);
    result[index] = Math.max(-32768, Math.min(32767, Math.round(sum)));
  }
  return result;
}
