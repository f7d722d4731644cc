import { ConfigError } from '../server-kit';

/** The variable that `--dialect FILE` stands for. Throws a `ConfigError` for any other argument. */
export function dialectArgument(argv: readonly string[]): Readonly<Record<string, string>> {
  if (argv.length === 0) return {};
  const [name, path, ...more] = argv;
  if (name !== '--dialect' || path === undefined || path === '' || more.length > 0)
    throw new ConfigError(['the only argument is --dialect FILE; everything else is in the environment']);
  return { DIALECT: path };
}
