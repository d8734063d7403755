/** What neither a control nor any template can show, each as a sentence. The manual controls are named beside these. */
export const blindSpots: readonly string[] = [
  'What was changed in the account since the last deployment: risk configuration and app clients are often edited there.',
  'How many sessions a user can have at once, and whether they are tracked (SetUserPoolSessionConfiguration).',
  'The lockout after failed sign-ins: the service decides on it and never disables a password, which NIST SP 800-63B-4 section 3.2.2 asks for after 100 failures.',
  'The sign-in cookie of managed login (one hour), the life of authorization codes and the window of TOTP codes: they are fixed by the service.',
  'What the code of triggers decides, and what applications do with the tokens that they get.',
  'Who may use the account itself: administrators of other stacks, and whoever can assume their roles.',
];
