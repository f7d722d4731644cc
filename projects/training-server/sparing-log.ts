/** Shared with the hub. */
export { SparingLog } from '../server-kit';
