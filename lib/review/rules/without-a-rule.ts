/** The names under which a change is told of that no rule is about, each with what it says as a sentence. */
export const notKnown = { id: 'not-known', what: 'A change that no rule knows is uncertain, and named.' };
export const newResource = { id: 'new-resource', what: 'What nobody used before takes nothing from anybody.' };
