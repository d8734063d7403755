import { UnknownTriggerSourceError } from '../../lambda/unknown-trigger-source-error';

it('an unknown trigger source is named in the facts, as that is what to look up', () => {
  expect(new UnknownTriggerSourceError('PreSignUp_Somehow' as never)).toMatchObject({
    name: 'UnknownTriggerSourceError',
    facts: { triggerSource: 'PreSignUp_Somehow' },
  });
});
