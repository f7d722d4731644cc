import { jest } from '@jest/globals';

// The first failure is printed; `tools/closing-line.js` lists the test again.
jest.retryTimes(Number(process.env['TEST_RETRIES'] ?? 0), { logErrorsBeforeRetry: true });
