import { secretRotationRules } from '../../../lib/environments/rules/secret-rotation';
import { client, draft } from '../draft';
import { testRules } from './rule-rows';

const rotating = (everyDays: number, graceDays: number) =>
  draft((e) => Object.assign(client(e, 'backend'), { secretRotation: { enabled: true, everyDays, graceDays } }));

testRules(secretRotationRules, {
  broken: [
    {
      rule: 'secret-grace-within-rotation',
      what: 'a third secret while the first still counts',
      candidate: rotating(14, 14),
      path: 'clients.backend.secretRotation.graceDays',
      instead: 'Write 13 or less',
    },
  ],
  fine: [['a secret that ends the day before the next one', rotating(14, 13)]],
});
