import type { RawObject } from '../template/value';

/** An answer of the SDK as JSON has it: what is undefined is not there. */
export function plain(answer: object): RawObject {
  return JSON.parse(JSON.stringify(answer)) as RawObject;
}
