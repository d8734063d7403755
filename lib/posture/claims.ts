import { below } from './below';
import { itemsOf, readingOf, valueAt } from './value-at';
import { isThere } from './presence';
import { booleanIn, textIn } from './reading';
import { Token } from '../template/value';
import type { PoolView, Subject } from './subject';
import { all, any, type Truth } from './truth';

/** Claims that the service alone writes (developer guide, "Understanding the identity token"). */
const ofTheService =
  /^(sub|aud|iss|exp|iat|auth_time|jti|origin_jti|event_id|token_use|client_id|identities|cognito:.+|(email|phone_number)_verified)$/;

/** Whether users can write the attribute behind a claim themselves, through a client of one of the user pools. */
export function isWrittenByUsers(claim: string, { pools }: Subject): Truth {
  if (ofTheService.test(claim)) return false;
  // Tokens of other providers have claims of which nothing is known here.
  if (pools.length === 0) return undefined;
  return any(pools.map((view) => isWritable(claim, view)));
}

function isWritable(attribute: string, { pool, clients }: PoolView): Truth {
  const schema = itemsOf(valueAt(pool.resource, 'Schema'));
  const name = attribute.replace(/^(custom|dev):/, '');
  const declared = schema.filter((each) => {
    const said = textIn(readingOf(below(each, 'Name')));
    return said !== undefined && said.replace(/^(custom|dev):/, '') === name;
  });
  // Without a declaration a standard attribute is mutable; attributes of a custom type are, unless it says otherwise.
  const mutable = declared.map((each): Truth => {
    const reading = readingOf(below(each, 'Mutable'));
    return reading.kind === 'unknown' ? undefined : booleanIn(reading) !== false;
  });
  if (mutable.length > 0 && mutable.every((each) => each === false)) return false;
  const written = any(clients.map((client) => isWrittenThrough(attribute, client)));
  return all([mutable.includes(undefined) || schema.some((each) => each instanceof Token) ? undefined : true, written]);
}

/** Without a list a client may write every standard attribute. */
function isWrittenThrough(attribute: string, client: PoolView['clients'][number]): Truth {
  const list = isThere(client, 'WriteAttributes');
  if (list === false) return !/^(custom|dev):/.test(attribute);
  const items = itemsOf(valueAt(client.resource, 'WriteAttributes'));
  if (items.includes(attribute)) return true;
  return items.some((each) => each instanceof Token) ? undefined : false;
}
