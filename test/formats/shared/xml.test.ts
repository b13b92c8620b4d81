import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/formats/shared/xml.ts';
import { limits } from '../../../src/model/index.ts';

const namespaces = { 'urn:a': 'a', 'urn:plain': '' };

/** What a handler is told, in one line, and why reading stopped. */
function told(
  xml: string | Uint8Array,
  skip: readonly string[] = [],
): { events: string; stopped: string | null } {
  const events: string[] = [];
  const stopped = readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, namespaces, {
    open: (name, attributes, parent) => {
      const own = Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns'));
      events.push(
        `<${[name, ...own.map(([key, value]) => `${key}=${value}`)].join(' ')} in ${parent || 'nothing'}>`,
      );
      return !skip.includes(name);
    },
    text: (text) => events.push(text),
    close: (name) => events.push(`</${name}>`),
  });
  return { events: events.join(''), stopped };
}

describe('a part', () => {
  it('is told in order', () => {
    expect(
      told('<?xml version="1.0"?><r a="1"><b>x &amp; &#x4e2d;</b><![CDATA[<c>]]></r>'),
    ).toEqual({
      events: '<r a=1 in nothing><b in r>x & 中</b><c></r>',
      stopped: null,
    });
  });

  it('is told by the prefixes that handlers know', () => {
    expect(
      told('<n:r xmlns:n="urn:a" n:v="1" w="2"><x:c xmlns:x="urn:plain" x:d="3"/></n:r>').events,
    ).toBe('<a:r a:v=1 w=2 in nothing><c d=3 in a:r></c></a:r>');
  });

  it('is told without what is skipped', () => {
    expect(told('<r><s>1<t>2</t></s>3<s/>4</r>', ['s']).events).toBe(
      '<r in nothing><s in r>3<s in r>4</r>',
    );
  });

  it('may be UTF-16, and cut anywhere', () => {
    expect(told(Buffer.from('\ufeff<r>中文</r>', 'utf16le')).events).toBe('<r in nothing>中文</r>');
    const long = `<r>${'中'.repeat(100_000)}</r>`;
    expect(told(long)).toEqual({
      events: `<r in nothing>${'中'.repeat(100_000)}</r>`,
      stopped: null,
    });
  });

  it('is told until it stops being XML, and what is open then is closed', () => {
    const { events, stopped } = told('<r><a>1</a><b>2</r>3');
    expect(events).toBe('<r in nothing><a in r>1</a><b in r>2</b></r>');
    expect(stopped).toMatch(/unexpected close tag|unmatched|mismatch/i);
    expect(told('<r><a>').stopped).not.toBeNull();
    expect(told(Buffer.from([0x3c, 0x72, 0x3e, 0xff, 0xfe, 0xff])).stopped).toMatch(/utf-8/);
    expect(told('<r>&nbsp;</r>').stopped).toMatch(/entity/i);
  });

  it('is refused with a document type declaration', () => {
    expect(() => told('<!DOCTYPE x [<!ENTITY a "aaaa">]><r>&a;</r>')).toThrow(
      expect.objectContaining({ code: 'xml-doctype' }),
    );
  });

  it('is refused where it nests too deep', () => {
    expect(told('<a>'.repeat(limits.depth) + '</a>'.repeat(limits.depth)).stopped).toBeNull();
    expect(() => told('<a>'.repeat(limits.depth + 1))).toThrow(
      expect.objectContaining({ code: 'xml-too-deep' }),
    );
  });
});
