import fc from 'fast-check';
import { parseScreenPop } from './screen-pop';

const pop = (address: string) =>
  `javascript:window.external.CRMNavigate("AgentSurvey","Agent Survey","${address}",false);`;

describe('parseScreenPop', () => {
  it('reads the documented call', () => {
    expect(parseScreenPop(pop('http://survey.example/AgentSurveyKyiv/'))).toEqual({
      ok: true,
      pop: { key: 'AgentSurvey', title: 'Agent Survey', url: 'http://survey.example/AgentSurveyKyiv/', flag: false },
    });
  });

  it('takes a bare address, a missing flag and escaped quotes', () => {
    expect(parseScreenPop('https://crm.example/card?id=7')).toMatchObject({ ok: true, pop: { key: null, flag: null } });
    expect(
      parseScreenPop('javascript:window.external.CRMNavigate("k","say \\"hi\\"","https://crm.example/")'),
    ).toMatchObject({
      pop: { title: 'say "hi"', flag: null },
    });
  });

  it.each<[string, boolean | null]>([
    ['true', true],
    ['false', false],
    ['null', null],
    ['"true"', null],
  ])('reads the flag %s', (flag, expected) => {
    const text = `javascript:window.external.CRMNavigate("k", "t" , "https://crm.example/" , ${flag} )`;
    expect(parseScreenPop(text)).toEqual({
      ok: true,
      pop: { key: 'k', title: 't', url: 'https://crm.example/', flag: expected },
    });
  });

  it.each([null, '', '  '])('finds no pop in %j', (text) => {
    expect(parseScreenPop(text)).toEqual({ ok: true, pop: null });
  });

  it.each([
    ['javascript:alert(1)', 'unreadable'],
    [pop('javascript:alert(1)'), 'not-http'],
    [pop('JaVaScRiPt:alert(1)'), 'not-http'],
    [pop(' javascript:alert(1)'), 'not-http'],
    [pop('data:text/html,<script>1</script>'), 'not-http'],
    [pop('//evil.example/'), 'not-http'],
    [pop('https://user:secret@crm.example/'), 'credentials'],
    [pop('https://'), 'unreadable'],
    ['javascript:window.external.CRMNavigate("a","b","https://x.example/",false);alert(1)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a","b","https://x.example/",alert(1))', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a","b")', 'unreadable'],
    ['javascript:window.external.CRMNavigate(true,"b","https://x.example/",false)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a",null,"https://x.example/",false)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a","b",true,false)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a" "b" "https://x.example/" false)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a","b","https://x.example/",false,true)', 'unreadable'],
    ['javascript:window.external.CRMNavigate("a";"b";"https://x.example/";false)', 'unreadable'],
    ['javascript:window.external.CRMNavigate()', 'unreadable'],
    [pop('https://user@crm.example/'), 'credentials'],
    [pop('https://:secret@crm.example/'), 'credentials'],
    ['vbscript:msgbox(1)', 'unreadable'],
  ])('refuses %s as %s', (text, reason) => {
    expect(parseScreenPop(text)).toEqual({ ok: false, reason });
  });

  it('law: an accepted address is http or https, without credentials', () => {
    const address = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((s) => `https://${s}`),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string(), address.map(pop)), (text) => {
        const result = parseScreenPop(text);
        if (!result.ok || result.pop === null) return;
        passed++;
        const url = new URL(result.pop.url);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(0);
  });
});
