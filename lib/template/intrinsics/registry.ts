import type { IntrinsicFunction } from '../scope';
import { base64 } from './base64';
import { conditionOnly, deployTime } from './deploy-time';
import { findInMap } from './find-in-map';
import { getAtt } from './get-att';
import { conditional } from './if';
import { importValue } from './import-value';
import { join } from './join';
import { ref } from './ref';
import { select } from './select';
import { split } from './split';
import { sub } from './sub';

/** Every function that is resolved here (CloudFormation User Guide, "Intrinsic function reference"). */
const functions: ReadonlyMap<string, IntrinsicFunction> = new Map([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Sub', sub],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Base64', base64],
  ['Fn::If', conditional],
  ['Fn::FindInMap', findInMap],
  ['Fn::Equals', conditionOnly],
  ['Fn::And', conditionOnly],
  ['Fn::Or', conditionOnly],
  ['Fn::Not', conditionOnly],
]);

/** The function of that name; one that is not modelled becomes a token. */
export function intrinsicFunction(name: string): IntrinsicFunction {
  return functions.get(name) ?? deployTime;
}
