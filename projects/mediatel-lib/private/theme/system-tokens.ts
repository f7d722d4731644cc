/** Colours of the roles, light and dark: those of Material's azure theme. `neutral…` are the same in both. */
export const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  background: ['#faf9fd', '#121316'],
  error: ['#ba1a1a', '#ffb4ab'],
  'error-container': ['#ffdad6', '#93000a'],
  'inverse-on-surface': ['#f2f0f4', '#2f3033'],
  'inverse-primary': ['#abc7ff', '#005cbb'],
  'inverse-surface': ['#2f3033', '#e3e2e6'],
  'on-background': ['#1a1b1f', '#e3e2e6'],
  'on-error': ['#ffffff', '#690005'],
  'on-error-container': ['#93000a', '#ffdad6'],
  'on-primary': ['#ffffff', '#002f65'],
  'on-primary-container': ['#00458f', '#d7e3ff'],
  'on-secondary': ['#ffffff', '#283041'],
  'on-secondary-container': ['#3e4759', '#dae2f9'],
  'on-surface': ['#1a1b1f', '#e3e2e6'],
  'on-surface-variant': ['#44474e', '#e0e2ec'],
  'on-tertiary': ['#ffffff', '#0001ac'],
  'on-tertiary-container': ['#0000ef', '#e0e0ff'],
  outline: ['#74777f', '#8e9099'],
  'outline-variant': ['#c4c6d0', '#44474e'],
  primary: ['#005cbb', '#abc7ff'],
  'primary-container': ['#d7e3ff', '#00458f'],
  scrim: ['#000000', '#000000'],
  secondary: ['#565e71', '#bec6dc'],
  'secondary-container': ['#dae2f9', '#3e4759'],
  shadow: ['#000000', '#000000'],
  surface: ['#faf9fd', '#121316'],
  'surface-bright': ['#faf9fd', '#38393c'],
  'surface-container': ['#efedf0', '#1f2022'],
  'surface-container-high': ['#e9e7eb', '#292a2c'],
  'surface-container-highest': ['#e3e2e6', '#343537'],
  'surface-container-low': ['#f4f3f6', '#1a1b1f'],
  'surface-container-lowest': ['#ffffff', '#0d0e11'],
  'surface-dim': ['#dbd9dd', '#121316'],
  'surface-tint': ['#005cbb', '#abc7ff'],
  'surface-variant': ['#e0e2ec', '#44474e'],
  tertiary: ['#343dff', '#bec2ff'],
  'tertiary-container': ['#e0e0ff', '#0000ef'],
  'neutral-variant20': ['#2d3038', '#2d3038'],
  neutral10: ['#1a1b1f', '#1a1b1f'],
};

/** The type scale: `[weight, size, line height, tracking]`, sizes in rem. */
export const typescale: Readonly<
  Record<string, readonly [weight: number, size: number, line: number, tracking: number]>
> = {
  'body-large': [400, 1, 1.5, 0.031],
  'body-medium': [400, 0.875, 1.25, 0.016],
  'body-small': [400, 0.75, 1, 0.025],
  'display-large': [400, 3.562, 4, -0.016],
  'display-medium': [400, 2.812, 3.25, 0],
  'display-small': [400, 2.25, 2.75, 0],
  'headline-large': [400, 2, 2.5, 0],
  'headline-medium': [400, 1.75, 2.25, 0],
  'headline-small': [400, 1.5, 2, 0],
  'label-large': [500, 0.875, 1.25, 0.006],
  'label-medium': [500, 0.75, 1, 0.031],
  'label-small': [500, 0.688, 1, 0.031],
  'title-large': [400, 1.375, 1.75, 0],
  'title-medium': [500, 1, 1.5, 0.009],
  'title-small': [500, 0.875, 1.25, 0.006],
};

/** Shadows, shapes and state layers. */
export const others: Readonly<Record<string, string>> = {
  level0:
    '0px 0px 0px 0px rgba(0, 0, 0, 0.2), 0px 0px 0px 0px rgba(0, 0, 0, 0.14), 0px 0px 0px 0px rgba(0, 0, 0, 0.12)',
  level1:
    '0px 2px 1px -1px rgba(0, 0, 0, 0.2), 0px 1px 1px 0px rgba(0, 0, 0, 0.14), 0px 1px 3px 0px rgba(0, 0, 0, 0.12)',
  level2:
    '0px 3px 3px -2px rgba(0, 0, 0, 0.2), 0px 3px 4px 0px rgba(0, 0, 0, 0.14), 0px 1px 8px 0px rgba(0, 0, 0, 0.12)',
  level3:
    '0px 3px 5px -1px rgba(0, 0, 0, 0.2), 0px 6px 10px 0px rgba(0, 0, 0, 0.14), 0px 1px 18px 0px rgba(0, 0, 0, 0.12)',
  level4:
    '0px 5px 5px -3px rgba(0, 0, 0, 0.2), 0px 8px 10px 1px rgba(0, 0, 0, 0.14), 0px 3px 14px 2px rgba(0, 0, 0, 0.12)',
  level5:
    '0px 7px 8px -4px rgba(0, 0, 0, 0.2), 0px 12px 17px 2px rgba(0, 0, 0, 0.14), 0px 5px 22px 4px rgba(0, 0, 0, 0.12)',
  'corner-extra-large': '28px',
  'corner-extra-large-top': '28px 28px 0 0',
  'corner-extra-small': '4px',
  'corner-extra-small-top': '4px 4px 0 0',
  'corner-full': '9999px',
  'corner-large': '16px',
  'corner-large-end': '0 16px 16px 0',
  'corner-large-start': '16px 0 0 16px',
  'corner-large-top': '16px 16px 0 0',
  'corner-medium': '12px',
  'corner-none': '0',
  'corner-small': '8px',
  'dragged-state-layer-opacity': '0.16',
  'focus-state-layer-opacity': '0.12',
  'hover-state-layer-opacity': '0.08',
  'pressed-state-layer-opacity': '0.12',
  'label-large-weight-prominent': '700',
  'label-medium-weight-prominent': '700',
};
