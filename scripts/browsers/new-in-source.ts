import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import ts from "typescript-as-library";
import { isNewGlobal, isNewMember, isNewStatic } from "./compatibility.ts";
import type { Versions } from "./oldest-browsers.ts";

const WINDOWS: ReadonlySet<string> = new Set(["Window", "WindowOrWorkerGlobalScope", "GlobalEventHandlers"]);

/** What a place in a source file uses, e.g. `Array.prototype.toSpliced`. */
export interface NewUse {
	readonly at: string;
	readonly what: string;
}

/** A client's sources as the compiler understands them: it knows what `each.at(-1)` is called on. */
export function clientProgram(client: string, roots: readonly string[]): ts.Program {
	const path = `${client}/tsconfig.json`;
	const { config, error } = ts.parseConfigFileTextToJson(path, readFileSync(path, "utf8"));
	if (error) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(error.messageText, "\n")}`);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
	return ts.createProgram([...roots], options);
}

/** Uses of what is newer than these browsers in a file and all that it imports of ours. */
export function newInSource(program: ts.Program, root: string, versions: Versions): NewUse[] {
	const checker = program.getTypeChecker();
	const found: NewUse[] = [];
	for (const file of reachable(program, root)) {
		const visit = (node: ts.Node): void => {
			if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
			const what = ts.isIdentifier(node) && !isGuarded(node) && newUse(node, checker, versions);
			if (what) {
				const { line } = file.getLineAndCharacterOfPosition(node.getStart());
				found.push({ at: `${relative(".", file.fileName)}:${line + 1}`, what });
			}
			ts.forEachChild(node, visit);
		};
		visit(file);
	}
	return found;
}

function reachable(program: ts.Program, root: string): Set<ts.SourceFile> {
	const checker = program.getTypeChecker();
	const found = new Set<ts.SourceFile>();
	const add = (file: ts.SourceFile | undefined): void => {
		if (file === undefined || found.has(file) || file.isDeclarationFile || file.fileName.includes("node_modules"))
			return;
		found.add(file);
		const visit = (node: ts.Node): void => {
			if (ts.isStringLiteral(node) && isImported(node))
				add(checker.getSymbolAtLocation(node)?.declarations?.[0]?.getSourceFile());
			ts.forEachChild(node, visit);
		};
		visit(file);
	};
	add(program.getSourceFile(resolve(root)));
	return found;
}

/** The specifier of an import that is still there when the types are gone. */
function isImported({ parent }: ts.StringLiteral): boolean {
	if (ts.isImportDeclaration(parent)) return !parent.importClause?.isTypeOnly;
	if (ts.isExportDeclaration(parent)) return !parent.isTypeOnly;
	return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** `typeof X`, `x.y?.()` and `"y" in x` ask first. */
function isGuarded({ parent }: ts.Identifier): boolean {
	if (ts.isTypeOfExpression(parent)) return true;
	return (
		ts.isPropertyAccessExpression(parent) &&
		ts.isCallExpression(parent.parent) &&
		parent.parent.expression === parent &&
		parent.parent.questionDotToken !== undefined
	);
}

function newUse(node: ts.Identifier, checker: ts.TypeChecker, versions: Versions): string | false {
	const declared = symbolOf(node, checker)?.declarations?.find(({ parent }) => isOfPlatform(parent));
	if (declared === undefined || declared === node.parent) return false;
	const name = node.text;
	const { parent } = declared;
	if (ts.isInterfaceDeclaration(parent)) {
		const owner = parent.name.text;
		// `ObjectConstructor` and its like hold what stands on `Object` itself.
		const constructed = owner.replace(/Constructor$/, "");
		if (constructed !== owner) return isNewStatic(constructed, name, versions) && `${constructed}.${name}`;
		// Globals may be written as members of the window.
		if (WINDOWS.has(owner) && isNewGlobal(name, versions)) return name;
		return isNewMember(owner, name, versions) && `${owner}.prototype.${name}`;
	}
	if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) {
		const owner = parent.parent.name.getText();
		return isNewStatic(owner, name, versions) && `${owner}.${name}`;
	}
	return isNewGlobal(name, versions) && name;
}

/** What a name means; of one that is taken out of an object (`const { groupBy } = Object`) what it is there. */
function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
	const { parent } = node;
	if (!ts.isBindingElement(parent) || !ts.isObjectBindingPattern(parent.parent) || parent.initializer === node)
		return checker.getSymbolAtLocation(node);
	if (parent.propertyName !== undefined && parent.propertyName !== node) return undefined;
	return checker.getTypeAtLocation(parent.parent).getProperty(node.text);
}

function isOfPlatform(node: ts.Node): boolean {
	return /\/lib\.[^/]*\.d\.ts$/.test(node.getSourceFile()?.fileName ?? "");
}
