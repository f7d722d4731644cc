const kept = /^(call-id|i|cseq)\s*:/i;
const branch = /;branch=([^;,\s]+)/i;

/**
 * The recorded lines of a SIP message: the start line without the URI's user, Call-ID, CSeq and the first Via's
 * branch. No body, no credentials.
 */
export function sipLines(message: string): readonly string[] {
  const [start = '', ...headers] = message.split(/\r?\n\r?\n/, 1)[0]?.split(/\r?\n/) ?? [];
  if (start === '') return [];
  const lines = [start.replace(/(sips?:)[^@\s]*@/i, '$1…@'), ...headers.filter((line) => kept.test(line))];
  const via = branch.exec(headers.find((line) => /^(via|v)\s*:/i.test(line)) ?? '');
  return via ? [...lines, `Via branch: ${via[1]}`] : lines;
}
