/**
 * The character that stands for each byte in GPT-2's files, so that tokens of any bytes can be written as visible text:
 * printable characters stand for themselves, and the others for those from U+0100 on.
 */
export function createByteAlphabet(): readonly string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    if (isPrintable(byte)) return String.fromCharCode(byte);
    next += 1;
    return String.fromCharCode(next - 1);
  });
}

// In Latin-1, without the blank, the non-breaking blank and the soft hyphen.
function isPrintable(byte: number): boolean {
  return (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
}
