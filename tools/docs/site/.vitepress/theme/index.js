import DefaultTheme from 'vitepress/theme-without-fonts';
import { LivePart } from './live-part.js';
import './style.css';

export default {
  extends: DefaultTheme,
  /** @param {{ app: import('vue').App }} context */
  enhanceApp: ({ app }) => {
    app.component('LivePart', LivePart);
  },
};
