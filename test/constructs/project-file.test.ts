import { readProjectFile, templatePart } from '../../lib/constructs/project-file';

const svg = /<svg/;
const containing = (content: string) => () => Buffer.from(content);

test('a file that an environment names becomes a part of the template', () => {
  expect(templatePart(containing('<svg>é</svg>'), 'branding/logo.svg', svg)).toBe('<svg>é</svg>');
  expect(templatePart(readProjectFile, 'package.json', /^\{/)).toContain('"name": "userpool"');
});

test.each([
  ['that is not there', readProjectFile, 'cannot be read. An environment names it: add the file'],
  ['that is no image', containing('{}'), 'is not what its name says'],
  ['that would fill the template', containing(`<svg>${' '.repeat(100_000)}`), 'has 100005 bytes; at most 100000'],
])('one %s is refused by its name', (_, read, reason) => {
  expect(() => templatePart(read, 'branding/no-such-logo.svg', svg)).toThrow(`branding/no-such-logo.svg ${reason}`);
});
