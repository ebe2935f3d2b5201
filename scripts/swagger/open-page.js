// The page of swagger-ui itself shows somebody else's example; this one shows the document the worker makes from its own table.
SwaggerUIBundle({
	url: "/api/openapi.json",
	dom_id: "#swagger",
	deepLinking: true,
	docExpansion: "list",
	validatorUrl: null,
	plugins: [plainNames],
});

/** A link within the button that opens an endpoint cannot be reached by keyboard, nor heard: its name is text. */
function plainNames({ React }) {
	return { wrapComponents: { DeepLink: () => (props) => React.createElement("span", null, props.text) } };
}

/** Lists of choices that come without a name. */
const CHOICES = { "#servers": "Server", ".examples-select-element": "Example" };

new MutationObserver(() => {
	for (const [selector, name] of Object.entries(CHOICES)) {
		for (const list of document.querySelectorAll(`${selector}:not([aria-label])`))
			list.setAttribute("aria-label", name);
	}
}).observe(document.getElementById("swagger"), { childList: true, subtree: true });
