import { environment } from '../../../lib/environments/environment';
import { monitoringRules } from '../../../lib/environments/rules/monitoring';
import { alarms, triggerAlarms } from '../alarms';
import { type Draft, draft } from '../draft';
import { threats } from '../threats';
import { testRules } from './rule-rows';

/** A draft with alarms, which has triggers and no threat protection. */
function alarmed(monitoring: object, change: (environment: Draft) => void = () => undefined): Draft {
  return draft((e) => {
    e.monitoring = environment.shape.monitoring.parse({ ...alarms, ...monitoring });
    change(e);
  });
}

function watch(e: Draft): void {
  e.featurePlan = 'PLUS';
  e.threatProtection = environment.shape.threatProtection.parse({ ...threats, mode: 'audit' });
}

testRules(monitoringRules, {
  broken: [
    {
      rule: 'risk-alarm-where-risk-is-seen',
      what: 'an alarm for a risk that nobody looks for',
      candidate: alarmed({ triggers: triggerAlarms, riskEvents: 5 }),
      path: 'monitoring.riskEvents',
      instead: 'Remove it',
    },
    {
      rule: 'risk-alarm-where-risk-is-seen',
      what: 'a risk that is seen and told to nobody',
      candidate: alarmed({ triggers: triggerAlarms }, watch),
      path: 'monitoring.riskEvents',
      instead: 'Write from how many',
    },
    {
      rule: 'trigger-alarm-where-triggers-are',
      what: 'alarms for triggers where there is none',
      candidate: alarmed({ triggers: triggerAlarms }, ({ triggers }) => {
        for (const name of Object.keys(triggers)) if (name !== 'functions') Reflect.deleteProperty(triggers, name);
      }),
      path: 'monitoring.triggers',
      instead: 'Remove it',
    },
    {
      rule: 'trigger-alarm-where-triggers-are',
      what: 'triggers whose errors are told to nobody',
      candidate: alarmed({}),
      path: 'monitoring.triggers',
      instead: 'Write from how many errors',
    },
  ],
  fine: [
    ['alarms for triggers and for risks where both are', alarmed({ triggers: triggerAlarms, riskEvents: 5 }, watch)],
  ],
});
