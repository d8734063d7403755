import { diffLinesUnified } from 'jest-diff';

const plain = (text: string): string => text;

/** The lines that differ between two rendered snapshots, with three lines around each; empty when none does. */
export function diffSnapshot(expected: string, actual: string): string {
  if (expected === actual) return '';
  return diffLinesUnified(expected.split('\n'), actual.split('\n'), {
    aAnnotation: 'committed',
    bAnnotation: 'synthesized',
    contextLines: 3,
    expand: false,
    aColor: plain,
    bColor: plain,
    changeColor: plain,
    commonColor: plain,
    patchColor: plain,
  });
}
