import { dev } from './dev';
import type { Environment } from './environment';
import { prod } from './prod';
import { staging } from './staging';

/** Every environment that is synthesized, checked and tested; a new file counts once it is listed here. */
export const environments: readonly Environment[] = [dev, staging, prod];
