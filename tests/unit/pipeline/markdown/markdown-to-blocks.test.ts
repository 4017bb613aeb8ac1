import { expect, test } from 'vitest';
import { markdownToBlocks } from '../../../../src/pipeline/markdown/markdown-to-blocks.ts';
import { formatProblems, Problems } from '../../../../src/pipeline/problems.ts';
import { bodySegments } from '../../../../src/pipeline/translation/segments.ts';

const targets = {
  ids: { services: new Set(['pass']), topics: new Set(['asylum']), emergency: new Set(['115']), cards: new Set(['help']) },
  numbers: new Set(['115', '+33321463333']),
};

function write(body: string) {
  const problems = new Problems();
  const blocks = markdownToBlocks({ file: 'content/ar/topics/sea.md', path: 'ar/topics/sea.md', body, targets, problems });
  return { blocks, html: blocks.map(({ html }) => html).join('\n'), said: formatProblems(problems.sorted()) };
}

test('headings, paragraphs, lists, bold and line ends become plain HTML', () => {
  const { html, said } = write(
    'One **two** *three*\\\nfour\n\n## Five\n\n- six\n- seven\n  1. eight\n\n### Nine\n\n3. ten\n\n   eleven\n',
  );
  expect(said).toBe('');
  expect(html).toMatchInlineSnapshot(`
    "<p>One <strong>two</strong> <em>three</em><br>four</p>
    <h2>Five</h2>
    <ul><li>six</li><li>seven<ol><li>eight</li></ol></li></ul>
    <h3>Nine</h3>
    <ol start="3"><li><p>ten</p><p>eleven</p></li></ol>"
  `);
});

test('links within the guide leave base and language open, links outside tell nothing about where the reader came from', () => {
  const { html, said } = write(
    '[a](../services/pass.md) [b](asylum.md) [c](../emergency/115.md) [d](../cards/help.md) [e](../about.md) [f](https://example.org/?a=1&b=2)',
  );
  expect(said).toBe('');
  expect(html).toMatchInlineSnapshot(
    `"<p><a href="@rest:s/pass/">a</a> <a href="@rest:t/asylum/">b</a> <a href="@rest:emergency/">c</a> <a href="@rest:cards/help/">d</a> <a href="@rest:about/">e</a> <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">f</a></p>"`,
  );
});

test('phone numbers, times and ranges keep their order in a line of Arabic', () => {
  const { html, said } = write(
    '[115](tel:115) و[03 21 46 33 33](tel:+33321463333) من 13:00-16:00، 10–15 يومًا، 2022-01-13، 62100',
  );
  expect(said).toBe('');
  expect(html).toMatchInlineSnapshot(
    `"<p><a href="tel:115"><bdi dir="ltr">115</bdi></a> و<a href="tel:+33321463333"><bdi dir="ltr">03 21 46 33 33</bdi></a> من <bdi dir="ltr">13:00-16:00</bdi>، <bdi dir="ltr">10–15</bdi> يومًا، <bdi dir="ltr">2022-01-13</bdi>، 62100</p>"`,
  );
});

test('a part is named after the heading it stands under', () => {
  const { blocks } = write('a\n\nb\n\n## c\n\nd\n\n### e\n\n- f\n');
  expect(bodySegments(blocks).map(({ key }) => key)).toEqual([
    'body.0.1',
    'body.0.2',
    'body.1.0',
    'body.1.1',
    'body.2.0',
    'body.2.1',
  ]);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<!-- -->',
  '<?php ?>',
  '![x](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  '[x](vbscript:x)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example/)',
  '[x](\\\\evil.example)',
  '[x](http://example.org/)',
  '[x](file:///etc/passwd)',
  '[x](https://u:p@example.org/)',
  '[x](tel:115" onclick="alert(1))',
  '[x](../../../etc/passwd)',
  '[x](../../en/services/pass.md)',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '&#x202E;x',
];

/** All that the writer may write, links apart. */
const OURS = /<\/?(?:p|ul|ol|li|h2|h3|strong|em|a|bdi)>|<br>|<bdi dir="ltr">|<ol start="\d+">/g;
const OUR_LINKS = /<a href="(?:@rest:[a-z0-9/-]*|tel:\+?\d+|https:\/\/[^"<>]*)"(?: rel="noreferrer noopener")?>/g;

test.each(HOSTILE)('is refused and leaves no element of its own: %s', (body) => {
  const { html, said } = write(body);
  expect(said).toContain('error');
  expect(html.replace(OURS, '').replace(OUR_LINKS, '')).not.toMatch(/[<>]/);
});

test('signs of HTML within text are shown as text', () => {
  expect(write('a & b < c > "d"').html).toBe('<p>a &amp; b &lt; c &gt; &quot;d&quot;</p>');
});

test.each(['> '.repeat(20_000), '- '.repeat(20_000), '*a '.repeat(10_000), '['.repeat(20_000)])(
  'deep nesting ends in a result, not in a crash',
  (body) => {
    expect(() => write(body)).not.toThrow();
  },
);

test.each([
  ['[ofpra.gouv.fr](https://ofpra.example/)', 'The text shows ofpra.gouv.fr, but the link leads to ofpra.example.'],
  ['[ofpra.gouv.fr](https://ofpra.gouv.fr.example/)', 'The text shows ofpra.gouv.fr'],
  ['[words](https://\u043efpra.gouv.fr/)', 'letters other than a-z'],
  ['[words](https://xn--fpra-55d.gouv.fr/)', 'letters other than a-z'],
  ['[words](https://93.184.216.34/)', 'does not name a site as people know it'],
  ['[words](https://example.org:8443/)', 'does not name a site as people know it'],
  ['[help@example.org](mailto:help@example.com)', 'The text shows example.org, but the link writes to example.com.'],
  ['[words](https://example.org/@@main@@)', 'holds "@@"'],
  ['Read @\\@main@\\@', '"@@" marks'],
])('a link leads to the site that readers see: %s', (body, message) => expect(write(body).said).toContain(message));

test('the words of a link may name a part of its site', () => {
  expect(
    write('[ofpra.gouv.fr](https://www.ofpra.gouv.fr/en) [gouv.fr](https://ofpra.gouv.fr/) [read more](https://example.org/)')
      .said,
  ).toBe('');
});
