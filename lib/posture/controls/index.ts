import type { Control } from '../control';
import { minimumLength } from './pwd-01-minimum-length';

/** Every control, in the order of the catalogue. */
export const controls: readonly Control[] = [minimumLength];
