import type { Tree } from '@angular-devkit/schematics';
import { findBootstrapModuleCall, getAppModulePath, isStandaloneApp } from '@schematics/angular/utility/ng-ast-utils';
import { findAppConfig } from '@schematics/angular/utility/standalone/app_config';
import {
  findBootstrapApplicationCall,
  findProvidersLiteral,
  getMainFilePath,
  isMergeAppConfigCall,
} from '@schematics/angular/utility/standalone/util';
import ts from 'typescript';
import { parsed } from '../kit/source-files';
import { componentMetadata, listOf } from '../kit/metadata';

/**
 * How an application starts, and which file takes the providers.
 *
 * `standalone`: `bootstrapApplication`. `module`: `bootstrapModule`. `unknown`: the code can't be changed safely; `why`
 * says what was found.
 */
export type Bootstrap =
  | { readonly kind: 'standalone'; readonly mainFile: string; readonly providersFile: string }
  | { readonly kind: 'module'; readonly mainFile: string; readonly providersFile: string }
  | { readonly kind: 'unknown'; readonly why: string };

const unknown = (why: string): Bootstrap => ({ kind: 'unknown', why });

/** Finds out how a project starts. */
export async function bootstrapOf(tree: Tree, projectName: string): Promise<Bootstrap> {
  try {
    const mainFile: string | undefined = await getMainFilePath(tree, projectName);
    if (mainFile === undefined || !tree.exists(mainFile)) {
      return unknown(`The main file of ${projectName} is not found (${mainFile ?? 'its build target names none'})`);
    }
    if (isStandaloneApp(tree, mainFile)) return standalone(tree, mainFile);
    if (findBootstrapModuleCall(tree, mainFile) !== null) return ofModule(tree, mainFile);
    return unknown(`${mainFile} calls neither bootstrapApplication nor bootstrapModule`);
  } catch (thrown) {
    // The utilities throw for code that they can't follow, such as an import by an alias.
    return unknown(thrown instanceof Error ? thrown.message.replace(/\.$/, '') : String(thrown));
  }
}

function standalone(tree: Tree, mainFile: string): Bootstrap {
  const call = findBootstrapApplicationCall(tree, mainFile);
  const config = findAppConfig(call, tree, mainFile);
  if (config !== null) {
    const { filePath, node } = config;
    const isList = findProvidersLiteral(node) !== null;
    const isSimple = node.properties.every(
      (property) => !ts.isSpreadAssignment(property) && property.name?.getText() !== 'providers',
    );
    if (isList || isSimple) return { kind: 'standalone', mainFile, providersFile: filePath };
    return unknown(`The providers of ${filePath} are not a list that ends there`);
  }
  const [, second] = call.arguments;
  if (second === undefined || isMergeAppConfigCall(second)) {
    return { kind: 'standalone', mainFile, providersFile: mainFile };
  }
  return unknown(`The configuration that ${mainFile} gives to bootstrapApplication is not an object of the project`);
}

function ofModule(tree: Tree, mainFile: string): Bootstrap {
  const modulePath = getAppModulePath(tree, mainFile);
  if (!tree.exists(modulePath)) return unknown(`The root module of ${mainFile} is not found (${modulePath})`);
  const metadata = componentMetadata(parsed(tree, modulePath), 'NgModule');
  if (metadata === null) return unknown(`${modulePath} has no class with @NgModule({ … })`);
  if (listOf(metadata, 'imports') === 'other') return unknown(`The imports of ${modulePath} are not a list`);
  return { kind: 'module', mainFile, providersFile: modulePath };
}
