// Starts swagger-ui; its own initializer would be inline or fetch a sample from elsewhere.
globalThis.ui = SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers["jifu-client"] = "pos";
    return request;
  },
});
