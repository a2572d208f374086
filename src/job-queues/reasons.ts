/** Why an answer was given up whose maker broke down each time. */
export const brokenReason = 'Its maker broke down too often.';

/** Why an answer was given up that nobody got any further with. */
export const hopelessReason = 'Its workers died each time that it was begun.';
