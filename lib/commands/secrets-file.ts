import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The file with the secrets of the Secrets Manager stand-in cannot be used. No value is in the message. */
export class SecretsFileError extends Error {
  override readonly name = 'SecretsFileError';

  constructor(file: string, problem: string) {
    super(`${file} ${problem}. Expected a JSON object of secret names to texts, such as {"my/secret": "text"}.`);
  }
}

const secrets = z.record(z.string().min(1), z.string());

/** @throws SecretsFileError */
export async function readSecretsFile(file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new SecretsFileError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  });
  const parsed = secrets.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({ path }) => path.join('.')).filter((name) => name !== '');
  throw new SecretsFileError(file, names.length > 0 ? `has no text for ${names.join(', ')}` : 'holds no object');
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message repeats a part of the file.
    throw new SecretsFileError(file, 'is not JSON');
  }
}
