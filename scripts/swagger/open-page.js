// The page of swagger-ui itself shows somebody else's example; this one shows the document the worker makes from its own table.
SwaggerUIBundle({
	url: "/api/openapi.json",
	dom_id: "#swagger",
	deepLinking: true,
	docExpansion: "list",
	validatorUrl: null,
});
