import { defineRule, type Rule } from './rule';

/** Tags of one resource that are not AWS's own. */
const tagLimit = 50;

const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags as the tagging API takes them. */
export const tagRules: readonly Rule[] = [
  defineRule({
    id: 'tag-key-reserved',
    what: 'No tag key begins with aws:.',
    source: 'AWS General Reference, tagging: the prefix is reserved in any case.',
    reads: ['tags'],
    check: ({ tags }) =>
      Object.keys(tags)
        .filter((key) => key.toLowerCase().startsWith('aws:'))
        .map((key) => ({
          path: ['tags', key],
          got: key,
          allowed: 'a key that does not begin with aws:',
          instead: 'Choose another prefix.',
        })),
  }),
  defineRule({
    id: 'tag-characters',
    what: 'Tag keys and values hold letters, digits, spaces and _ . : / = + - @ only.',
    source: 'AWS General Reference, tagging: characters that every service takes.',
    covers: ['deploy-50'],
    reads: ['tags'],
    check: ({ tags }) =>
      Object.entries(tags)
        .filter(([key, value]) => !characters.test(key) || !characters.test(value))
        .map(([key, value]) => ({
          path: ['tags', key],
          got: characters.test(key) ? value : key,
          allowed: 'letters, digits, spaces and _ . : / = + - @',
          instead: 'Leave the other characters out.',
        })),
  }),
  defineRule({
    id: 'tag-keys-differ',
    what: 'Tag keys differ in more than the case of their letters.',
    source: 'AWS IAM User Guide, tagging: to a role, keys that differ in case are one key.',
    reads: ['tags'],
    check: ({ tags }) => {
      const keys = Object.keys(tags);
      return keys.flatMap((key, index) => {
        const other = keys.slice(0, index).find((earlier) => earlier.toLowerCase() === key.toLowerCase());
        if (other === undefined) return [];
        const allowed = `a key that differs from "${other}" in more than case`;
        return [{ path: ['tags', key], got: key, allowed, instead: 'Remove one of the two.' }];
      });
    },
  }),
  defineRule({
    id: 'tag-limit',
    what: `There are at most ${tagLimit} tags.`,
    source: 'AWS General Reference, tagging: tags per resource.',
    reads: ['tags'],
    check: ({ tags }) => {
      const count = Object.keys(tags).length;
      if (count <= tagLimit) return [];
      return [{ path: ['tags'], got: count, allowed: `at most ${tagLimit}`, instead: 'Remove the least used.' }];
    },
  }),
];
