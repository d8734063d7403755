import { answer, genericRefusal } from '../../lambda/answer';
import type { LogLine } from '../../lambda/log-line';
import { TriggerError } from '../../lambda/trigger-error';
import { UserFacingError } from '../../lambda/user-facing-error';

class LegacyIsDown extends TriggerError {
  override readonly name = 'LegacyIsDown';
}

async function failed(thrown: unknown): Promise<{ readonly error: unknown; readonly lines: readonly LogLine[] }> {
  const lines: LogLine[] = [];
  const work = () => {
    throw thrown;
  };
  const error: unknown = await answer('UserMigration', 'request-1', work, (line) => lines.push(line)).catch(
    (reason: unknown) => reason,
  );
  return { error, lines };
}

describe('what may leave a trigger', () => {
  it('is the event when nothing fails, and then nothing is logged', async () => {
    const lines: LogLine[] = [];
    const event = { response: {} };
    await expect(
      answer(
        'PreSignUp',
        'request-1',
        () => event,
        (line) => lines.push(line),
      ),
    ).resolves.toBe(event);
    expect(lines).toEqual([]);
  });

  it('is the text of a user-facing error, which is no failure and not logged', async () => {
    const refusal = new UserFacingError('An e-mail address is required to sign up');
    await expect(failed(refusal)).resolves.toEqual({ error: refusal, lines: [] });
  });

  it.each([
    ['an error of this project', new LegacyIsDown('It does not answer', { reason: 'deadline' })],
    ['a foreign error', new TypeError('cannot read Correct-horse-7-battery')],
    ['a thrown string', 'Correct-horse-7-battery'],
  ])('is only the generic refusal for %s, without a cause that Lambda would log', async (_, thrown) => {
    const { error } = await failed(thrown);
    expect(error).toEqual(new Error(genericRefusal));
    expect(error).not.toHaveProperty('cause');
  });

  it('is the generic refusal also when the log cannot be written', async () => {
    const unwritable = () => {
      throw new Error('EPIPE');
    };
    const work = () => {
      throw new Error('secret');
    };
    await expect(answer('PreSignUp', 'request-1', work, unwritable)).rejects.toThrow(genericRefusal);
  });
});

describe('the log of a failure', () => {
  it('has the message and the facts of an error of this project, under the request id', async () => {
    const { lines } = await failed(new LegacyIsDown('It does not answer', { reason: 'deadline', status: 503 }));
    expect(lines).toEqual([
      {
        event: 'trigger-failed',
        trigger: 'UserMigration',
        requestId: 'request-1',
        error: 'LegacyIsDown',
        message: 'It does not answer',
        reason: 'deadline',
        status: 503,
      },
    ]);
  });

  it('has the name and the place of a foreign error, but no word of its message', async () => {
    const quoting = new TypeError('bad header: Bearer t0ken\n    at t0ken');
    const { lines } = await failed(quoting);
    expect(lines).toEqual([expect.objectContaining({ event: 'trigger-failed', error: 'TypeError' })]);
    expect(lines[0]?.['frames']).toEqual(expect.arrayContaining([expect.stringContaining('answer.test.ts')]));
    expect(JSON.stringify(lines)).not.toContain('t0ken');
  });

  it('has only the type of something thrown that is no error', async () => {
    const { lines } = await failed('t0ken');
    expect(lines).toEqual([expect.objectContaining({ error: 'string' })]);
    expect(JSON.stringify(lines)).not.toContain('t0ken');
  });

  it('cannot be forged by facts that are named like its own fields', async () => {
    const { lines } = await failed(new LegacyIsDown('It does not answer', { requestId: 'forged', event: 'signed-in' }));
    expect(lines).toEqual([expect.objectContaining({ requestId: 'request-1', event: 'trigger-failed' })]);
  });
});
