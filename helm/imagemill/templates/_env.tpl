{{/* The environment variable that a setting is read from: imagemill.s3.call-timeout is IMAGEMILL_S3_CALLTIMEOUT. */}}
{{- define "imagemill.envName" -}}
{{- . | upper | replace "." "_" | replace "-" "" -}}
{{- end -}}

{{- define "imagemill.env.plain" -}}
- name: {{ .name }}
  value: {{ .value | toString | quote }}
{{- end -}}

{{- define "imagemill.env.secret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* The JVM, the ports and the shutdown. Takes (dict "root" $ "component" name "phaseSeconds" n "shutdownSeconds" n). */}}
{{- define "imagemill.env.process" -}}
{{- $service := index .root.Values .component -}}
{{ include "imagemill.env.plain" (dict "name" "JDK_JAVA_OPTIONS" "value" $service.javaOptions) }}
{{ include "imagemill.env.plain" (dict "name" "MALLOC_ARENA_MAX" "value" .root.Values.malloc.arenaMax) }}
{{ include "imagemill.env.plain" (dict "name" "MALLOC_CONF" "value" .root.Values.malloc.jemalloc) }}
{{ include "imagemill.env.plain" (dict "name" "SERVER_PORT" "value" 8080) }}
{{ include "imagemill.env.plain" (dict "name" "MANAGEMENT_SERVER_PORT" "value" 8081) }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE" "value" (printf "%ss" (toString .phaseSeconds))) }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_KAFKA_SHUTDOWNTIMEOUT" "value" (printf "%ss" (toString .shutdownSeconds))) }}
{{- include "imagemill.env.logs" .root }}
{{- with .root.Values.telemetry.traces }}
{{- if .endpoint }}
{{ include "imagemill.env.plain" (dict "name" "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT" "value" .endpoint) }}
{{ include "imagemill.env.plain" (dict "name" "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_TRANSPORT" "value" .protocol) }}
{{ include "imagemill.env.plain" (dict "name" "MANAGEMENT_TRACING_SAMPLING_PROBABILITY" "value" .samplingProbability) }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "imagemill.env.logs" -}}
{{- if ne .Values.telemetry.logFormat "text" }}
{{ include "imagemill.env.plain" (dict "name" "LOGGING_STRUCTURED_FORMAT_CONSOLE" "value" .Values.telemetry.logFormat) }}
{{- end }}
{{- end -}}

{{- define "imagemill.env.s3" -}}
{{- $secret := include "imagemill.s3.secret" . -}}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_S3_ENDPOINT" "value" (include "imagemill.s3.endpoint" .)) }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_S3_REGION" "value" .Values.s3.region) }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_S3_BUCKET" "value" .Values.s3.bucket) }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_S3_CONDITIONALWRITES" "value" .Values.s3.conditionalWrites) }}
{{ include "imagemill.env.secret" (dict "name" "IMAGEMILL_S3_ACCESSKEY" "secret" $secret "key" .Values.s3.accessKeyKey) }}
{{ include "imagemill.env.secret" (dict "name" "IMAGEMILL_S3_SECRETKEY" "secret" $secret "key" .Values.s3.secretKeyKey) }}
{{- end -}}

{{/* Takes (dict "root" $ "component" name). */}}
{{- define "imagemill.env.kafka" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $protocol := ternary (ternary "SASL_SSL" "SSL" (eq $kafka.auth.type "sasl")) (ternary "SASL_PLAINTEXT" "PLAINTEXT" (eq $kafka.auth.type "sasl")) $kafka.tls.enabled -}}
{{- $secret := include "imagemill.kafka.secret" . -}}
{{- $create := and $kafka.createTopics (not .root.Values.strimzi.enabled) -}}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_BOOTSTRAPSERVERS" "value" (include "imagemill.kafka.bootstrapServers" .root)) }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_SECURITY_PROTOCOL" "value" $protocol) }}
{{- if and $kafka.tls.enabled $kafka.tls.caSecret }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_SSL_TRUSTSTORETYPE" "value" "PEM") }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_SSL_TRUSTSTORELOCATION" "value" "file:/etc/imagemill/kafka-ca/ca.crt") }}
{{- end }}
{{- if eq $kafka.auth.type "tls" }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_SSL_KEYSTORETYPE" "value" "PKCS12") }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_SSL_KEYSTORELOCATION" "value" "file:/etc/imagemill/kafka-user/user.p12") }}
{{ include "imagemill.env.secret" (dict "name" "SPRING_KAFKA_SSL_KEYSTOREPASSWORD" "secret" $secret "key" $kafka.auth.keyStorePasswordKey) }}
{{- end }}
{{- if eq $kafka.auth.type "sasl" }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM" "value" $kafka.auth.mechanism) }}
{{ include "imagemill.env.secret" (dict "name" "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG" "secret" $secret "key" $kafka.auth.jaasKey) }}
{{- end }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_KAFKA_GROUPPROTOCOL" "value" $kafka.groupProtocol) }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_KAFKA_CREATETOPICS" "value" $create) }}
{{- if $create }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_KAFKA_REPLICATIONFACTOR" "value" (ternary 1 $kafka.replicationFactor .root.Values.dev.enabled)) }}
{{- range $topic, $partitions := $kafka.partitions }}
{{ include "imagemill.env.plain" (dict "name" (printf "IMAGEMILL_KAFKA_PARTITIONS_%s" (upper $topic)) "value" $partitions) }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "imagemill.env.database" -}}
{{- $secret := include "imagemill.database.secret" . -}}
{{- $database := .Values.database -}}
{{- $url := printf "jdbc:postgresql://%s:%d/%s" (include "imagemill.database.host" .) (int $database.port) $database.name -}}
{{- with $database.parameters -}}{{- $url = printf "%s?%s" $url . -}}{{- end -}}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_STORAGE_DATABASE_URL" "value" $url) }}
{{ include "imagemill.env.secret" (dict "name" "IMAGEMILL_STORAGE_DATABASE_USER" "secret" $secret "key" $database.userKey) }}
{{ include "imagemill.env.secret" (dict "name" "IMAGEMILL_STORAGE_DATABASE_PASSWORD" "secret" $secret "key" $database.passwordKey) }}
{{ include "imagemill.env.plain" (dict "name" "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE" "value" $database.maxConnections) }}
{{- end -}}

{{/* Keys of signed addresses, and whom to ask for images by their ids. */}}
{{- define "imagemill.env.render" -}}
{{- range $index, $key := .Values.transform.render.keys }}
{{ include "imagemill.env.plain" (dict "name" (printf "IMAGEMILL_TRANSFORM_RENDER_KEYS_%d_ID" $index) "value" $key.id) }}
{{ include "imagemill.env.secret" (dict "name" (printf "IMAGEMILL_TRANSFORM_RENDER_KEYS_%d_SECRET" $index) "secret" $key.existingSecret "key" $key.key) }}
{{- end }}
{{- if include "imagemill.transform.asksStorage" . }}
{{ include "imagemill.env.plain" (dict "name" "IMAGEMILL_TRANSFORM_CATALOGUE_URL" "value" (printf "http://%s-storage" (include "imagemill.fullname" .))) }}
{{- end }}
{{- end -}}

{{/* What the operator adds. Takes a service's values. */}}
{{- define "imagemill.env.own" -}}
{{- range $setting, $value := .settings }}
{{ include "imagemill.env.plain" (dict "name" (include "imagemill.envName" $setting) "value" $value) }}
{{- end }}
{{- with .extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
