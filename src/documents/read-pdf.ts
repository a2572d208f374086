import { getDocumentProxy } from 'unpdf';
import { NoTextError } from './reader-contract.ts';
import { largestDocument } from './unreadable.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The text of a PDF, its pages with blank lines between them. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number);
    length += page.length;
    if (length > largestDocument) throw new NoTextError('long');
    if (page !== '') pages.push(page);
  }
  return pages.join('\n\n');
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // PDF.js takes a plain Uint8Array only, and the buffer with it.
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new NoTextError('locked');
    throw error;
  }
}

async function readPage(document: PdfDocument, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .trim();
}
