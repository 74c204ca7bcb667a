{{/* Which prefix is whose: longest first. What no other has is the catalogue's below /v1 and ingest's elsewhere. */}}
{{- define "imagemill.routes" -}}
- {prefix: /v1/openapi/ingest, component: ingest}
- {prefix: /v1/openapi/transform, component: transform}
- {prefix: /v1/uploads, component: ingest}
- {prefix: /v1/tus, component: ingest}
- {prefix: /v1/transforms, component: transform}
- {prefix: /v1/render, component: transform}
- {prefix: /v1/formats, component: transform}
- {prefix: /v1/operations, component: transform}
- {prefix: /v1, component: storage}
- {prefix: /, component: ingest}
{{- end -}}
