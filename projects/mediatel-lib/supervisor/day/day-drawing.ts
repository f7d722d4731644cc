import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type BandShape, bandShapes } from './band-shape';
import type { Band } from './day-band';

use([CustomChart, GridComponent, CanvasRenderer]);

/** The content of a drawing. Colours are computed values, because a canvas knows no custom properties. */
interface DayPicture {
  readonly bands: readonly Band[];
  readonly lines: number;
  readonly begin: number;
  readonly end: number;
  readonly colours: Readonly<Record<Band['look'], string>>;
  readonly ink: string;
  readonly rule: string;
  readonly font: string;
  readonly timeOf: (at: number) => string;
}

/** A drawing in an element. */
export interface DayDrawing {
  /** Draws new content. */
  show(picture: DayPicture): void;
  /** Adapts to the element's size. */
  resize(): void;
  /** Removes the drawing. */
  dispose(): void;
}

/** Height of the time axis above the lines (px). */
const axisHeight = 28;

type Option = ComposeOption<CustomSeriesOption | GridComponentOption>;

/**
 * Draws days into an element. `pointed` is called with the band below the pointer, or `null`.
 *
 * It is a module of its own, so that the charting library is loaded only with it.
 */
export function drawDays(element: HTMLElement, pointed: (band: Band | null, x: number) => void): DayDrawing {
  const chart = init(groundIn(element), null, { renderer: 'canvas' });
  let bands: readonly Band[] = [];
  chart.on('mouseover', ({ dataIndex, event }) => pointed(bands[dataIndex] ?? null, event?.offsetX ?? 0));
  chart.on('mouseout', () => pointed(null, 0));
  return {
    show: (picture) => {
      bands = picture.bands;
      chart.setOption(optionOf(picture), { lazyUpdate: false, replaceMerge: ['series'] });
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function styleOf(kind: BandShape['kind'], colour: string): { fill: string; stroke?: string; lineDash?: number[] } {
  switch (kind) {
    case 'full':
      return { fill: colour };
    case 'frame':
      return { fill: 'transparent', stroke: colour };
    case 'dashes':
      return { fill: 'transparent', stroke: colour, lineDash: [4, 3] };
  }
}

/**
 * An element to draw in.
 *
 * The charting library empties it by `innerHTML = ''`, which a page with Trusted Types blocks. This element's setter empties it
 * without parsing.
 */
function groundIn(element: HTMLElement): HTMLElement {
  const ground = element.ownerDocument.createElement('div');
  ground.style.blockSize = '100%';
  Object.defineProperty(ground, 'innerHTML', { set: () => ground.replaceChildren() });
  element.replaceChildren(ground);
  return ground;
}

function optionOf({ bands, lines, begin, end, colours, ink, rule, font, timeOf }: DayPicture): Option {
  return {
    animation: false,
    grid: { left: 8, right: 20, top: axisHeight, bottom: 0 },
    xAxis: {
      type: 'time',
      position: 'top',
      min: begin,
      max: end,
      axisLabel: {
        color: ink,
        fontFamily: font,
        fontSize: 12,
        hideOverlap: true,
        formatter: (at: number) => timeOf(at),
      },
      axisLine: { lineStyle: { color: rule } },
      axisTick: { lineStyle: { color: rule } },
      splitLine: { show: true, lineStyle: { color: rule } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: Array.from({ length: lines }, (_, line) => line),
      axisLabel: { show: false },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: rule } },
    },
    series: {
      type: 'custom',
      encode: { x: [0, 1], y: 2 },
      clip: true,
      data: bands.map(({ from, to, line }) => [from, to, line]),
      renderItem: (params, api) => {
        const band = bands[params.dataIndex];
        const [left = 0, middle = 0] = api.coord([api.value(0), api.value(2)]);
        const [right = 0] = api.coord([api.value(1), api.value(2)]);
        const size = api.size?.([0, 1]);
        const full = (Array.isArray(size) ? (size[1] ?? 0) : 0) * 0.72;
        if (!band) return null;
        const { height: share, kind } = bandShapes[band.look];
        const height = Math.max(2, full * share);
        return {
          type: 'rect',
          // All bands stand on the same base line.
          shape: { x: left, y: middle + full / 2 - height, width: Math.max(1, right - left), height },
          style: styleOf(kind, colours[band.look]),
          emphasis: { style: { stroke: ink, lineWidth: 2 } },
        };
      },
    },
  };
}
