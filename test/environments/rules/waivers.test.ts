import { waiverRules } from '../../../lib/environments/rules/waivers';
import { draft, off, today } from '../draft';
import { testRules } from './rule-rows';

testRules(waiverRules, {
  broken: [
    {
      rule: 'waiver-expired',
      what: 'a waiver whose last day was yesterday',
      candidate: draft((e) => {
        e.waivers = [{ control: 'AwsSolutions-COG2', reason: off.reason, owner: 'team', expires: '2027-01-14' }];
      }),
      path: 'waivers[0].expires',
      instead: 'Meet AwsSolutions-COG2 and remove the waiver',
    },
    {
      rule: 'waiver-too-long',
      what: 'a waiver for ever',
      candidate: draft((e) => {
        e.waivers = [{ control: 'CGN-MFA-01', reason: off.reason, owner: 'team', expires: '2029-01-16' }];
      }),
      path: 'waivers[0].expires',
      instead: 'within the next year or two',
    },
    {
      rule: 'waiver-control-known',
      what: 'a waiver for a misspelt control',
      candidate: draft((e) => {
        e.waivers = [{ control: 'AwsSolution-COG2', reason: off.reason, owner: 'team', expires: '2027-06-01' }];
      }),
      path: 'waivers[0].control',
      instead: 'Copy the id',
    },
    {
      rule: 'waiver-unique',
      what: 'two waivers for one control',
      candidate: draft((e) => {
        const waiver = { control: 'CGN-MFA-01', reason: off.reason, owner: 'team', expires: '2027-06-01' };
        e.waivers = [waiver, { ...waiver, expires: '2027-07-01' }];
      }),
      path: 'waivers[1].control',
      instead: 'Remove one of the two',
    },
  ],
  fine: [
    [
      'a waiver on its last day',
      draft((e) => {
        e.waivers = [{ control: 'AwsSolutions-COG2', reason: off.reason, owner: 'team', expires: today }];
      }),
    ],
    [
      'a waiver for one finding of a control',
      draft((e) => {
        const control = 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/Name]';
        e.waivers = [{ control, reason: off.reason, owner: 'team', expires: '2027-06-01' }];
      }),
    ],
  ],
});
