import { chooseLanguage, languages } from '../../../../lib/local-pool/managed-login/texts/languages';
import { buildPagesPool } from '../pages-pool';

/** Every text by its path. */
function flat(texts: object, path = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(flat(value, `${path}${key}.`))
        : [[path + key, String(value)]],
    ),
  );
}

test('every language has every text, with the same values to fill in', () => {
  const [first = {}, ...others] = languages.map((texts) => flat(texts));
  const values = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
  for (const texts of others) {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(first).sort());
    for (const [path, text] of Object.entries(texts)) {
      expect([path, text]).toEqual([path, expect.stringMatching(/\S/)]);
      expect([path, text]).not.toEqual([path, first[path]]);
      expect([path, values(text)]).toEqual([path, values(first[path])]);
    }
  }
});

test.each<[string | null, string | undefined, string]>([
  [null, undefined, 'en'],
  ['ja', 'en', 'ja'],
  ['JA-jp', undefined, 'ja'],
  ['fr', 'ja;q=0.5, en;q=0.4', 'ja'],
  [null, 'fr, ja-JP;q=0.8, en;q=0.9', 'en'],
  [null, 'ja;q=0, fr', 'en'],
  [null, 'q=;;,', 'en'],
])('lang %j with Accept-Language %j is answered in %s', (lang, header, expected) => {
  expect(chooseLanguage(lang, header).tag).toBe(expected);
});

test('a page is in the language of the request, from its first to its last form', async () => {
  const pool = await buildPagesPool();
  const browser = pool.browser();
  const at = await browser.open(pool.authorize({ lang: 'ja' }));
  expect(at.body.includes('<html lang="ja">')).toBe(true);
  const refused = await browser.submit(at, { username: 'ada@example.com', password: 'Wrong-Horse-9' });
  expect([refused.title, refused.notice]).toEqual([
    'エラー: サインイン',
    'ユーザー名またはパスワードが正しくありません。',
  ]);
  await pool.close();
});
