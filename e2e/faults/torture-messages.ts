/** A message made to hurt, and what RFC 3261 and RFC 4475 say of it. */
export interface TortureMessage {
  /** Of RFC 4475, with the name it gives the message. */
  readonly section: string;
  readonly why: string;
  /** Statuses that are right; `null`: no answer at all. */
  readonly answers: readonly (number | null)[];
  readonly frame: string | Buffer;
}

const join = (...lines: readonly string[]): string => lines.join('\r\n');
const via = 'Via: SIP/2.0/WS tab.invalid;branch=z9hG4bKtorture';

/** A whole request; `changed` replaces headers by name, and `null` leaves one out. */
function request(start: string, changed: Readonly<Record<string, string | null>> = {}, body = ''): string {
  const method = start.split(' ', 1)[0];
  const headers: Record<string, string | null> = {
    Via: via,
    'Max-Forwards': 'Max-Forwards: 70',
    From: 'From: <sip:1001@training.local>;tag=torture',
    To: 'To: <sip:1001@training.local>',
    'Call-ID': 'Call-ID: torture@tab.invalid',
    CSeq: `CSeq: 7 ${method}`,
    Contact: 'Contact: <sip:tab@tab.invalid;transport=ws>',
    'Content-Length': `Content-Length: ${Buffer.byteLength(body)}`,
    ...changed,
  };
  return join(start, ...Object.values(headers).filter((line) => line !== null), '', body);
}

const invite = 'INVITE sip:vivekg@training.local SIP/2.0';
const options = 'OPTIONS sip:anyone@training.local SIP/2.0';
const register = 'REGISTER sip:training.local SIP/2.0';
const sdp = join('v=0', 'o=m 1 1 IN IP4 192.0.2.3', 's=-', 'c=IN IP4 192.0.2.4', 't=0 0', 'm=audio 9 RTP/AVP 0', '');

const response = (status: string, changed: Readonly<Record<string, string | null>> = {}): string =>
  request(`SIP/2.0 ${status}`, { CSeq: 'CSeq: 7 INVITE', To: 'To: <sip:1001@training.local>;tag=peer', ...changed });

/** Over WebSockets calls are placed by Mediatel: a well-formed INVITE is read, and refused by policy. */
const policy = [403] as const;

