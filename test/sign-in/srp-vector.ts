import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const fourDigests = (letter: string): Buffer =>
  Buffer.from([0, 1, 2, 3].map((number) => digest(`${letter}${number}`)).join(''), 'hex');

const A =
  '7a634810ce1857d5ba7a1581d18ac86bc60958e492e0ee7f4bcdcb198835ba603a0f13db05609dee72b015ee6e80078a307b' +
  '84b1820fa3a3fc63dbd8afe14b6d1f1d60e2edfd48af6aadbacc467636199166253abbab85f588cb9138ea3f43fcd10f7344' +
  'f5bceb2f5bc7f200b79c824c2c12fd332cc33bfb99721ac82f542f062a3b7665f7a00c7efbd18ec98d197aee99b71e5cc2f7' +
  'bf2176bfbb4fc9b2e8df21dc503e903be8d8d9a92df5db06d2526bc60ed28ee5efea795f3895f681e7099d8c4c45db518ea2' +
  '03050fc3e2bb411a24dfd647baebb611797e911acc61a70e5037509c7d99ca0b5b95a1af2a626f2efaee27c556b7fbeba7c9' +
  '2f0b7d3a6a157ba16b171ad6935f41bdbaa012ef87914921b727997d8edffc0aa4d3e52e1dc4ef908e8f192442efe7c03854' +
  '31a2e6bc4b9ac50b66a23aae835e2a9b0b0dd0c37c51ac3bff8143e47422420271cae95bcad8ecc89f24ae76bc2058543d7b' +
  'd7e0c264c17b8a0d18ad7bc24b01fd8aa0c5150807c9872af6cb28bfb69dc7c473a5';

const B =
  '82e83e20bf84745ab86b746527104efb76563622094b8c4dc36f984cffe3b722254584cd9bf64a31c5032069165b2e6f0da2' +
  '5cb9d05a35b1917fbaaf934db9dd6dd225bbf681efd8936b8efe37cc68d4650960f326df80be02a1687ad43cc491ca369524' +
  'b1a39e382b4bc140cae2c1514b285fdb0db1967b3dc68934b65285d5674b412f03bf01ad73d376ea060948b43600075a5978' +
  'fb578dacec852d231716dbbfd10dbc8dfe73d0b467b27972465e9bb96e23ac3630c756a64c9578e58b3f2ba2c3bac4c21817' +
  '2e630941278643b3c84277acde84067f00913f6795f198750f8a5a173fae5ae2199c47b571eb6fe0c85b71237d9f0f84de65' +
  '9c67ce32856ad21e20c7cacd3a5a179b3cce5ef9bf8c1334ae27c2fb4b34211fd7054a10e1adad5106c1b259e9c4bd7d6651' +
  '7436635d4d4cb431ac1875e2743a5ee7a504d6866fc7d198e40681efa2b599a0e96e743b04d04ad73a448d655cf2b8ddb5fe' +
  'e24c3e6b824d2ea4bb080d94a25823f3e75d03f4c389c9eabbeff8ebf7028b37eec7';

/** One sign-in of a user, as two independent implementations of Cognito's SRP in other languages computed it. */
export const userVector = {
  identity: {
    scope: 'LocalPool1',
    name: '6f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9',
    password: 'Correct-Horse-9',
  },
  /** a of the client and b of the service. */
  a: fourDigests('a'),
  b: fourDigests('b'),
  A,
  B,
  k: '538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6',
  salt: '63479ad69a090b258277ec8fba6f9941',
  x: 'b6c7c799c719b8c438a727f363fc46f0d25e7c4de33f386a31f083029ff5ccfe',
  u: 'fc955a1fcb4e3da699bd2f87b9cb15033f270bbc5982f71c9db1722bcc630701',
  key: '4ffcaf7fa8efc70ce007bbf8701d299d',
  secretBlock: 'bG9jYWwtc2VjcmV0LWJsb2NrLTAwMDE=',
  now: Date.UTC(2024, 4, 7, 0, 9, 40),
  timestamp: 'Tue May 7 00:09:40 UTC 2024',
  signature: '3r9y+gcRXTPXLx41bE9XKM2rTZBG1H+0ZlQFiTUcrTE=',
} as const;

/** The same for a device, with the same a, b, secret block and time. */
export const deviceVector = {
  groupKey: '-AbCdEfGh',
  key: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b',
  password: 'CtUuM4ZiySOxX9Rac8bpczbvzPKKeu+USUQ8xt10FfuLU2OfFSyPxg==',
  salt: Buffer.from('fbd8f8a124adabf7c228e0ee301b92a8', 'hex'),
  saltSent: 'APvY+KEkrav3wijg7jAbkqg=',
  /** SHA-256 of the verifier in Base64. */
  verifierDigest: '67fe30d35388fb59655d1e7e75d112d8fae6d48214bebc124f8ee8094bbca737',
  sharedKey: 'a74a87f054c932dfe745447adacf537c',
  signature: '6ycjB5HYmqVLjiIrhHYhVY/4DiBQgkvBqZyWYqtLfQ4=',
} as const;
