import fc from 'fast-check';
import { readScenario } from './read-scenario';

const whole = `# A comment
id: first-call
version: 1
title: { uk: Перший, en: First }
about: A first call.
languages: [uk, en]
calls:
  - direction: outgoing
    customer:
      number: '+380661234501'
      name: { uk: Олена, en: Olena }
    turns:
      - id: greet
        say: { uk: Алло?, en: Hello? }
        next:
          - when: { speech: 1 }
            go: bye
          - when: { silence: 10 }
            go: bye
      - id: bye
        say: Ok.
        do: [{ hangUp: true }]
        next:
          - when: { codeChosen: ['4'] }
            go: end
    expect:
      - reaches: bye
`;

/** The file with one part replaced, which must be there. */
function changed(part: string, by: string): string {
  expect(whole).toContain(part);
  return whole.replace(part, by);
}

/** Each problem as `line:column path: message`. */
function problemsOf(yaml: string): string[] {
  const read = readScenario(yaml);
  if (read.ok) return [];
  return read.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}

describe('readScenario', () => {
  it('reads a good file, with its defaults', () => {
    const read = readScenario(whole);
    expect(read).toMatchObject({ ok: true, scenario: { id: 'first-call', limitSeconds: 900 } });
    expect(read).toMatchObject({ scenario: { calls: [{ dialled: 'answers', customer: { patienceSeconds: 8 } }] } });
  });

  it.each([
    [
      'a target',
      'go: bye',
      'go: bey',
      '17:17 calls[0].turns[0].next[0].go: there is no turn "bey" in this call; did you mean "bye"?',
    ],
    ['a turn twice', 'id: bye', 'id: greet', '20:13 calls[0].turns[1].id: there is already a turn "greet"'],
    ['end as a name', 'id: bye', 'id: end', '20:13 calls[0].turns[1].id: "end" is no name of a turn: it ends the part'],
    [
      'a field',
      'direction: outgoing',
      'direktion: outgoing',
      '8:5 calls[0].direktion: there is no field "direktion" here; did you mean "direction"?',
    ],
    ['a missing field', '    customer:', '    customers:', '8:5 calls[0].customer: this field is missing'],
    [
      'a number for a text',
      "number: '+380661234501'",
      'number: 380661234501',
      '10:15 calls[0].customer.number: must be a text: put it in quotes, such as "380661234501"',
    ],
    ['a value of a list', '[uk, en]', '[uk, eng]', '6:17 languages[1]: must be one of uk, ru, en; did you mean "en"?'],
    [
      'a condition',
      '{ speech: 1 }',
      '{ speach: 1 }',
      '16:21 calls[0].turns[0].next[0].when.speach: there is no condition "speach"; did you mean "speech"?',
    ],
    [
      'two conditions',
      '{ speech: 1 }',
      '{ speech: 1, held: 2 }',
      '16:19 calls[0].turns[0].next[0].when: must be exactly one condition of speech, speaking, silence, held, resumed, muted, tone, said, after, codeChosen',
    ],
    ['a time', '{ speech: 1 }', '{ speech: 0 }', '16:29 calls[0].turns[0].next[0].when.speech: must be more than 0'],
    [
      'a long time',
      '{ speech: 1 }',
      '{ speech: 601 }',
      '16:29 calls[0].turns[0].next[0].when.speech: must be at most 600',
    ],
    [
      'a key',
      '{ speech: 1 }',
      '{ tone: 1 }',
      '16:27 calls[0].turns[0].next[0].when.tone: must be a text: put it in quotes, such as "1"',
    ],
    [
      'an action',
      '{ hangUp: true }',
      '{ hangup: true }',
      '22:16 calls[0].turns[1].do[0].hangup: there is no action "hangup"; did you mean "hangUp"?',
    ],
    [
      'no action',
      '{ hangUp: true }',
      '{ dance: true }',
      '22:16 calls[0].turns[1].do[0].dance: there is no action "dance"; there are hangUp, line, audio, cut, stuck, secondCall, temper',
    ],
    [
      'a text',
      'say: Ok.',
      'say: 3',
      '21:14 calls[0].turns[1].say: must be a text, or a text for each language (uk, ru, en)',
    ],
    ['an empty text', 'say: Ok.', "say: ''", '21:14 calls[0].turns[1].say: must not be empty'],
    ['a language', 'en: Hello?', 'de: Hallo?', '14:27 calls[0].turns[0].say.de: there is no field "de" here'],
    [
      'codes',
      "codeChosen: ['4']",
      'codeChosen: all',
      '24:33 calls[0].turns[1].next[0].when.codeChosen: must be "any" or a list of call codes',
    ],
    ['an expectation', 'reaches: bye', 'points: 3', '27:9 calls[0].expect[0]: exactly one rule, such as "greeting: 3"'],
    [
      'a turn that is wanted',
      'reaches: bye',
      'reaches: byw',
      '27:18 calls[0].expect[0].reaches: there is no turn "byw" in this call; did you mean "bye"?',
    ],
    [
      'shares',
      'reaches: bye',
      'talkShare: { from: 60, to: 40 }',
      '27:20 calls[0].expect[0].talkShare: "from" must not be more than "to"',
    ],
    [
      'an early hang-up',
      "codeChosen: ['4']",
      'after: 3',
      '24:19 calls[0].turns[1].next[0].when: never holds: the customer hangs up in this turn; only "codeChosen" can',
    ],
    [
      'a missing language',
      '{ uk: Олена, en: Olena }',
      '{ uk: Олена }',
      '11:13 calls[0].customer.name: the text lacks en',
    ],
    ['a language twice', '[uk, en]', '[uk, en, uk]', '6:21 languages[2]: uk is there twice'],
    [
      'a short limit',
      'languages: [uk, en]',
      'languages: [uk, en]\nlimitSeconds: 3',
      '7:15 limitSeconds: must be at least 10',
    ],
    [
      'a busy customer with turns',
      'direction: outgoing',
      'direction: outgoing\n    dialled: busy',
      '14:7 calls[0].turns: this customer never answers, so there can be no turns',
    ],
    [
      'a dialled incoming call',
      'direction: outgoing',
      'direction: incoming\n    dialled: busy',
      '9:14 calls[0].dialled: only an outgoing call is dialled',
    ],
    [
      'a missed outgoing call',
      'direction: outgoing',
      'direction: outgoing\n    missed: true',
      '9:13 calls[0].missed: only a call that comes to the operator can be missed',
    ],
    [
      'a branch that never decides',
      '{ silence: 10 }',
      '{ speech: 2 }',
      '18:19 calls[0].turns[0].next[1].when: "speech: 2" never decides: "speech: 1" (next[0]) always comes first',
    ],
    [
      'a part of a number',
      "number: '+380661234501'",
      "number: '+380661234501'\n      pitch: 1.5",
      '11:14 calls[0].customer.pitch: must be a whole number',
    ],
    [
      'a number',
      "number: '+380661234501'",
      "number: '+380661234501'\n      pitch: high",
      '11:14 calls[0].customer.pitch: must be a number',
    ],
    [
      'a text for a number',
      'languages: [uk, en]',
      'languages: [uk, en]\nlimitSeconds: [10]',
      '7:15 limitSeconds: must be a number',
    ],
    [
      'a truth',
      'direction: outgoing',
      'direction: outgoing\n    missed: maybe',
      '9:13 calls[0].missed: must be true or false',
    ],
    [
      'a truth for a text',
      "number: '+380661234501'",
      'number: true',
      '10:15 calls[0].customer.number: must be a text: put it in quotes, such as "true"',
    ],
    ['fields for a text', "number: '+380661234501'", 'number: {}', '10:15 calls[0].customer.number: must be a text'],
    ['a text for a list', '[uk, en]', 'uk', '6:12 languages: must be a list'],
    ['no entries', '[uk, en]', '[]', '6:12 languages: must not be empty'],
    ['another version', 'version: 1', 'version: 2', '3:10 version: must be 1'],
    [
      'a temper',
      "number: '+380661234501'",
      "number: '+380661234501'\n      temper: 7",
      '11:15 calls[0].customer.temper: must be one of calm, anxious, irritated, angry',
    ],
    [
      'a telephone number',
      "'+380661234501'",
      "'+38O'",
      '10:15 calls[0].customer.number: must be a telephone number: 3 to 20 digits, with + if wanted',
    ],
    [
      'a long text',
      'say: Ok.',
      `say: ${'o'.repeat(501)}`,
      '21:14 calls[0].turns[1].say: must have at most 500 characters',
    ],
    [
      'a long text of a language',
      'uk: Алло?',
      `uk: ${'о'.repeat(501)}`,
      '14:20 calls[0].turns[0].say.uk: must have at most 500 characters',
    ],
    [
      'too many actions',
      '[{ hangUp: true }]',
      `[${'{ hangUp: true }, '.repeat(9)}]`,
      '22:13 calls[0].turns[1].do: must have at most 8 entries',
    ],
    [
      'a share',
      '{ hangUp: true }',
      '{ line: { lossPercent: 101 } }',
      '22:37 calls[0].turns[1].do[0].line.lossPercent: must be at most 100',
    ],
    [
      'a missed call with turns',
      'direction: outgoing',
      'direction: incoming\n    missed: true',
      '14:7 calls[0].turns: a missed call is never answered, so there can be no turns',
    ],
    [
      'a misspelt field of the file',
      'about: A',
      'abuot: A',
      '5:1 abuot: there is no field "abuot" here; did you mean "about"?',
    ],
    ['a name that is no text', 'id: first-call', '5: x', '2:1 5: there is no field "5" here'],
  ])('refuses %s', (_, part, by, problem) => {
    expect(problemsOf(changed(part, by))).toContain(problem);
  });

  it('refuses a turn that no branch leads to', () => {
    const yaml = changed('go: bye', 'go: end').replace('go: bye', 'go: end');
    expect(problemsOf(yaml)).toEqual(['20:13 calls[0].turns[1].id: no branch leads to the turn "bye"']);
  });

  it('refuses a loop with no way out', () => {
    const yaml = changed('do: [{ hangUp: true }]', 'do: [{ temper: angry }]').replace(
      "{ codeChosen: ['4'] }\n            go: end",
      '{ said: true }\n            go: greet',
    );
    expect(problemsOf(yaml)).toEqual([
      '13:13 calls[0].turns[0].id: this scenario can\'t end: from the turn "greet" every branch leads on to another turn; one must go to "end", or a turn must hang up',
      '20:13 calls[0].turns[1].id: this scenario can\'t end: from the turn "bye" every branch leads on to another turn; one must go to "end", or a turn must hang up',
    ]);
  });

  it('accepts a loop that waits for the operator to end the call', () => {
    const yaml = changed('do: [{ hangUp: true }]', 'do: [{ temper: angry }]').replace(
      'go: end',
      'go: end\n          - when: { said: true }\n            go: greet',
    );
    expect(problemsOf(yaml)).toEqual([]);
  });

  it('refuses a line after the call', () => {
    const yaml = changed('go: end', 'go: late').replace(
      '    expect:',
      '      - id: late\n        say: Bye.\n    expect:',
    );
    expect(problemsOf(yaml)).toEqual([
      '26:13 calls[0].turns[2].id: the call is over when the turn "late" begins; it can only wait for "codeChosen"',
    ]);
    expect(problemsOf(yaml.replace('        say: Bye.\n', ''))).toEqual([]);
  });

  it('refuses the end of a line in a turn without a line', () => {
    const yaml = changed('{ silence: 10 }', '{ said: true }').replace('        say: { uk: Алло?, en: Hello? }\n', '');
    expect(problemsOf(yaml)).toEqual([
      '17:19 calls[0].turns[0].next[1].when: "said" never holds: the turn "greet" says nothing',
    ]);
  });

  it('refuses a limit that the waiting alone takes', () => {
    const yaml = changed('direction: outgoing', 'direction: outgoing\n    comesAfterSeconds: 20').replace(
      'languages',
      'limitSeconds: 20\nlanguages',
    );
    expect(problemsOf(yaml)).toEqual([
      '6:15 limitSeconds: the run ends before the last call: the calls come after 20 s in all',
    ]);
  });

  it.each([
    ['nothing', '', '1:1 : the file is empty'],
    ['a comment alone', '# none\n', '1:1 : the file is empty'],
    ['a list', '- 1', '1:1 : must be fields with values'],
    ['tabs', 'a:\n\t- b', '2:1 : this is no YAML: Tabs are not allowed as indentation'],
    ['a field twice', 'id: a\nid: b', '2:1 : this is no YAML: Map keys must be unique'],
    ['an unknown alias', 'id: *who', '1:1 : there is no anchor &who'],
    ['too much', `id: ${'a'.repeat(65_536)}`, '1:1 : the file is longer than 64 kB'],
    ['too much of two bytes', `id: ${'ж'.repeat(32_768)}`, '1:1 : the file is longer than 64 kB'],
    [
      'a bomb of aliases',
      'a: &a [1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b]',
      '1:1 : values are repeated by aliases (*name) too often',
    ],
  ])('refuses %s', (_, yaml, problem) => {
    expect(problemsOf(yaml)).toContain(problem);
  });

  it.each(['[', '{a: ', '- ', '? '])('refuses thousands of "%s" in each other', (open) => {
    expect(readScenario(open.repeat(60_000 / open.length)).ok).toBe(false);
  });

  it('survives a value that contains itself', () => {
    expect(readScenario(changed('say: Ok.', 'say: &a { uk: *a, en: b }')).ok).toBe(false);
  });

  it('accepts a busy customer, a missed call and equal shares', () => {
    const turns = /^ {4}turns:[^]*(?=^ {4}expect:)/m;
    const expects = { busy: '      - clerical: 20\n', shares: '      - talkShare: { from: 50, to: 50 }\n' };
    const without = whole.replace(turns, '').replace('      - reaches: bye\n', expects.busy + expects.shares);
    expect(problemsOf(without.replace('direction: outgoing', 'direction: outgoing\n    dialled: busy'))).toEqual([]);
    expect(problemsOf(without.replace('direction: outgoing', 'direction: incoming\n    missed: true'))).toEqual([]);
  });

  it('names fifty problems at most', () => {
    const yaml = Array.from({ length: 90 }, (_, at) => `x${at}: 1`).join('\n');
    expect(problemsOf(yaml)).toHaveLength(50);
  });

  const lines = whole.split('\n');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
    fc.stringMatching(/^[ \t\n:\-[\]{}&*!|>'"#%@`?,a-c0-9]{0,120}$/),
    // A good file with a line missing, doubled or replaced.
    fc
      .tuple(fc.nat(lines.length - 1), fc.constantFrom('drop', 'double', 'other'), fc.string({ maxLength: 40 }))
      .map(([at, how, other]) => {
        const by = { drop: [], double: [lines[at]!, lines[at]!], other: [other] }[how]!;
        return lines.toSpliced(at, 1, ...by).join('\n');
      }),
    // Values of every kind at every place, as JSON, which is YAML too.
    fc.json({ maxDepth: 5 }),
  );

  it('reads any text, or names problems inside it', () => {
    let refusals = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readScenario(text);
        if (read.ok) return;
        refusals++;
        expect(read.problems.length).toBeGreaterThan(0);
        const rows = text.split('\n');
        for (const { line, column, message } of read.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(rows.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((rows[line - 1] ?? '').length + 1);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
    expect(refusals).toBeGreaterThan(100);
  });
});
