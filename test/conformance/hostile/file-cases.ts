import { deflateSync } from 'node:zlib';
import { bodyCase, document, type HostileCase, placed, withBody } from './hostile-case.ts';
import { chunk, jpeg, png, pngOf } from './pictures.ts';

const picture = (name: string, file: string, bytes: Uint8Array, code: string): HostileCase => ({
  name,
  files: { [document]: withBody(`![A picture](${file})`), [`leaflets/stand/${file}`]: bytes },
  exit: 1,
  tells: placed(document, [`5:14 error ${code}`]),
});

const outside = (name: string, target: string, code = 'path-unsafe'): HostileCase =>
  bodyCase(`a picture ${name}`, `![A picture](${target})`, 1, [`5:14 error ${code}`]);

/** Pictures that lie outside, or are not what they say. */
export const pictureCases: readonly HostileCase[] = [
  outside('above the campaign', '../../../secret.png'),
  bodyCase('a picture above, in references', '![A picture](&#46;&#46;/&#46;&#46;/&#46;&#46;/secret.png)', 1, [
    '5:1 error path-unsafe',
  ]),
  outside('above, in percent signs', '%2e%2e/%2e%2e/%2e%2e/secret.png'),
  outside('of an absolute path', '/etc/passwd'),
  outside('at an address', 'https://example.org/a.png'),
  outside('on another host', '//example.org/a.png'),
  bodyCase('a picture of a share', '![A picture](<\\\\\\\\host\\\\a.png>)', 1, ['5:1 error path-unsafe']),
  outside('that is a file address', 'file:///etc/passwd'),
  outside('that is data', 'data:image/png;base64,AAAA'),
  outside('that is missing', 'missing.png', 'file-missing'),
  bodyCase('a picture of NUL', '![A picture](a&#0;.png)', 1, ['5:1 error file-missing']),
  {
    name: 'a picture by a link that leads out',
    files: {
      [document]: withBody('![A picture](a.png)'),
      'leaflets/stand/a.png': { link: '../../../secret.png' },
    },
    exit: 1,
    tells: placed(document, ['5:14 error path-unsafe']),
  },
  {
    name: 'a picture by a link to a sibling whose name begins alike',
    files: {
      [document]: withBody('![A picture](a.png)'),
      'leaflets/stand/a.png': { link: '../../../content-evil/secret.png' },
    },
    exit: 1,
    tells: placed(document, ['5:14 error path-unsafe']),
  },
  {
    name: 'a picture that is a device',
    files: { [document]: withBody('![A picture](a.png)'), 'leaflets/stand/a.png': { link: '/dev/zero' } },
    exit: 1,
    tells: placed(document, ['5:14 error path-unsafe']),
  },
  {
    name: 'a picture by a link to itself',
    files: { [document]: withBody('![A picture](a.png)'), 'leaflets/stand/a.png': { link: 'a.png' } },
    exit: 1,
    tells: placed(document, ['5:14 error file-unreadable']),
  },
  picture('a picture of 20,000² pixels', 'a.png', pngOf(20_000, 20_000, Buffer.from([0])), 'image-too-large'),
  picture(
    'a picture of 2³¹ by 2³¹ pixels',
    'a.png',
    pngOf(0x7fffffff, 0x7fffffff, Buffer.from([0])),
    'image-too-large',
  ),
  picture('a PNG cut off', 'a.png', png(4, 4).subarray(0, -20), 'image-invalid'),
  picture('a PNG whose pixels are cut off', 'a.png', pngOf(400, 400, Buffer.alloc(100)), 'image-invalid'),
  picture(
    'a PNG whose pixels do not inflate',
    'a.png',
    pngOf(4, 4, undefined, Buffer.from('not deflated at all')),
    'image-invalid',
  ),
  picture(
    'a PNG of far more pixels than it says',
    'a.png',
    pngOf(4, 4, undefined, deflateSync(Buffer.alloc(300_000_000))),
    'image-invalid',
  ),
  picture(
    'a PNG of a filter that does not exist',
    'a.png',
    pngOf(1, 1, Buffer.from([9, 0, 0, 0])),
    'image-invalid',
  ),
  picture(
    'a PNG of colours without a palette',
    'a.png',
    pngOf(1, 1, Buffer.from([0, 7]), undefined, [8, 3]),
    'image-invalid',
  ),
  picture('a PNG with a damaged chunk', 'a.png', damaged(png(4, 4), 40), 'image-invalid'),
  picture(
    'a PNG with a chunk of 4 GB',
    'a.png',
    Buffer.concat([
      png(4, 4).subarray(0, 33),
      Buffer.from([255, 255, 255, 255]),
      chunk('IDAT', Buffer.alloc(4)).subarray(4),
    ]),
    'image-invalid',
  ),
  picture('a JPEG cut off', 'a.jpg', jpeg().subarray(0, -1), 'image-invalid'),
  picture('a JPEG named PNG', 'a.png', jpeg(), 'image-invalid'),
  picture('a PNG named JPEG', 'a.jpg', png(4, 4), 'image-invalid'),
  picture('a GIF named PNG', 'a.png', Buffer.from('GIF89a;'), 'image-invalid'),
  picture(
    'an SVG named PNG',
    'a.png',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'image-invalid',
  ),
  picture('a text named PNG', 'a.png', Buffer.from('hello'), 'image-invalid'),
  picture('an empty picture', 'a.png', Buffer.alloc(0), 'image-invalid'),
];

function damaged(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 0xff;
  return copy;
}
