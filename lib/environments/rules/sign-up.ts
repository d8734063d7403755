import { defineRule, type Rule } from './rule';

/** Triggers that run when somebody signs up. */
export const signUpRules: readonly Rule[] = [
  defineRule({
    id: 'sign-up-triggers-need-sign-up',
    what: 'The pre-sign-up and post-confirmation triggers need self sign-up.',
    source: 'They judge and welcome who signs up; a user whom an administrator creates is not confirmed by a code.',
    reads: ['selfSignUp', 'triggers'],
    check: ({ selfSignUp, triggers }) =>
      (['preSignUp', 'postConfirmation'] as const)
        .filter((trigger) => !selfSignUp.allowed && triggers[trigger] !== undefined)
        .map((trigger) => ({
          path: ['triggers', trigger],
          got: triggers[trigger],
          allowed: `no ${trigger} beside selfSignUp.allowed false`,
          instead: `Remove triggers.${trigger}, or write selfSignUp: { allowed: true, reason }.`,
        })),
  }),
];
