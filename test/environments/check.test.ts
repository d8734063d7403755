import { checkEnvironments, requireValidEnvironments } from '../../lib/environments/check';
import { environments } from '../../lib/environments/environments';
import { EnvironmentError } from '../../lib/environments/problem';
import { broken, draft, problemsOf, today } from './draft';

describe('the problems', () => {
  it('are all told at once, of every field and every environment', () => {
    const one = draft((e) => {
      e.name = 'one';
      e.emailSender = { kind: 'built-in' };
      e.removal.policy = 'destroy';
      Object.assign(e.passwordPolicy, { minimumLength: 3 });
    });
    const two = draft((e) => {
      e.name = 'two';
      e.account = 'deploying';
      Object.assign(e, { regoin: 'eu-west-1' });
    });
    const told = checkEnvironments([one, draft(), two], today).map((p) => `${p.environment} ${p.path} ${p.rule}`);
    expect(told.sort()).toEqual([
      'one passwordPolicy.minimumLength schema',
      'one removal.policy retain-outside-sandbox',
      'one triggers.customMessage custom-message-needs-ses',
      'two account deploying-account-in-sandbox-only',
      'two regoin schema',
    ]);
  });

  it('of a rule are told while a field that it does not read is broken, and only then', () => {
    const candidate = draft((e) => {
      e.emailSender = { kind: 'built-in' };
      Object.assign(e, { groups: null });
    });
    expect(problemsOf(candidate).map(({ rule }) => rule)).toEqual(['schema', 'custom-message-needs-ses']);
    Object.assign(candidate, { triggers: null });
    expect(problemsOf(candidate).map(({ rule }) => rule)).toEqual(['schema', 'schema']);
  });

  it('stop the environments from being used, in one error that holds them all', () => {
    const candidates = [draft((e) => (e.account = 'deploying')), broken('mfa', undefined)];
    const use = () => requireValidEnvironments(candidates, today);
    expect(use).toThrow(EnvironmentError);
    expect(use).toThrow(expect.objectContaining({ problems: checkEnvironments(candidates, today) }));
    expect(use).toThrow(/account {2}\[deploying-account-in-sandbox-only\][^]*mfa {2}\[schema\]/);
  });
});

describe('requireValidEnvironments', () => {
  it('gives back what was declared', () => {
    expect(requireValidEnvironments(environments, today)).toEqual(environments);
  });

  it('takes the day as a Date too, in UTC', () => {
    const candidate = draft((e) => {
      e.waivers = [{ control: 'CGN-MFA-01', reason: 'A reason of a fitting length.', owner: 'team', expires: today }];
    });
    const end = new Date(`${today}T23:59:59Z`);
    expect(checkEnvironments([candidate], end)).toEqual([]);
    expect(checkEnvironments([candidate], new Date(end.getTime() + 1000))).toHaveLength(1);
  });

  it('refuses a day that is none', () => {
    expect(() => checkEnvironments(environments, 'tomorrow')).toThrow(RangeError);
  });
});
