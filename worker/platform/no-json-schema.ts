/**
 * In place of the parts of zod that make JSON schemas (`[alias]` of wrangler.toml): the deployed worker makes none, and they would
 * be a thirtieth of it. Schemas are made from the same code elsewhere: by the build, by checks and by tests.
 */
function none(): never {
	throw new Error("the worker makes no JSON schemas");
}

/** Of a schema's `toJSONSchema` and of its standard form: whoever calls it is told. */
const refuse = () => none;

export {
	none as toJSONSchema,
	none as JSONSchemaGenerator,
	none as aggregateChecks,
	none as stringProcessor,
	none as numberProcessor,
	none as booleanProcessor,
	none as bigintProcessor,
	none as symbolProcessor,
	none as nullProcessor,
	none as undefinedProcessor,
	none as voidProcessor,
	none as neverProcessor,
	none as anyProcessor,
	none as unknownProcessor,
	none as dateProcessor,
	none as enumProcessor,
	none as literalProcessor,
	none as nanProcessor,
	none as templateLiteralProcessor,
	none as fileProcessor,
	none as successProcessor,
	none as customProcessor,
	none as functionProcessor,
	none as transformProcessor,
	none as mapProcessor,
	none as setProcessor,
	none as arrayProcessor,
	none as objectProcessor,
	none as unionProcessor,
	none as intersectionProcessor,
	none as tupleProcessor,
	none as recordProcessor,
	none as nullableProcessor,
	none as nonoptionalProcessor,
	none as defaultProcessor,
	none as prefaultProcessor,
	none as catchProcessor,
	none as pipeProcessor,
	none as readonlyProcessor,
	none as promiseProcessor,
	none as optionalProcessor,
	none as lazyProcessor,
	refuse as createStandardJSONSchemaMethod,
	refuse as createToJSONSchemaMethod,
};
