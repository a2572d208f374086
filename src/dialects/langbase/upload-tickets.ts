import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ApiError } from '../../core/api-error.ts';
import type { Clock } from '../../core/clock.ts';
import { metadata } from './names.ts';

const uploadSchema = z.object({
  /** The memory's name, and its id: a later memory of the same name is another one. */
  memory: z.string(),
  memoryId: z.string(),
  document: z.string(),
  meta: metadata,
});

/** What may be uploaded to where. */
export type Upload = z.output<typeof uploadSchema>;

/** Gives out tickets for uploads, and knows its own again. */
export interface UploadTickets {
  issue(upload: Upload): string;
  /** What the ticket is for; throws a 403 for one that is not ours, has been altered or has expired. */
  check(ticket: string): Upload;
}

// Seconds for which a ticket can be used, as Langbase's documents have it.
const ticketLifetime = 2 * 60 * 60;

const ticketSchema = z.object({ upload: uploadSchema, expires: z.int() });

/** Tickets signed with a secret of this process. */
export function createUploadTickets(clock: Clock): UploadTickets {
  const secret = randomBytes(32);
  const sign = (payload: string): string => createHmac('sha256', secret).update(payload).digest('base64url');
  return {
    issue(upload) {
      const ticket: z.output<typeof ticketSchema> = { upload, expires: clock.timestamp() + ticketLifetime };
      const payload = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      return `${payload}.${sign(payload)}`;
    },
    check(ticket) {
      const [payload = '', signature = ''] = ticket.split('.');
      if (ticket !== `${payload}.${signature}` || !isEqual(signature, sign(payload))) {
        throw refused('This URL was not signed by this server, or it has been altered');
      }
      const { upload, expires } = ticketSchema.parse(
        JSON.parse(Buffer.from(payload, 'base64url').toString()),
      );
      if (clock.timestamp() >= expires) throw refused('This URL has expired');
      return upload;
    },
  };
}

// Of the texts, not of what they decode to: several texts decode to the same bytes.
function isEqual(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refused(why: string): ApiError {
  const message = `${why}. Ask for a new one: POST /v1/memory/documents.`;
  return new ApiError(403, 'upload_refused', message);
}
