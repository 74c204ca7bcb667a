{{/* What a schema cannot say: values that only make sense together. All that is wrong is said at once. */}}
{{- define "imagemill.validate" -}}
{{- $v := .Values -}}
{{- $wrong := list -}}
{{- if not $v.dev.enabled -}}
  {{- if not $v.image.registry -}}{{- $wrong = append $wrong "image.registry: name the registry that the three images were pushed to" -}}{{- end -}}
  {{- if not $v.kafka.bootstrapServers -}}{{- $wrong = append $wrong "kafka.bootstrapServers: name your Kafka brokers, host:port,host:port" -}}{{- end -}}
  {{- if not $v.s3.endpoint -}}{{- $wrong = append $wrong "s3.endpoint: give the address of your S3 server, such as https://s3.eu-central-1.amazonaws.com" -}}{{- end -}}
  {{- if not $v.s3.existingSecret -}}{{- $wrong = append $wrong "s3.existingSecret: name the secret with the S3 keys" -}}{{- end -}}
  {{- if not (or $v.database.host $v.cnpg.enabled) -}}{{- $wrong = append $wrong "database.host: name your Postgres server, or enable cnpg" -}}{{- end -}}
  {{- if not (or $v.database.existingSecret $v.cnpg.enabled) -}}{{- $wrong = append $wrong "database.existingSecret: name the secret with the database's user and password" -}}{{- end -}}
{{- else -}}
  {{- if or $v.cnpg.enabled $v.strimzi.enabled -}}{{- $wrong = append $wrong "dev.enabled brings its own Postgres and Kafka; disable cnpg and strimzi, or dev" -}}{{- end -}}
  {{- if or (ne $v.kafka.auth.type "none") $v.kafka.tls.enabled -}}{{- $wrong = append $wrong "dev.enabled brings a Kafka without TLS and log-in; leave kafka.tls and kafka.auth alone, or disable dev" -}}{{- end -}}
  {{- if eq $v.migrations.mode "job" -}}{{- $wrong = append $wrong "migrations.mode: the job runs before the release's own Postgres is there; say start with dev.enabled" -}}{{- end -}}
{{- end -}}
{{- if and $v.cnpg.enabled (or $v.database.host $v.database.existingSecret) -}}{{- $wrong = append $wrong "cnpg.enabled makes a database of its own; leave database.host and database.existingSecret empty, or disable cnpg" -}}{{- end -}}
{{- if and $v.cnpg.enabled (eq $v.migrations.mode "job") -}}{{- $wrong = append $wrong "migrations.mode: the job runs before the release's own Postgres is there; say start with cnpg.enabled" -}}{{- end -}}
{{- if and $v.cnpg.enabled (or (ne $v.database.userKey "username") (ne $v.database.passwordKey "password") (ne (int $v.database.port) 5432)) -}}{{- $wrong = append $wrong "cnpg.enabled: CloudNativePG decides port and keys; leave database.port, userKey and passwordKey at their defaults" -}}{{- end -}}
{{- if and (eq $v.kafka.auth.type "tls") (not $v.kafka.tls.enabled) -}}{{- $wrong = append $wrong "kafka.auth.type tls needs kafka.tls.enabled" -}}{{- end -}}
{{- if ne $v.kafka.auth.type "none" -}}
  {{- range $component := list "ingest" "storage" "transform" -}}
    {{- if not (include "imagemill.kafka.secret" (dict "root" $ "component" $component)) -}}{{- $wrong = append $wrong (printf "kafka.auth.secrets.%s: name the secret with which %s logs in to Kafka" $component $component) -}}{{- end -}}
  {{- end -}}
{{- end -}}
{{- if $v.strimzi.enabled -}}
  {{- if not $v.strimzi.cluster -}}{{- $wrong = append $wrong "strimzi.cluster: name the Strimzi cluster that is to hold the topics" -}}{{- end -}}
  {{- if and $v.strimzi.users (eq $v.kafka.auth.type "none") -}}{{- $wrong = append $wrong "strimzi.users: users are of use only with kafka.auth.type sasl or tls" -}}{{- end -}}
  {{- if and $v.strimzi.users (eq $v.kafka.auth.type "sasl") (ne $v.kafka.auth.mechanism "SCRAM-SHA-512") -}}{{- $wrong = append $wrong "kafka.auth.mechanism: Strimzi's users log in with SCRAM-SHA-512" -}}{{- end -}}
  {{- if gt (int $v.strimzi.minInSyncReplicas) (int $v.strimzi.topicReplicas) -}}{{- $wrong = append $wrong "strimzi.minInSyncReplicas cannot be above strimzi.topicReplicas" -}}{{- end -}}
  {{- if and $v.strimzi.users $v.strimzi.namespace (ne $v.strimzi.namespace .Release.Namespace) -}}
    {{- range $component := list "ingest" "storage" "transform" -}}
      {{- if not (index $v.kafka.auth.secrets $component) -}}{{- $wrong = append $wrong (printf "kafka.auth.secrets.%s: Strimzi leaves the user's secret in namespace %s; copy it here and name the copy" $component $v.strimzi.namespace) -}}{{- end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not $v.httpRoute.parentRefs) -}}{{- $wrong = append $wrong "httpRoute.parentRefs: name the Gateway that the route belongs to" -}}{{- end -}}
{{- range $component := list "ingest" "storage" -}}
  {{- with (index $v $component).autoscaling -}}
    {{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) -}}{{- $wrong = append $wrong (printf "%s.autoscaling.minReplicas is above maxReplicas" $component) -}}{{- end -}}
  {{- end -}}
{{- end -}}
{{- with $v.transform.keda -}}
  {{- if .enabled -}}
    {{- if gt (int .minReplicas) (int .maxReplicas) -}}{{- $wrong = append $wrong "transform.keda.minReplicas is above maxReplicas" -}}{{- end -}}
    {{- if not (or .prometheus.serverAddress .lag.enabled) -}}{{- $wrong = append $wrong "transform.keda: give prometheus.serverAddress, or enable lag" -}}{{- end -}}
    {{- if and .lag.enabled (not .lag.authenticationRef) (or $v.kafka.tls.enabled (ne $v.kafka.auth.type "none")) -}}{{- $wrong = append $wrong "transform.keda.lag.authenticationRef: name the TriggerAuthentication with which KEDA reaches your Kafka" -}}{{- end -}}
  {{- end -}}
{{- end -}}
{{- range $component := list "ingest" "storage" "transform" -}}
  {{- range $setting, $_ := (index $v $component).settings -}}
    {{- if has (include "imagemill.envName" $setting) (list "SERVER_PORT" "MANAGEMENT_SERVER_PORT" "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE" "IMAGEMILL_KAFKA_SHUTDOWNTIMEOUT" "IMAGEMILL_KAFKA_CREATETOPICS" "IMAGEMILL_KAFKA_REPLICATIONFACTOR" "IMAGEMILL_KAFKA_GROUPPROTOCOL" "IMAGEMILL_S3_ENDPOINT" "IMAGEMILL_S3_REGION" "IMAGEMILL_S3_BUCKET" "IMAGEMILL_S3_ACCESSKEY" "IMAGEMILL_S3_SECRETKEY" "IMAGEMILL_INGEST_TEMPDIR" "IMAGEMILL_INGEST_TEMPSPACE" "IMAGEMILL_STORAGE_MIGRATIONS" "IMAGEMILL_TRANSFORM_ITEMTIMELIMIT" "IMAGEMILL_TRANSFORM_MEMORY" "IMAGEMILL_TRANSFORM_JOURNAL" "IMAGEMILL_TRANSFORM_CATALOGUE_URL" "SPRING_KAFKA_BOOTSTRAPSERVERS" "SPRING_KAFKA_SECURITY_PROTOCOL" "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE") -}}
      {{- $wrong = append $wrong (printf "%s.settings: %s has a value of its own in this chart; see README.md" $component $setting) -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\nThese values do not do:\n  - %s\n" (join "\n  - " $wrong)) -}}
{{- end -}}
{{- end -}}
