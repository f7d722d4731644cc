import { h } from 'vue';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { LivePart } from './live-part.js';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-after': () => h(LivePart) }),
};
