import { markup } from '../../lib/local-pool/markup';

const hostile = [
  `<script>alert(1)</script>`,
  `" onfocus="alert(1)" autofocus x="`,
  `' onfocus='alert(1)`,
  `</title><img src=x onerror=alert(1)>`,
  `&lt;already&gt;`,
  `\${7*7}`,
];

test.each(hostile)('%s stays text, in content and in an attribute', (name) => {
  const { text } = markup`<p title="${name}">${name}</p>`;
  const [, title = '', content = ''] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/.exec(text) ?? [];
  for (const written of [title, content]) {
    const read = written.replace(/&(lt|gt|quot|#39|amp);/g, (_entity, entity: string) => {
      return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[entity] ?? '';
    });
    expect(read).toBe(name);
  }
});

test('markup goes in as it is, lists one after the other, and what is absent not at all', () => {
  const items = ['a&b', 'c'].map((item) => markup`<li>${item}</li>`);
  expect(markup`<ul>${items}${false}${undefined}${0}</ul>`.text).toBe('<ul><li>a&amp;b</li><li>c</li>0</ul>');
});
