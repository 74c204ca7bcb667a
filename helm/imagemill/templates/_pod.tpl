{{/* Restricted Pod Security, the pod's half. */}}
{{- define "imagemill.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ int64 .Values.podSecurity.userId }}
runAsGroup: {{ int64 .Values.podSecurity.userId }}
fsGroup: {{ int64 .Values.podSecurity.userId }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* Restricted Pod Security, the container's half. */}}
{{- define "imagemill.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Liveness asks the process only; readiness asks what it stands on, too. */}}
{{- define "imagemill.probes" -}}
startupProbe:
  httpGet: {path: /actuator/health/liveness, port: management}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 90
livenessProbe:
  httpGet: {path: /actuator/health/liveness, port: management}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /actuator/health/readiness, port: management}
  periodSeconds: 5
  timeoutSeconds: 10
  failureThreshold: 2
# Time for load balancers to hear that the pod goes, before it refuses connections.
lifecycle:
  preStop:
    sleep: {seconds: 5}
{{- end -}}

{{- define "imagemill.ports" -}}
- {name: http, containerPort: 8080, protocol: TCP}
- {name: management, containerPort: 8081, protocol: TCP}
{{- end -}}

{{- define "imagemill.tmpVolume" -}}
- name: tmp
  emptyDir:
    {{- if .inMemory }}
    medium: Memory
    {{- end }}
    sizeLimit: {{ .sizeLimit }}
{{- end -}}

{{/* Where pods may run. Takes (dict "root" $ "component" name). */}}
{{- define "imagemill.scheduling" -}}
{{- $service := index .root.Values .component -}}
{{- with $service.topologySpread }}
{{- if .enabled }}
topologySpreadConstraints:
  - topologyKey: {{ .topologyKey }}
    maxSkew: {{ .maxSkew }}
    whenUnsatisfiable: {{ .whenUnsatisfiable }}
    labelSelector:
      matchLabels:
        {{- include "imagemill.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}
{{- with $service.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $service.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $service.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $service.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{/* What all pods of the services begin with. */}}
{{- define "imagemill.podBasics" -}}
serviceAccountName: {{ include "imagemill.serviceAccount" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "imagemill.podSecurityContext" . | nindent 2 }}
{{- end -}}

{{/* Certificates for Kafka, if there are any. Take (dict "root" $ "component" name). */}}
{{- define "imagemill.kafka.mounts" -}}
{{- if and .root.Values.kafka.tls.enabled .root.Values.kafka.tls.caSecret }}
- {name: kafka-ca, mountPath: /etc/imagemill/kafka-ca, readOnly: true}
{{- end }}
{{- if eq .root.Values.kafka.auth.type "tls" }}
- {name: kafka-user, mountPath: /etc/imagemill/kafka-user, readOnly: true}
{{- end }}
{{- end -}}

{{- define "imagemill.kafka.volumes" -}}
{{- if and .root.Values.kafka.tls.enabled .root.Values.kafka.tls.caSecret }}
- name: kafka-ca
  secret:
    secretName: {{ .root.Values.kafka.tls.caSecret }}
    items:
      - {key: {{ .root.Values.kafka.tls.caKey }}, path: ca.crt}
{{- end }}
{{- if eq .root.Values.kafka.auth.type "tls" }}
- name: kafka-user
  secret:
    secretName: {{ include "imagemill.kafka.secret" . }}
    items:
      - {key: {{ .root.Values.kafka.auth.keyStoreKey }}, path: user.p12}
{{- end }}
{{- end -}}
