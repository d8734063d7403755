import { isList } from '../../template/value';
import { appClients } from '../app-clients';
import type { Control, Finding } from '../control';
import { look } from '../look';
import { lookAtMembers, refusing, textsAmong } from '../members';
import { booleanIn, read } from '../reading';
import type { Located } from '../subject';

const property = 'AllowedOAuthFlows';
const grant = 'client_credentials';

export const machineGrantAlone: Control = {
  id: 'CGN-CLI-02',
  what: 'An app client with the client credentials grant has no other grant, has a secret, and has no callback URL.',
  why: 'Where people and machines share a client, neither can be given less, and the service refuses to mix the grants.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '10.4.4' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: AllowedOAuthFlows' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.kind',
  check: (subject) =>
    appClients(subject).flatMap(({ at }): readonly Finding[] => {
      const isMachine = textsAmong(at.resource, property).includes(grant);
      if (!isMachine && read(at.resource, property).kind !== 'unknown') return [];
      const alone = lookAtMembers(at, property, {
        wanted: `${grant} alone`,
        worth: refusing((flow) => isMachine && flow !== grant),
      });
      return isMachine ? [alone, secret(at), callbacks(at)] : [alone];
    }),
  orders: [],
};

function secret(at: Located): Finding {
  return look(at, 'GenerateSecret', { wanted: 'true', passes: (reading) => booleanIn(reading) === true });
}

function callbacks(at: Located): Finding {
  return look(at, 'CallbackURLs', {
    wanted: 'absent',
    passes: (reading) => reading.kind === 'absent' || (isList(reading.value) && reading.value.length === 0),
  });
}
