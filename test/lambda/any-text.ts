import fc from 'fast-check';

const characters = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10_ffff }),
);

/** Text of any Unicode characters, and of ASCII often. The unit `binary` of fc.string draws up a table of all of them first. */
export const anyText = fc.string({ unit: characters.map((character) => String.fromCodePoint(character)) });
