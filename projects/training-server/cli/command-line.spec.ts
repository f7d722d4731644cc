import { readCommandLine } from './command-line';

const read = (args: string[], env = {}) => readCommandLine(args, env, '1.2.3');

describe('the command line', () => {
  it('sets variables; an option wins over the environment', () => {
    expect(read(['--port', '0', '--seed=7', '--dialect', 'x.json'], { PORT: '80', HOST: 'localhost' })).toEqual({
      env: { PORT: '0', SEED: '7', DIALECT: 'x.json', HOST: 'localhost', LOG_LEVEL: 'warn' },
      play: null,
    });
  });

  it('leaves the environment’s own log level alone', () => {
    expect(read([], { LOG_LEVEL: 'debug' })).toEqual({ env: { LOG_LEVEL: 'debug' }, play: null });
  });

  it('plays a scenario', () => {
    expect(read(['--scenario', 'x.yaml'])).toMatchObject({
      play: { file: 'x.yaml', language: null, trainee: 'agent1', exits: false },
    });
    expect(read(['--scenario', 'x.yaml', '--language', 'uk', '--trainee=agent7', '--exit'])).toMatchObject({
      play: { language: 'uk', trainee: 'agent7', exits: true },
    });
  });

  it('prints its version and its help', () => {
    expect(read(['--version'])).toEqual({ print: '1.2.3\n', code: 0 });
    expect(read(['--help'])).toMatchObject({ code: 0, print: expect.stringContaining('--data-dir FOLDER') });
  });

  it.each([
    ['an unknown option', ['--prot', '0'], '--prot'],
    ['an option without its value', ['--port'], '--port'],
    ['a stray word', ['start'], 'start'],
    ['an unknown language', ['--scenario', 'x.yaml', '--language', 'de'], 'uk, ru, en'],
    ['a trainee without a scenario', ['--trainee', 'agent1'], '--scenario'],
    ['an end without a scenario', ['--exit'], '--scenario'],
  ])('ends with 2 and says where to look: %s', (_case, args, named) => {
    const line = read(args);
    expect(line).toMatchObject({ code: 2, print: expect.stringContaining(named) });
    expect(line).toMatchObject({ print: expect.stringContaining('--help') });
  });
});
