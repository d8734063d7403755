import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultRegion } from '../local-pool/call';
import { resourcesOfType } from '../template/resolve';
import { clientTemplate } from './application-client';
import { deployedIds } from './application-ids';
import { poolTemplate } from './application-pool';
import { applicationSettings } from './application-settings';
import type { ApplicationClient, ApplicationSettings } from './application-settings';
import { readBlueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { localIds } from './local-ids';
import { amplifyOutputs } from './outputs-amplify';
import { envLines } from './outputs-env';
import { outputsDocument } from './outputs-json';
import { oidcDocument } from './outputs-oidc';
import { readOutputsOptions } from './outputs-options';
import type { OutputsOptions } from './outputs-options';
import { pickStack } from './pick-stack';
import { reportError } from './report-error';
import { UsageError } from './usage-error';

/** `npm run outputs`: 0 when the settings are written, 2 for wrong use or where the pool cannot be asked. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readOutputsOptions(args, io);
    if (line.kind === 'done') return line.exitCode;
    const { options } = line;
    const text = textOf(await readSettings(options, io), options);
    if (options.output === undefined) io.out(text);
    else await write(resolve(io.cwd, options.output), `${text}\n`);
    return 0;
  } catch (error) {
    return reportError(error, io);
  }
}

async function readSettings(options: OutputsOptions, io: Io): Promise<ApplicationSettings> {
  const blueprint = readBlueprint(pickStack(await findAssembly(options.assembly, io), options.env));
  const { stack } = blueprint;
  const [resource] = resourcesOfType(stack, 'AWS::Cognito::UserPool');
  if (resource === undefined) throw new TypeError('a stack without a user pool was read');
  const pool = poolTemplate(stack, resource);
  const declared = resourcesOfType(stack, 'AWS::Cognito::UserPoolClient').map((client) =>
    clientTemplate(stack, client),
  );
  const clients = declared.filter(({ name }) => options.client === undefined || name === options.client);
  if (options.client !== undefined && clients.length === 0) {
    const known = declared.map(({ name }) => name).join(', ') || 'none';
    throw new UsageError(`There is no app client ${options.client} in ${stack.artifact.path}. It has: ${known}.`);
  }
  const { env: environment } = options;
  const endpoint = options.target === 'local' ? options.endpoint : undefined;
  const { region: declaredRegion = defaultRegion } = stack.artifact;
  const ids =
    endpoint === undefined
      ? await deployedIds(blueprint, pool, io)
      : await localIds({ endpoint, region: declaredRegion, poolName: pool.name, environment, signal: io.signal });
  // The id of a pool begins with its Region, which a template need not tell.
  const [region = declaredRegion] = ids.userPoolId.split('_');
  return applicationSettings({ environment, region, endpoint, pool, clients, ids });
}

function textOf(settings: ApplicationSettings, { format, client }: OutputsOptions): string {
  switch (format) {
    case 'env':
      return envLines(settings, client === undefined ? 'all-clients' : 'one-client').join('\n');
    case 'json':
      return JSON.stringify(outputsDocument(settings), null, 2);
    case 'amplify':
      return JSON.stringify(amplifyOutputs(settings, onlyClient(settings, isFrontEnd, 'a front end')), null, 2);
    case 'oidc':
      return JSON.stringify(oidcDocument(settings, onlyClient(settings, hasGrants, 'OAuth 2.0 grants')), null, 2);
  }
}

const isFrontEnd = ({ confidential, kind }: ApplicationClient): boolean =>
  !confidential && kind !== 'legacy-password' && kind !== 'machine';

const hasGrants = ({ oauthFlows }: ApplicationClient): boolean => oauthFlows.length > 0;

/** The named one, which is the only one then, or the only one that suits. @throws UsageError */
function onlyClient(
  { clients, environment }: ApplicationSettings,
  suits: (client: ApplicationClient) => boolean,
  what: string,
): ApplicationClient {
  const candidates = clients.length === 1 ? clients : clients.filter(suits);
  const [client] = candidates;
  if (client !== undefined && candidates.length === 1) return client;
  const choice = candidates.length > 0 ? candidates : clients;
  throw new UsageError(
    `${environment} has ${candidates.length} app clients for ${what}; expected one. ` +
      `Name one with --client: ${choice.map(({ name }) => name).join(', ')}.`,
  );
}

/** @throws UsageError when the file cannot be written */
async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}. Name another file with --output.`);
  }
}
