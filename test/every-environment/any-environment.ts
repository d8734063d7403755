import type fc from 'fast-check';
import { environmentNode } from '../../lib/environments/schema-node';
import type { Draft } from '../environments/draft';
import { anyValue } from './any-value';
import { settle } from './settle';

/** A random environment whose fields have their shape and, mostly, agree with each other. */
export const anyEnvironment: fc.Arbitrary<Draft> = anyValue(environmentNode).map((value) =>
  settle(JSON.parse(JSON.stringify(value)) as Draft),
);
