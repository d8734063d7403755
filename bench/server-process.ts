import { generateKeyPairSync, sign } from 'node:crypto';
import { startLocalPool } from '../lib/local-pool/local-pool';
import { recordPassword } from '../lib/local-pool/passwords/password-record';
import type { Pool } from '../lib/local-pool/pool';
import { systemRandomness } from '../lib/local-pool/randomness';
import { benchPassword, benchUser } from './bench-user';
import type { ServerMessage, ServerQuestion, ServerSetup } from './measured-server';
import { signInStack } from './sign-in-stack';

/** The process that is measured: a local pool with users, and what it is asked over IPC. */
async function main(setup: ServerSetup): Promise<void> {
  const stack = signInStack(setup.pool, setup.bundle);
  const { pool, origin } = await startLocalPool({ stack, port: 0, log: () => undefined });
  const [client] = pool.clients.values();
  if (client === undefined) throw new TypeError('the stack has no client');
  for (let number = 1; number <= setup.users; number += 1) addUser(pool, number);
  await pool.keys;
  process.on('message', (question: ServerQuestion) => {
    tell({ kind: question, value: answers[question]() });
  });
  process.on('disconnect', () => process.exit(0));
  tell({ kind: 'ready', ready: { origin, poolId: pool.id, clientId: client.id } });
}

/** Put in past the API: a sign-in finds the same records as after AdminCreateUser and VerifySoftwareToken. */
function addUser(pool: Pool, number: number): void {
  const { username, email, phoneNumber, totpSecret } = benchUser(number);
  pool.users.add({
    username,
    sub: systemRandomness.uuid(),
    attributes: { email, email_verified: 'true', phone_number: phoneNumber, name: username },
    status: 'CONFIRMED',
    password: recordPassword({ poolName: pool.poolName, username }, benchPassword, systemRandomness),
  });
  if (totpSecret === undefined) return;
  pool.users.update(username, {
    softwareToken: { secret: totpSecret, friendlyDeviceName: undefined, spentSteps: [] },
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' },
  });
}

const answers: { readonly [Question in ServerQuestion]: () => number } = {
  cpu: processorTime,
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage().rss;
  },
  signatures: () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    // As long as the claims of a token that is signed here.
    const data = Buffer.alloc(600, 'a');
    const rounds = 400;
    const began = processorTime();
    for (let signature = 0; signature < 2 * rounds; signature += 1) sign('sha256', data, privateKey);
    return (processorTime() - began) / rounds;
  },
};

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function tell(message: ServerMessage): void {
  process.send?.(message);
}

main(JSON.parse(process.argv[2] ?? '') as ServerSetup).catch((error: unknown) => {
  tell({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exitCode = 1;
  process.disconnect();
});
