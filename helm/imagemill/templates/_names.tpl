{{/* What every object of the release is called by. */}}
{{- define "imagemill.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Labels that select a component's pods; they never change. Takes (dict "root" $ "component" name). */}}
{{- define "imagemill.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* All labels of an object. Takes (dict "root" $ "component" name). */}}
{{- define "imagemill.labels" -}}
{{ include "imagemill.selector" . }}
app.kubernetes.io/part-of: imagemill
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Takes (dict "root" $ "image" image). A digest wins over the tag. */}}
{{- define "imagemill.image" -}}
{{- $name := .image.repository -}}
{{- with .root.Values.image.registry -}}{{- $name = printf "%s/%s" . $name -}}{{- end -}}
{{- if .image.digest -}}
{{- printf "%s@%s" $name .image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion .root.Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "imagemill.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "imagemill.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Where the backing services are: the operator's own, an operator's cluster that the chart asks for, or the development ones. */}}
{{- define "imagemill.kafka.bootstrapServers" -}}
{{- if .Values.dev.enabled -}}
{{- printf "%s-dev-kafka:9092" (include "imagemill.fullname" .) -}}
{{- else -}}
{{- .Values.kafka.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{- define "imagemill.s3.endpoint" -}}
{{- if .Values.dev.enabled -}}
{{- printf "http://%s-dev-s3:8333" (include "imagemill.fullname" .) -}}
{{- else -}}
{{- .Values.s3.endpoint -}}
{{- end -}}
{{- end -}}

{{- define "imagemill.s3.secret" -}}
{{- if .Values.dev.enabled -}}
{{- printf "%s-dev" (include "imagemill.fullname" .) -}}
{{- else -}}
{{- .Values.s3.existingSecret -}}
{{- end -}}
{{- end -}}

{{- define "imagemill.database.host" -}}
{{- if .Values.dev.enabled -}}
{{- printf "%s-dev-postgres" (include "imagemill.fullname" .) -}}
{{- else if .Values.cnpg.enabled -}}
{{- printf "%s-db-rw" (include "imagemill.fullname" .) -}}
{{- else -}}
{{- .Values.database.host -}}
{{- end -}}
{{- end -}}

{{- define "imagemill.database.secret" -}}
{{- if .Values.dev.enabled -}}
{{- printf "%s-dev" (include "imagemill.fullname" .) -}}
{{- else if .Values.cnpg.enabled -}}
{{- printf "%s-db-app" (include "imagemill.fullname" .) -}}
{{- else -}}
{{- .Values.database.existingSecret -}}
{{- end -}}
{{- end -}}

{{/* Secret with which a service logs in to Kafka. Takes (dict "root" $ "component" name). */}}
{{- define "imagemill.kafka.secret" -}}
{{- $given := index .root.Values.kafka.auth.secrets .component -}}
{{- if $given -}}
{{- $given -}}
{{- else if and .root.Values.strimzi.enabled .root.Values.strimzi.users -}}
{{- printf "%s-%s" (include "imagemill.fullname" .root) .component -}}
{{- end -}}
{{- end -}}

{{/* Not empty where workers ask the catalogue over HTTP. */}}
{{- define "imagemill.transform.asksStorage" -}}
{{- if and .Values.transform.render.keys .Values.transform.render.imagesById }}yes{{ end -}}
{{- end -}}

{{/* Seconds: how long a worker's consumer, each phase of its shutdown, and its pod have to finish. */}}
{{- define "imagemill.transform.shutdownSeconds" -}}{{ add (int .Values.transform.itemTimeLimitSeconds) 15 }}{{- end -}}
{{- define "imagemill.transform.phaseSeconds" -}}{{ add (int .Values.transform.itemTimeLimitSeconds) 30 }}{{- end -}}
{{- define "imagemill.transform.graceSeconds" -}}{{ add (mul 2 (int (include "imagemill.transform.phaseSeconds" .))) 15 }}{{- end -}}
