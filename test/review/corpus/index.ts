import { appClientPairs } from './app-client';
import { lifecyclePairs } from './lifecycle';
import { mfaPairs } from './mfa';
import { omissionPairs } from './omission';
import type { CorpusPair } from './pair';
import { partsOfAPoolPairs } from './parts-of-a-pool';
import { userPoolPairs } from './user-pool';
import { usersPairs } from './users';

/** Changes whose effect is known from somewhere, each with what the review has to say of it. */
export const corpus: readonly CorpusPair[] = [
  ...userPoolPairs,
  ...mfaPairs,
  ...appClientPairs,
  ...partsOfAPoolPairs,
  ...omissionPairs,
  ...usersPairs,
  ...lifecyclePairs,
];
