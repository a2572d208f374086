import fc from 'fast-check';

/** Texts that hold what encodings find difficult, one of a kind each. */
export const difficultTexts = {
  prose:
    'Streaming sends tokens as they are made; a reader sees the answer grow, word by word. It’s simple!\n\n',
  code: "const total = items.reduce((sum, { price }) => sum + price, 0); // it's 100% 'fine'\n\tif (x) return;\n",
  numbers: '| 2024-01-31 | 1234567890 | 3.14159e-10 | 0xFF |\n',
  chinese: '流式传输在生成时逐个发送标记，因此读者会看到答案不断增长。它很简单！',
  japanese: 'ストリーミングは、トークンを生成しながら送ります。カタカナとひらがな、漢字。',
  thai: 'การสตรีมส่งโทเค็นทีละรายการเมื่อสร้างขึ้น ',
  arabic: 'يرسل البث الرموز عند إنشائها، واحدًا تلو الآخر. ',
  hindi: 'स्ट्रीमिंग टोकन को एक-एक करके भेजती है। ',
  emoji: '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇨🇭 🙂🙃 e\u0301 n\u0303 ',
  rare: '𝒜𝓁𝓅𝒽𝒶 𐍈𐌰 ꙮ 𒀀𒁀 ',
  blanks: 'a  b   c\t\td \n \n\n  e\r\n\r\n    f \u00a0\u2003g ',
  special: 'a <|endoftext|> b <|im_start|>user<|im_end|> ',
} as const;

/** Any text at all that has no broken surrogates. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...Object.values(difficultTexts)), { maxLength: 4 }).chain((parts) => {
    const text = parts.join('');
    return fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([one, other]) => text.slice(Math.min(one, other), Math.max(one, other)).toWellFormed());
  }),
);
