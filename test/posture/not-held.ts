/** Where a control says nothing although a value is not known, and why that hides nothing. */
export const notHeld: readonly { readonly id: string; readonly places: RegExp; readonly why: string }[] = [
  {
    id: 'CGN-CLI-15',
    places: /^(Function|Parameter)\b/,
    why: 'It is about references to a client secret that the templates write; a value from other templates is none.',
  },
  {
    id: 'CGN-DAT-02',
    places: /^Pool\.Properties\.KeyConfiguration/,
    why: 'Whether a key from elsewhere is kept is said by the templates that declare it.',
  },
  {
    id: 'CGN-WAF-02',
    places: /^Association\b/,
    why: 'It is about the rules of a web ACL before the pool; whether there is one before it is told by CGN-WAF-01.',
  },
];
