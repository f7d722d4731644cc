import { condition } from '../condition';
import { scenarioSchema } from '../scenario';
import { z } from '../schema-maker';
import { action } from '../turn';
import { didYouMean } from './did-you-mean';
import { mostProblems, type Fault, type Path } from './scenario-problem';
import { valueAt } from './value-at';

type Issue = z.core.$ZodIssue;

const conditionNames = condition.options.flatMap((option) => Object.keys(option.shape));
const actionNames = action.options.flatMap((option) => Object.keys(option.shape));

/** Every field name of a scenario file. */
const fieldNames = new Set(namesIn(z.toJSONSchema(scenarioSchema, { io: 'input' })));

function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'properties' in part ? Object.keys(part.properties ?? {}) : [];
  return [...own, ...Object.values(part).flatMap(namesIn)];
}

/** What is no scenario at all has thousands of faults, and each one costs a search. More than can be named are enough. */
const mostFaults = 4 * mostProblems;

/** Where a value has another form than the schema's, in plain words. */
export function schemaFaults(value: unknown, issues: readonly Issue[]): Fault[] {
  return issues.slice(0, mostFaults).flatMap((issue) => faultsOf(value, issue, []));
}

function faultsOf(root: unknown, issue: Issue, before: Path): Fault[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const value = valueAt(root, path);
  const fault = (message: string): Fault[] => [{ path, message }];
  if (value === undefined && path.length > 0) return fault('this field is missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostFaults).map((key) => ({
        path: [...path, key],
        message: `there is no field "${key}" here${didYouMean(key, fieldNames)}`,
        ofName: true,
      }));
    case 'invalid_union':
      return faultsOfUnion(root, issue, path);
    case 'invalid_type':
      return fault(wrongKind(value, issue.expected));
    case 'invalid_value': {
      const wanted = issue.values.map(String);
      const hint = typeof value === 'string' ? didYouMean(value, wanted) : '';
      return fault(wanted.length > 1 ? `must be one of ${wanted.join(', ')}${hint}` : `must be ${wanted.join()}`);
    }
    case 'too_small':
      return fault(`must ${outOfRange(issue.origin, 'least', issue.minimum, issue.inclusive === false)}`);
    case 'too_big':
      return fault(`must ${outOfRange(issue.origin, 'most', issue.maximum, issue.inclusive === false)}`);
    case 'invalid_format':
      return fault(`must be ${issue.message}`);
    case 'custom':
      return fault(issue.message);
    default:
      return fault(issue.message);
  }
}

/** Of the forms that are allowed, the one that was probably meant. */
function faultsOfUnion(root: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path): Fault[] {
  const isAtRoot = (each: Issue, ...codes: Issue['code'][]) => each.path.length === 0 && codes.includes(each.code);
  const ofKind = issue.errors.filter((list) => !list.some((each) => isAtRoot(each, 'invalid_type', 'invalid_value')));
  const ofName = ofKind.filter((list) => !list.some((each) => isAtRoot(each, 'unrecognized_keys')));
  const [meant] = ofKind.length === 1 ? ofKind : ofName;
  if (meant !== undefined && ofName.length <= 1) return meant.flatMap((each) => faultsOf(root, each, path));
  return [oneFieldFault(valueAt(root, path), path)];
}

function oneFieldFault(value: unknown, path: Path): Fault {
  const isCondition = path.at(-1) === 'when';
  if (!isCondition && path.at(-2) !== 'do') return { path, message: allowedForms(path) };
  const names = isCondition ? conditionNames : actionNames;
  const kind = isCondition ? 'condition' : 'action';
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const unknown = given.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, names) || `; there are ${names.join(', ')}`;
    return { path: [...path, unknown], message: `there is no ${kind} "${unknown}"${hint}`, ofName: true };
  }
  return { path, message: `must be exactly one ${kind} of ${names.join(', ')}` };
}

function allowedForms(path: Path): string {
  if (path.at(-1) === 'codeChosen') return 'must be "any" or a list of call codes';
  return 'must be a text, or a text for each language (uk, ru, en)';
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'a text for each language',
};

function wrongKind(value: unknown, expected: string): string {
  const wanted = kinds[expected] ?? expected;
  const isQuotable = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return `must be ${wanted}${isQuotable ? `: put it in quotes, such as "${String(value)}"` : ''}`;
}

function outOfRange(origin: string, end: 'least' | 'most', limit: number | bigint, isOpen: boolean): string {
  if (origin === 'string') return Number(limit) === 1 ? 'not be empty' : `have at ${end} ${limit} characters`;
  if (origin === 'array')
    return Number(limit) === 1 && end === 'least' ? 'not be empty' : `have at ${end} ${limit} entries`;
  if (isOpen) return end === 'least' ? `be more than ${limit}` : `be less than ${limit}`;
  return `be at ${end} ${limit}`;
}
