import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecretsFile, SecretsFileError } from '../../lib/commands/secrets-file';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'userpool-secrets-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function fileWith(text: string): Promise<string> {
  const file = join(directory, 'secrets.json');
  await writeFile(file, text);
  return file;
}

test('a file of names and texts is read', async () => {
  expect(await readSecretsFile(await fileWith('{"my/secret":"text"}'))).toEqual({ 'my/secret': 'text' });
});

test.each([
  ['top-secret, not JSON', 'is not JSON'],
  ['["top-secret"]', 'holds no object'],
  ['{"my/secret":{"token":"top-secret"}}', 'has no text for my/secret'],
])('%p is refused, and no value is repeated', async (text, message) => {
  const reading = readSecretsFile(await fileWith(text));
  await expect(reading).rejects.toThrow(SecretsFileError);
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.not.toThrow('top-secret');
});

test('a file that is not there is named', async () => {
  await expect(readSecretsFile(join(directory, 'missing.json'))).rejects.toThrow(
    /missing\.json cannot be read \(ENOENT\)/,
  );
});
