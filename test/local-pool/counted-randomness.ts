import { createHash } from 'node:crypto';
import type { Randomness } from '../../lib/local-pool/randomness';

/** Randomness that is the same in every run: blocks of SHA-256 over a counter. */
export function countedRandomness(seed = 'test'): Randomness {
  let count = 0;
  const bytes = (length: number): Buffer => {
    const blocks: Buffer[] = [];
    while (blocks.length * 32 < length) blocks.push(createHash('sha256').update(`${seed} ${count++}`).digest());
    return Buffer.concat(blocks).subarray(0, length);
  };
  return {
    bytes,
    uuid() {
      const hex = bytes(16).toString('hex');
      return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
    },
    text: (length, alphabet) => Array.from(bytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join(''),
  };
}
