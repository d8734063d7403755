import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { Token } from '../value';
import type { Value } from '../value';

/** `{ "Fn::Base64": text }` */
export function base64(call: Call): Value {
  const text = call.resolve(call.argument);
  if (text instanceof Token) return tokenOver({ [call.name]: text.expression }, [text]);
  return typeof text === 'string' ? Buffer.from(text).toString('base64') : invalidCall(call, 'takes a text');
}
