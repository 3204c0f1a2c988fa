import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/diagnostics/source.ts';
import { decodeText, firstInvalidByte } from '../../src/host/decode-text.ts';
import { hostDiagnostic } from '../../src/host/explain.ts';
import { HostError } from '../../src/host/host.ts';

const origin = { name: 'content/a.md', root: 'campaign', path: 'a.md' } as const;
const decode = (...bytes: number[]) => decodeText(new Uint8Array(bytes), origin);

function diagnosticOf(bytes: Uint8Array) {
  try {
    decodeText(bytes, origin);
  } catch (error) {
    return hostDiagnostic(error);
  }
  return undefined;
}

describe('decodeText', () => {
  test('drops one byte order mark and keeps everything else', () => {
    expect(decode(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a).text).toBe('a\r\n');
    expect(decode().text).toBe('');
  });

  test.each([
    ['two marks', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61]],
    ['UTF-16 LE', [0xff, 0xfe, 0x61, 0x00]],
    ['UTF-16 BE', [0xfe, 0xff, 0x00, 0x61]],
  ])('%s is an error', (_, bytes) => {
    expect(diagnosticOf(new Uint8Array(bytes))?.code).toBe('file-encoding');
  });

  test('a bad byte is told by line, column and offset', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('一\n二 '), 0xb0, 0xa1]);
    const diagnostic = diagnosticOf(bytes)!;
    expect(diagnostic.message).toBe('content/a.md is not valid UTF-8: byte 11 is 0xB0');
    expect(placeOf(diagnostic.span!.source, diagnostic.span!.start)).toEqual({ line: 2, column: 3 });
  });

  test('finds a bad byte exactly where the standard decoder does', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0xc0, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf),
    );
    fc.assert(
      fc.property(fc.array(byte), (list) => {
        const bytes = new Uint8Array(list);
        const bad = firstInvalidByte(bytes);
        const decoder = () => new TextDecoder('utf-8', { fatal: true });
        expect(() => decoder().decode(bad < 0 ? bytes : bytes.subarray(0, bad))).not.toThrow();
        if (bad >= 0) expect(() => decoder().decode(bytes)).toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const expected = text.replace(/^\ufeff+/, '');
        expect(decodeText(new TextEncoder().encode(expected), origin).text).toBe(expected);
      }),
    );
  });
});

describe('hostDiagnostic', () => {
  test.each([
    ['missing', 'file-missing'],
    ['outside', 'path-unsafe'],
    ['not-a-file', 'file-unreadable'],
    ['unreadable', 'file-unreadable'],
    ['too-large', 'file-too-large'],
    ['encoding', 'file-encoding'],
  ] as const)('%s is %s, at the place that named the file', (reason, code) => {
    const span = { source: { ...origin, text: 'abc' }, start: 1, end: 2 };
    expect(hostDiagnostic(new HostError(reason, 'x', 'said'), span)).toMatchObject({
      code,
      message: 'said',
      span,
    });
  });

  test('a fault is thrown again', () => {
    expect(() => hostDiagnostic(new TypeError('fault'))).toThrow(TypeError);
  });
});