export const tortureMessages: readonly TortureMessage[] = [
  {
    section: '3.1.1.1 wsinv',
    why: 'folded lines, compact names, odd spaces and cases are all allowed',
    answers: policy,
    frame: join(
      'INVITE sip:vivekg@training.local;unknownparam SIP/2.0',
      'TO :',
      ' sip:vivekg@training.local ;   tag    = ',
      'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@training.local>',
      '  ;',
      '  tag = 98asjd8',
      'MaX-fOrWaRdS: 0068',
      'Call-ID: wsinv.ndaksdj@192.0.2.1',
      'Content-Length   : 0',
      'cseq: 0009',
      '  INVITE',
      'Via  : SIP  /   2.0',
      ' /WS',
      '    192.0.2.2;branch=390skdjuw',
      's :',
      'NewFangledHeader:   newfangled value',
      ' continued newfangled value',
      'UnknownHeaderWithUnusualValue: ;;,,;;,;',
      'm:"Quoted string \\"\\"" <sip:jdrosen@training.local> ; newparam =',
      '      newvalue ;',
      '  secondparam ; q = 0.33',
      '',
      '',
    ).replace(' ;   tag    = ', ''),
  },
  {
    section: '3.1.1.2 intmeth',
    why: 'a method may be any token; one nobody knows is not implemented',
    answers: [501],
    frame: request(
      "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@training.local SIP/2.0",
    ),
  },
  {
    section: '3.1.1.3 esc01',
    why: 'escapes in a URI are valid',
    answers: policy,
    frame: request('INVITE sip:sips%3Auser%40example.com@training.local SIP/2.0', {
      To: 'To: sip:%75se%72@training.local',
    }),
  },
  {
    section: '3.1.1.4 escnull',
    why: 'an escaped NUL is a character of a name like any other',
    answers: [401],
    frame: request(register, {
      To: 'To: sip:null-%00-null@training.local',
      Contact: 'Contact: <sip:%00@host5.invalid>',
    }),
  },
  {
    section: '3.1.1.5 esc02',
    why: 'percent signs escape nothing in a method: this is not REGISTER',
    answers: [501],
    frame: request('RE%47IST%45R sip:training.local SIP/2.0'),
  },
  {
    section: '3.1.1.6 lwsdisp',
    why: 'a display name needs no space after it',
    answers: [200],
    frame: request(options, { From: 'From: caller<sip:1001@training.local>;tag=323' }),
  },
  {
    section: '3.1.1.7 longreq',
    why: 'long values are values',
    answers: policy,
    frame: request(invite, {
      To: `To: "I have a user name of ${'extreme '.repeat(100)}proportion"<sip:user@training.local:6000;unknownparam1=very${'long'.repeat(200)}value>`,
      From: `From: sip:${'amazinglylongcallername'.repeat(30)}@training.local;tag=12${'9824'.repeat(50)}424`,
      'Call-ID': `Call-ID: longreq.one${'really'.repeat(60)}longcallid`,
      Unknown: `Unknown-${'Long'.repeat(60)}-Name: ${'unknown-value'.repeat(80)}`,
    }),
  },
  {
    section: '3.1.1.8 dblreq',
    why: 'what comes after the Content-Length in one frame is no second request',
    answers: [401],
    frame: request(register) + request(invite),
  },
  {
    section: '3.1.1.9 semiuri',
    why: 'a semicolon may stand in the user part',
    answers: [200],
    frame: request('OPTIONS sip:user;par=u%40example.net@training.local SIP/2.0'),
  },
  {
    section: '3.1.1.10 transports',
    why: 'transports nobody knows are allowed in Via, and repeated',
    answers: [200],
    frame: request(options, {
      Via: join(via, 'Via: SIP/2.0/SCTP t2.invalid;branch=z9hG4bK2', 'Via: SIP/2.0/UNKNOWN t5.invalid;branch=z9hG4bK5'),
    }),
  },
  {
    section: '3.1.1.11 mpart01',
    why: 'a body may hold any octets; MESSAGE itself is not allowed here',
    answers: [405],
    frame: Buffer.concat([
      Buffer.from(
        request('MESSAGE sip:kumiko@training.local SIP/2.0', {
          Type: 'Content-Type: multipart/mixed;boundary=7a9cbec02ceef655',
          'Content-Length': 'Content-Length: 43',
        }),
      ),
      Buffer.from('--7a9cbec02ceef655\r\n\r\n'),
      Buffer.from([0xff, 0xfe, 0x80, 0xc0, 0x00]),
      Buffer.from('--7a9cbec02ceef655--'),
    ]),
  },
  {
    section: '3.1.1.12 unreason',
    why: 'a response to nothing is dropped',
    answers: [null],
    frame: response('200 = 2**3 * 5**2 но сто девяносто девять - простое'),
  },
  { section: '3.1.1.13 noreason', why: 'the reason may be empty', answers: [null], frame: response('100 ') },
  {
    section: '3.1.2.1 badinv01',
    why: 'separators with nothing between them',
    answers: [400],
    frame: request(invite, { Via: `${via};;,;,,`, Contact: 'Contact: "Joe" <sip:joe@training.local>;;;;' }),
  },
  {
    section: '3.1.2.2 clerr',
    why: 'the body is shorter than its Content-Length',
    answers: [400],
    frame: request(invite, { 'Content-Length': 'Content-Length: 9999' }, sdp),
  },
  {
    section: '3.1.2.3 ncl',
    why: 'a length is not negative',
    answers: [400],
    frame: request(invite, { 'Content-Length': 'Content-Length: -999' }, sdp),
  },
  {
    section: '3.1.2.4 scalar02',
    why: 'a CSeq is below 2³¹',
    answers: [400],
    frame: request(register, {
      CSeq: 'CSeq: 36893488147419103232 REGISTER',
      'Max-Forwards': 'Max-Forwards: 300',
      Expires: 'Expires: 10000000000000000000000',
    }),
  },
  {
    section: '3.1.2.5 scalarlg',
    why: 'a response that makes no sense is dropped',
    answers: [null],
    frame: response('503 Service Unavailable', {
      CSeq: 'CSeq: 9292394834772304023312 OPTIONS',
      Retry: 'Retry-After: 949302838503028349304023988',
    }),
  },
  {
    section: '3.1.2.6 quotbal',
    why: 'a quotation that never ends',
    answers: [400],
    frame: request(invite, { To: 'To: "Mr. J. User <sip:j.user@training.local>' }),
  },
  {
    section: '3.1.2.7 ltgtruri',
    why: 'no brackets about a Request-URI',
    answers: [400],
    frame: request('INVITE <sip:user@training.local> SIP/2.0'),
  },
  {
    section: '3.1.2.8 lwsruri',
    why: 'no spaces within a Request-URI',
    answers: [400],
    frame: request('INVITE sip:user@training.local; lr SIP/2.0'),
  },
  {
    section: '3.1.2.9 lwsstart',
    why: 'one space between the parts of a request line',
    answers: [400],
    frame: request('INVITE  sip:user@training.local  SIP/2.0'),
  },
  {
    section: '3.1.2.10 trws',
    why: 'no spaces at the end of a request line',
    answers: [400],
    frame: request('OPTIONS sip:anyone@training.local SIP/2.0  '),
  },
  {
    section: '3.1.2.11 escruri',
    why: 'a Request-URI carries no headers; one may look away',
    answers: [400, 403],
    frame: request('INVITE sip:user@training.local?Route=%3Csip:example.com%3E SIP/2.0'),
  },
  {
    section: '3.1.2.12 baddate',
    why: 'a date that is none; one may look away',
    answers: [400, 403],
    frame: request(invite, { Date: 'Date: Fri, 01 Jan 2010 16:00:00 EST' }),
  },
  {
    section: '3.1.2.13 regbadct',
    why: 'a URI with headers stands in brackets; to be refused, or challenged first',
    answers: [400, 401],
    frame: request(register, { Contact: 'Contact: sip:user@training.local?Route=%3Csip:sip.example.com%3E' }),
  },
  {
    section: '3.1.2.14 badaspec',
    why: 'no spaces within the brackets; one may look away',
    answers: [400, 200],
    frame: request(options, { To: 'To: "Watson, Thomas" < sip:t.watson@training.local >' }),
  },
  {
    section: '3.1.2.15 baddn',
    why: 'a comma in a display name needs quotes; one may look away',
    answers: [400, 200],
    frame: request(options, { From: 'From: Bell, Alexander <sip:a.g.bell@training.local>;tag=43' }),
  },
  {
    section: '3.1.2.16 badvers',
    why: 'another version of SIP',
    answers: [505],
    frame: request('OPTIONS sip:t.watson@training.local SIP/7.0'),
  },
  {
    section: '3.1.2.17 mismatch01',
    why: 'CSeq names another method',
    answers: [400],
    frame: request(options, { CSeq: 'CSeq: 8 INVITE' }),
  },
  {
    section: '3.1.2.18 mismatch02',
    why: 'so with a method nobody knows',
    answers: [400, 501],
    frame: request('NEWMETHOD sip:user@training.local SIP/2.0', { CSeq: 'CSeq: 8 INVITE' }),
  },
  {
    section: '3.1.2.19 bigcode',
    why: 'a status of ten digits is dropped',
    answers: [null],
    frame: response('4294967301 better not break the receiver'),
  },
  {
    section: '3.2.1 badbranch',
    why: 'the branch is only the cookie',
    answers: [200, 400],
    frame: request(options, { Via: 'Via: SIP/2.0/WS tab.invalid;branch=z9hG4bK' }),
  },
  {
    section: '3.3.1 insuf',
    why: 'From, To and Call-ID are missing: nothing to answer with, it may be dropped',
    answers: [null, 400],
    frame: request(invite, { From: null, To: null, 'Call-ID': null }),
  },
  {
    section: '3.3.2 unkscm',
    why: 'a scheme nobody knows',
    answers: [416],
    frame: request('OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0'),
  },
  {
    section: '3.3.3 novelsc',
    why: 'a scheme that is no SIP',
    answers: [416],
    frame: request('OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0'),
  },
  {
    section: '3.3.4 unksm2',
    why: 'who registers is a SIP address',
    answers: [400],
    frame: request(register, { To: 'To: isbn:2983792873', From: 'From: <http://www.example.com>;tag=3234233' }),
  },
  {
    section: '3.3.5 bext01',
    why: 'extensions required that nobody has',
    answers: [420],
    frame: request(options, {
      Require: 'Require: nothingSupportsThis, nothingSupportsThisEither',
      Proxy: 'Proxy-Require: noProxiesSupportThis',
    }),
  },
  {
    section: '3.3.6 invut',
    why: 'a content type nobody knows; refused by policy before',
    answers: [415, 403],
    frame: request(invite, { Type: 'Content-Type: application/unknownformat' }, '<audio/>'),
  },
  {
    section: '3.3.7 regaut01',
    why: 'an authorisation nobody knows is none',
    answers: [401],
    frame: request(register, { Authorization: 'Authorization: NoOneKnowsThisScheme opaque-data=here' }),
  },
  {
    section: '3.3.8 multi01',
    why: 'what may stand once stands twice',
    answers: [400],
    frame: request(invite, {
      More: join(
        'CSeq: 59 INVITE',
        'Call-ID: multi01.second',
        'From: <sip:other@training.local>;tag=3',
        'To: sip:second@training.local',
        'Max-Forwards: 5',
      ),
    }),
  },
  {
    section: '3.3.9 mcl01',
    why: 'two lengths that differ',
    answers: [400],
    frame: request(
      options,
      { 'Content-Length': join('Content-Length: 13', 'Content-Length: 5') },
      'There’s no way to know',
    ),
  },
  {
    section: '3.3.10 bcast',
    why: 'a response with a broadcast address in Via is dropped',
    answers: [null],
    frame: response('200 OK', { Via: join(via, 'Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1') }),
  },
  {
    section: '3.3.11 zeromf',
    why: 'no forwarding is needed at its goal',
    answers: [200, 483],
    frame: request(options, { 'Max-Forwards': 'Max-Forwards: 0' }),
  },
  {
    section: '3.3.12 cparam01',
    why: 'an unknown parameter of Contact',
    answers: [401],
    frame: request(register, { Contact: 'Contact: sip:+19725552222@gw1.invalid;unknownparam' }),
  },
  {
    section: '3.3.13 cparam02',
    why: 'an unknown parameter of the URI',
    answers: [401],
    frame: request(register, { Contact: 'Contact: <sip:+19725552222@gw1.invalid;unknownparam>' }),
  },
  {
    section: '3.3.14 regescrt',
    why: 'a URI with headers, in brackets',
    answers: [401],
    frame: request(register, { Contact: 'Contact: <sip:user@training.local?Route=%3Csip:sip.example.com%3E>' }),
  },
  {
    section: '3.3.15 sdp01',
    why: 'nothing we could offer is accepted; refused by policy before',
    answers: [406, 403],
    frame: request(invite, { Accept: 'Accept: text/nobodyKnowsThis' }),
  },
  {
    section: '3.4.1 inv2543',
    why: 'of before RFC 3261, which a WebSocket never carries: read, or refused as malformed',
    answers: [403, 400],
    frame: request(
      invite,
      {
        Via: 'Via: SIP/2.0/UDP iftgw.invalid',
        From: 'From: <sip:+13035551111@training.local;user=phone>',
        'Max-Forwards': null,
      },
      sdp,
    ),
  },
];
