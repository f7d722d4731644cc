// Which scene of the gallery shows a component, by its page's address. A page without a line says that it has none.

/** @typedef {{ scene: string, part: string }} Live `part`: the selector of the component that is marked in the scene */

/** @type {Readonly<Record<string, Live>>} */
export const scenes = {
  'parts/desk/mediatel-desk/mediatel-desk': { scene: 'wide, in a call', part: '' },
  'parts/desk/state/desk-pages': { scene: 'readiness: all well', part: '' },
  'parts/desk/menu/desk-menu': { scene: 'available', part: 'mediatel-desk-menu' },
  'parts/desk/sign-in/sign-in-form': { scene: 'sign-in', part: 'mediatel-sign-in-form' },
  'parts/desk/call-panel/call-panel': { scene: 'heard both ways', part: 'mediatel-call-panel' },
  'parts/desk/call-panel/contact-history': { scene: 'earlier contacts', part: 'mediatel-contact-history' },
  'parts/desk/call-panel/quality-badge': { scene: 'poor line', part: 'mediatel-quality-badge' },
  'parts/ui/agent-state-bar/agent-state-bar': { scene: 'pause over its limit', part: 'mediatel-agent-state-bar' },
  'parts/ui/appearance/state-color': { scene: 'ringing', part: '' },
  'parts/ui/call-card/call-card': { scene: 'in a call', part: 'mediatel-call-card' },
  'parts/ui/call-controls/call-controls': { scene: 'in a call', part: 'mediatel-call-controls' },
  'parts/ui/clerical-form/clerical-form': { scene: 'clerical, open desk', part: 'mediatel-clerical-form' },
  'parts/ui/choice-list/choice-list': { scene: 'clerical, open desk', part: 'mediatel-choice-list' },
  'parts/ui/dialer/dialer': { scene: 'number typed', part: 'mediatel-dialer' },
  'parts/ui/heard-meter/heard-meter': { scene: 'microphone sends silence', part: 'mediatel-heard-meter' },
  'parts/ui/icon/icon': { scene: 'in a call', part: 'mediatel-icon' },
  'parts/ui/intl/mediatel-intl': { scene: 'available', part: '' },
  'parts/ui/keypad/keypad': { scene: 'available', part: 'mediatel-keypad' },
  'parts/ui/level-meter/level-meter': { scene: 'heard both ways', part: 'mediatel-level-meter' },
  'parts/ui/notice/notice': { scene: 'force pause', part: 'mediatel-notice' },
  'parts/ui/pause-menu/pause-menu': { scene: '40 pauses', part: 'mediatel-pause-menu' },
  'parts/ui/primary-action/primary-action': { scene: 'number typed', part: 'mediatel-primary-action' },
  'parts/ui/readiness-strip/readiness-strip': { scene: 'microphone denied', part: 'mediatel-readiness-strip' },
};
