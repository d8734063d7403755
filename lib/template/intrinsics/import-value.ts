import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { Token } from '../value';
import type { Value } from '../value';

/** `{ "Fn::ImportValue": name }`: the value itself when the exporting stack is read together with this one. */
export function importValue(call: Call): Value {
  const name = call.resolve(call.argument);
  if (name instanceof Token) return tokenOver({ [call.name]: name.expression }, [name]);
  if (typeof name !== 'string') return invalidCall(call, 'takes the name of an export as text');
  return (
    call.scope.imported(name) ??
    new Token('expression', { [call.name]: name }, [], `no stack read together with this one exports ${name}`)
  );
}
