import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLangbase, refusal } from './open-langbase.ts';

interface Image {
  readonly image_url: { readonly url: string };
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly types: readonly string[];
  readonly rows: readonly Buffer[];
  readonly colours: number;
}

// Reads a PNG as its specification has it, and fails at whatever is not so.
function decode(url: string): Decoded {
  const [head = '', text = ''] = url.split(',');
  expect(head).toBe('data:image/png;base64');
  const file = Buffer.from(text, 'base64');
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks: [type: string, data: Buffer][] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const named = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.push([named.subarray(0, 4).toString('latin1'), named.subarray(4)]);
    at += 12 + length;
  }
  const find = (wanted: string): Buffer => chunks.find(([type]) => type === wanted)?.[1] ?? Buffer.alloc(0);
  const header = find('IHDR');
  expect(header.subarray(8).toString('hex')).toBe('0803000000');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const data = inflateSync(find('IDAT'));
  expect(data).toHaveLength((width + 1) * height);
  const rows = Array.from({ length: height }, (_, y) =>
    data.subarray(y * (width + 1), (y + 1) * (width + 1)),
  );
  const types = chunks.map(([type]) => type);
  return { width, height, types, rows, colours: find('PLTE').length / 3 };
}

const asked = { prompt: 'A lake in the evening', model: 'openai:gpt-image-1' };

describe('images', () => {
  it('are PNG files of the size that is asked for', async () => {
    await using langbase = await openLangbase();
    const { status, body } = await langbase.call('POST', '/v1/images', { ...asked, width: 300, height: 64 });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^gen-\w{24}$/),
      provider: 'openai',
      model: 'gpt-image-1',
      object: 'chat.completion',
      created: expect.any(Number),
      choices: [
        {
          logprobs: null,
          finish_reason: 'stop',
          native_finish_reason: 'stop',
          index: 0,
          message: {
            role: 'assistant',
            content: null,
            images: [{ type: 'image_url', image_url: { url: expect.any(String) }, index: 0 }],
          },
        },
      ],
      usage: {
        prompt_tokens: 6,
        completion_tokens: 1290,
        total_tokens: 1296,
        prompt_tokens_details: { cached_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0, image_tokens: 1290 },
      },
    });
    const picture = decode(body.choices[0].message.images[0].image_url.url);
    expect(picture).toMatchObject({ width: 300, height: 64, colours: 256 });
    expect(picture.types).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect(picture.rows.every((row) => row[0] === 0)).toBe(true);
    expect(new Set(Buffer.concat(picture.rows)).size).toBeGreaterThan(64);
  });

  it('are 1024 pixels wide and high where nothing is said', async () => {
    await using langbase = await openLangbase();
    const { body } = await langbase.call('POST', '/v1/images', asked);
    expect(decode(body.choices[0].message.images[0].image_url.url)).toMatchObject({
      width: 1024,
      height: 1024,
    });
  });

  it('depend on the prompt and on their place alone', async () => {
    await using langbase = await openLangbase();
    const draw = async (more: object): Promise<readonly string[]> => {
      const body = { ...asked, width: 64, height: 64, n: 4, ...more };
      const answer = await langbase.call('POST', '/v1/images', body);
      return answer.body.choices[0].message.images.map((each: Image) => each.image_url.url);
    };
    const first = await draw({});
    expect(new Set(first).size).toBe(4);
    expect(await draw({})).toEqual(first);
    expect(await draw({ prompt: 'A lake at noon' })).not.toEqual(first);
  });

  it.each<[string, object]>([
    ['no prompt', { prompt: undefined }],
    ['an empty prompt', { prompt: '' }],
    ['no model', { model: undefined }],
    ['too small a width', { width: 63 }],
    ['too large a height', { height: 2049 }],
    ['half a pixel', { width: 100.5 }],
    ['no images', { n: 0 }],
    ['too many images', { n: 5 }],
  ])('are refused with %s', async (_, more) => {
    await using langbase = await openLangbase();
    expect(await langbase.call('POST', '/v1/images', { ...asked, ...more })).toMatchObject(
      refusal(400, 'BAD_REQUEST'),
    );
  });
});
