export { MediatelThemed, overlayClass } from './themed';
