import { jest } from '@jest/globals';

// What failed the first time is printed; `tools/closing-line.js` names it again.
jest.retryTimes(Number(process.env['TEST_RETRIES'] ?? 0), { logErrorsBeforeRetry: true });
