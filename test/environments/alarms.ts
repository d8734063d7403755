/** Alarms for what every user pool has; those for triggers and for risky sign-ins come with them. */
export const alarms = {
  alarms: 'on',
  subscribers: ['identity-team@example.com'],
  failedSignIns: { percent: 40, ofAtLeast: 20 },
  throttledRequests: 10,
} as const;

export const triggerAlarms = { errors: 5, milliseconds: 4000 } as const;
